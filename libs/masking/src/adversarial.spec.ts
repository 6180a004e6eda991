import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';

/** Repetitions that made ordinary patterns quadratic, one or more for each detector. */
const UNITS = [
  'a',
  'a.',
  '1-',
  '1 ',
  '@',
  'a@',
  'a@b.c ',
  'Anna ',
  'Ab-',
  'A. ',
  'A^',
  'de ',
  '(at) dot ',
  'a at b dot c ',
  'eyJa-',
  '://',
  'http://a:b@c ',
  '+1 ',
  '4111 ',
  'DE89 ',
  'name: ',
  'password ',
  '&#64;',
  '%40',
  '\\u0040',
  '中',
  '姓名',
  '::',
  '1.',
  'Straße ',
  '1 Aa ',
  'Rua Aa ',
  '"',
  '-----BEGIN KEY ',
  '[PERSON_1',
  'tel 1 ',
  'e\u0301',
  'Aа',
  '12 rue de la ',
  '서울시 ',
  'شارع ab ',
  'ab/AB12+',
  'a;',
  'born 1 1 ',
  'ssn 1 a ',
  '(0) ',
  'Dear Anna, ',
];
const SIZE = 16_384;

const costOf = (unit: string, size: number): number => {
  const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now();
    maskText(text, {
      known: { name: 'Anna Aa', email: 'anna@aa.example', address: '1 Aa 1 Aa' },
      profile: 'log',
      deadlineMs: 60_000,
    });
    best = Math.min(best, performance.now() - begun);
  }
  return best;
};

describe('hostile repetition', () => {
  it.each(UNITS)('[C-OUT-1] costs no more than linear time for %j', (unit) => {
    const small = costOf(unit, SIZE);
    const large = costOf(unit, SIZE * 4);
    // Linear is 4, quadratic 16; the constant forgives a busy machine.
    expect(large).toBeLessThan(small * 9 + 60);
  });
});

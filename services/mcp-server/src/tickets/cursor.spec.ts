import { createHmac, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorFor, positionOf } from './cursor.ts';

const digestWith = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest();
const digest = digestWith('ours');
const list = { tenant: 'harbor', status: 'open' };
const position = { created: Date.parse('2026-11-20T07:42:11.000Z'), id: randomUUID() };

describe('a list cursor', () => {
  const foreign: [string, Parameters<typeof positionOf>[0]][] = [
    ['another tenant', { ...list, tenant: 'meridian' }],
    ['another status', { ...list, status: 'solved' }],
    ['no status', { tenant: 'harbor' }],
    ['a status moved to severity', { tenant: 'harbor', severity: 'open' }],
  ];
  it.each(foreign)('[C-AZ-11] is worth nothing for %s', (_, other) => {
    expect(positionOf(other, cursorFor(list, position, digest), digest)).toBeUndefined();
  });

  it('is refused when it was made with another key', () => {
    expect(positionOf(list, cursorFor(list, position, digestWith('theirs')), digest)).toBeUndefined();
  });

  it('[C-IN-1] is refused after any change, and for any text that is none', () => {
    const cursor = cursorFor(list, position, digest);
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.string({ minLength: 1, maxLength: 2 }), (at, put) => {
        const changed = cursor.slice(0, at) + put + cursor.slice(at + 1);
        const found = positionOf(list, changed, digest);
        // The last character of a tag holds spare bits; whatever is accepted still means the same place.
        if (found) expect(found).toEqual(position);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(positionOf(list, text, digest)).toBeUndefined();
      }),
    );
  });

  it('leads back to the place it was made for and fits the bound of the tool', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_102_444_800_000 }), fc.uuid(), (created, id) => {
        const cursor = cursorFor(list, { created, id }, digest);
        expect(positionOf(list, cursor, digest)).toEqual({ created, id });
        expect(cursor.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

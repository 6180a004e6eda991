import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.ts';
import { maskPatterns } from './patterns/mask-patterns.ts';
import { PlaceholderSession } from './placeholders.ts';
import { MaskingRefused } from './refusal.ts';

const mask = (text: string, session = new PlaceholderSession()) => maskText(text, { profile: 'result', session });
const unnumbered = (text: string) => text.replace(/_[0-9]+\]/g, ']');

const VALUES = [
  'jo@shop.example',
  'JO@shop.example',
  'ana@shop.example',
  '+1 206-555-0143',
  '+12065550143',
  '4242 4242 4242 4242',
  '4242-4242-4242-4242',
  '5555 5555 5555 4444',
  'DE89 3704 0044 0532 0130 00',
  'GB82WEST12345698765432',
  '203.0.113.7',
  '198.51.100.23',
  'AKIAFAKEEXAMPLE11111',
  'sk_live_FAKE0123456789ab',
  '00:1b:44:11:3a:b7',
];
const value = fc.constantFrom(...VALUES);
const filler = fc.constantFrom(
  'order PAY-4092 failed',
  'the build is 4.18.2',
  'see it, please.',
  '\n',
  'and',
  ';',
  '—',
);
const text = fc.array(fc.oneof(value, filler), { maxLength: 12 }).map((pieces) => pieces.join(' '));

/** Paragraphs that end what they begin, so that nothing in one is a cue for the next. */
const PARAGRAPHS = [
  'The checkout fails with PAY-4092 since the rollout of 4.18.2.',
  'My name is Zebulon Quack and the order was sent to 12 Foxglove Lane, Leeds LS1 4AB.',
  'The card 4242 4242 4242 4242 was charged twice, the refund goes to DE89 3704 0044 0532 0130 00.',
  'Please answer to jo@shop.example, the phone +1 206-555-0143 is off today.',
  'The password is hunter2, the key AKIAFAKEEXAMPLE11111 was revoked.',
  '    at CaptureService.settle (/srv/checkout/src/capture/settle.ts:214:17)',
  'Der Zugriff kam von 203.0.113.7 und traf das Konto nicht.',
  'Заказ не пришёл, ошибка повторяется.',
  '注文は届いていません。',
];
const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 4 });

describe('for every text', () => {
  it('[C-OUT-1] masking throws nothing but a refusal, in either tier', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc
        .array(fc.oneof(value, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 10 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, (any) => {
        for (const masked of [maskText, maskPatterns]) {
          try {
            masked(any, { profile: 'strict' });
          } catch (error) {
            expect(error).toBeInstanceOf(MaskingRefused);
            expect((error as MaskingRefused).why).not.toBe('detector_failed');
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('[C-OUT-1] masking lets no value appear that was not there, and none of these stay', () => {
    fc.assert(
      fc.property(text, (any) => {
        const masked = String(mask(any).masked);
        for (const one of VALUES) expect(masked).not.toContain(one);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[C-OUT-1] a placeholder stands for one value, and one value has one placeholder', () => {
    const same = (one: string) => one.toLowerCase().replace(/[^a-z0-9]/g, '');
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (fields) => {
        const session = new PlaceholderSession();
        const known = new Map<string, string>();
        const placeholderOf = new Map<string, string>();
        for (const any of fields) {
          for (const { start, end, type, placeholder } of mask(any, session).spans) {
            const one = same(any.slice(start, end));
            expect(known.get(placeholder) ?? one).toBe(one);
            expect(placeholderOf.get(type + one) ?? placeholder).toBe(placeholder);
            known.set(placeholder, one);
            placeholderOf.set(type + one, placeholder);
          }
        }
      }),
    );
  });

  it('[C-OUT-1] what one ticket taught is unknown to the next', () => {
    const first = new PlaceholderSession();
    expect(mask('My name is Zebulon Quack.', first).masked).toBe('My name is [PERSON_1].');
    expect(mask('the Quack file', first).masked).toBe('the [PERSON_1] file');
    expect(mask('the Quack file').masked).toBe('the Quack file');
    expect(mask('mail ana@shop.example').masked).toBe('mail [EMAIL_1]');
  });

  it('[C-OUT-1] two texts joined by a blank line are masked as they are apart', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (left, right) => {
        const [one, other] = [left.join('\n\n'), right.join('\n\n')];
        const session = new PlaceholderSession();
        const joined = String(mask(`${one}\n\n${other}`, session).masked);
        // The names that one half shows are known in the other, as they are when both are fields of one ticket.
        const apart = [one, other].map((half) => unnumbered(String(mask(half, session).masked)));
        expect(unnumbered(joined)).toBe(apart.join('\n\n'));
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaskingRefused } from '../refusal.ts';
import { LONG_TEXT_LIMIT } from '../text-masking.ts';
import { areIsolated } from './isolated.ts';
import { maskPatterns } from './mask-patterns.ts';

const mask = (text: string) => String(maskPatterns(text, { profile: 'result' }).masked);

describe('the pattern tier', () => {
  it('[C-OUT-1] refuses a text above 1 MiB, and answers with a marker in the log profile', () => {
    const text = 'a'.repeat(LONG_TEXT_LIMIT + 1);
    expect(() => mask(text)).toThrow(MaskingRefused);
    expect(maskPatterns(text, { profile: 'log' }).masked).toBe('[masked: text_too_long]');
  });

  it('[C-OUT-1] refuses a card without its checksum in the strict profile', () => {
    expect(() => maskPatterns('paid 4242 4242 4242 4241', { profile: 'strict' })).toThrow(
      'masking_unsure: card_shape_without_checksum',
    );
  });

  it.each([
    ['mail to nora.q@customer.example failed', 'mail to [EMAIL_1] failed'],
    ['key sk_live_FAKE0123456789abcdef leaked', 'key [SECRET_1] leaked'],
    ['note eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl end', 'note [SECRET_1] end'],
    ['sealed eyJhbGciOiJkaXIifQ..aXYtaXYtaXY.Y2lwaGVy.dGFn end', 'sealed [SECRET_1] end'],
    ['from 203.0.113.7 to 127.0.0.1', 'from [IP_1] to 127.0.0.1'],
    ['device 00:1b:44:11:3a:b7', 'device [MAC_1]'],
    ['card 4242-4242-4242-4242 declined', 'card [CREDIT_CARD_1] declined'],
    ['iban=DE89370400440532013000&x=1', 'iban=[IBAN_1]&x=1'],
    ['{"db_password":"x9y8z7","user":"app"}', '{"db_password":"[PASSWORD_1]","user":"app"}'],
    ['{\\"password\\":\\"x9y8z7\\"}', '{\\"password\\":\\"[PASSWORD_1]\\"}'],
    ['?access_token=abcdef0123456789&page=2', '?access_token=[SECRET_1]&page=2'],
    ['Authorization: Bearer abc.def.ghi012', 'Authorization: Bearer [SECRET_1]'],
    ['Authorization: DPoP abcdefghij0123456', 'Authorization: DPoP [SECRET_1]'],
    ['Set-Cookie: sid=abc; Path=/', 'Set-Cookie: [SECRET_1]'],
    ['phone: 0171 3920087, next', 'phone: [PHONE_1], next'],
    ['call +1 206-555-0143 now', 'call [PHONE_1] now'],
    ['redis://app:Fake-Pw1@cache.shop.example/0 down', 'redis://app:[PASSWORD_1]@cache.shop.example/0 down'],
    ['amqp://app:p@ss#12@mq.shop.example/x', 'amqp://app:[PASSWORD_1]@mq.shop.example/x'],
    ['-----BEGIN EC PRIVATE KEY-----\nFAKE\n-----END EC PRIVATE KEY-----\nok', '[SECRET_1]\nok'],
    ['q=jo%2Esmith%40shop.example&p=1', 'q=[EMAIL_1]&p=1'],
  ])('[C-OUT-3] [C-AU-7] masks %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '2026-11-20T06:58:03.114Z ERROR checkout-api PAY-4092 duplicate_capture order=ord_8Q2K7ZP4 attempt=2',
    '{"level":"warn","time":1795000000123,"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","delayMs":1500}',
    'GET /v2/orders/7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001?expand=lines HTTP/1.1 504 12043 "Firefox/145.0"',
    '    at CaptureService.settle (/srv/checkout/src/capture/settle.ts:214:17)',
    'password: required, token: expired, cookie: -',
    'token_type=Bearer tokens_count=512 tokenId=t-1',
    'sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
    'chunk main.4f2a91.js?v=1.20.3.4 build 4.17.9.1',
  ])('[C-AU-7] keeps %j', (text) => {
    expect(mask(text)).toBe(text);
  });
});

const piece = fc.constantFrom(
  'password=',
  '"token": "',
  'hunter2',
  'abcdef0123456789',
  'Bearer ',
  'a@b.example',
  '4242 4242 4242 4242',
  '203.0.113.7',
  '+1 206-555-0143',
  'sk_live_abcdef0123456789',
  'eyJhbGciOi.eyJzdWIi.abcd',
  'phone: ',
  '://u:p4ss@h/x ',
  '://00-1b-44-11-3a-b7:',
  '://ab:',
  ':5432/',
  '@',
  '#',
  'ab',
  'DE89370400440532013000',
  '[EMAIL_1]',
  '%40',
  '\\"',
  ' ',
  '\n',
  ':',
  '=',
  '-',
  '.',
  'x',
  '7',
  'ü',
);

describe('for every text the pattern tier', () => {
  it('[C-OUT-1] is stable, places spans exactly and throws nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 40 }),
          fc.array(piece, { maxLength: 16 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const { masked, spans } = maskPatterns(text, { profile: 'result' });
          expect(mask(String(masked))).toBe(masked);
          let rebuilt = '';
          let from = 0;
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(from);
            rebuilt += text.slice(from, span.start) + span.placeholder;
            from = span.end;
          }
          expect(rebuilt + text.slice(from)).toBe(masked);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe('where a value stands by itself', () => {
  it.each([
    ['mail jo@shop.example, please', true],
    ['"jo@shop.example"', true],
    ['jo@shop.example', true],
    ['jo@shop.example 42', false],
    ['jo@shop.example\n(0)', false],
    ['7 - jo@shop.example', false],
    ['x-jo@shop.example:', false],
    ['jo@shop.example:5432/x', true],
    ['jo@shop.example:54:32', false],
    ['jo@shop.example:54.32', false],
    ['db://app:jo@shop.example@host', true],
    ['db://00-1b-44-11-3a-b7:jo@shop.example@host', false],
    ['app:jo@shop.example@host', false],
  ])('one reading of %j is enough: %j', (text, enough) => {
    const start = text.indexOf('jo@');
    const span = {
      start,
      end: start + 'jo@shop.example'.length,
      type: 'EMAIL',
      placeholder: '',
      confidence: 'certain',
    } as const;
    expect(areIsolated(text, [span])).toBe(enough);
  });
});

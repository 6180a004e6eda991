import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPatterns } from '../patterns/mask-patterns.ts';
import { MaskingRefused } from '../refusal.ts';
import { ChunkMasker } from './chunk-masker.ts';
import { MaskingStream } from './masking-stream.ts';

const inPieces = (text: string, cuts: readonly number[]): string[] => {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((left, right) => left - right), text.length];
  return places.slice(1).map((place, index) => text.slice(places[index], place));
};

function maskChunks(chunks: readonly (string | Uint8Array)[], profile: 'strict' | 'result' | 'log' = 'result'): string {
  const masker = new ChunkMasker({ profile });
  return chunks.map((chunk) => masker.next(chunk)).join('') + masker.end();
}

const LINE = '2026-11-20T06:58:03.114Z INFO checkout-api order=ord_8Q2K7ZP4 status=captured attempt=2\n';

describe('refusals of the stream', () => {
  it('[C-OUT-3] refuses a text of 1 MiB that gives no place to divide it, and lets nothing of it out', () => {
    const masker = new ChunkMasker({ profile: 'result' });
    let out = '';
    expect(() => {
      for (let index = 0; index < 80; index += 1) out += masker.next('x'.repeat(16_384));
    }).toThrow(MaskingRefused);
    expect(out).toBe('');
    expect(masker.end()).toBe('');
  });

  it('[C-OUT-3] masks a key block longer than a step as one value', () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${'MIIEFAKE+FAKE/FAKEFAKE0123456789\n'.repeat(2_000)}-----END PRIVATE KEY-----`;
    const text = `${LINE.repeat(50)}${key}\n${LINE.repeat(50)}`;
    const masked = maskChunks(inPieces(text, [100, 5_000, 30_000, 60_000]));
    expect(masked).toBe(`${LINE.repeat(50)}[SECRET_1]\n${LINE.repeat(50)}`);
  });

  it('[C-OUT-3] says where in the whole stream an unsure value stands', () => {
    const text = `${LINE.repeat(400)}paid 4242 4242 4242 4241 today\n${LINE.repeat(400)}`;
    const at = text.indexOf('4242 4242');
    expect(() => maskChunks(inPieces(text, [20_000, 40_000]), 'strict')).toThrow(
      expect.objectContaining({ reason: 'masking_unsure', at: { start: at, end: at + 19 } }),
    );
  });

  it('[C-AU-7] ends with a marker in the log profile', () => {
    expect(maskChunks([new Uint8Array([0x61, 0xff, 0x62])], 'log')).toBe('[masked: masking_failed]');
    expect(() => maskChunks([new Uint8Array([0x61, 0xff, 0x62])])).toThrow('broken_unicode');
  });
});

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constant(LINE) },
  fc.constantFrom(
    'mail jo@shop.example ',
    '4242 4242 4242 4242 ',
    '4242\n4242\n4242\n4242\n',
    'DE89 3704 0044 0532 0130 00\n',
    'password: hunter2 ',
    '"token":"abcdef0123456789",',
    'Authorization: Bearer abc.def.ghi012\n',
    'Cookie: a=b; c=d; e=f\n',
    '+1 206-555-0143 ',
    'phone: (206) 555-0143\n',
    'sk_live_abcdef0123456789 ',
    '203.0.113.7 ',
    'redis://app:p4ss@cache.shop.example/0 ',
    '-----BEGIN KEY-----\nFAKE\n-----END KEY-----\n',
    'jo\\u0040shop.example ',
    '{\\"password\\":\\"x9y8z7\\"} ',
    'x'.repeat(700),
    '😀 ',
    'é\u0301 ',
    ' ',
    '\n',
  ),
);
const longText = fc.array(piece, { minLength: 100, maxLength: 900 }).map((pieces) => pieces.join(''));

describe('for every text and every division of it the stream', () => {
  it('[C-OUT-3] gives what the whole gives', () => {
    fc.assert(
      fc.property(longText, fc.array(fc.nat(), { maxLength: 30 }), (text, cuts) => {
        const whole = String(maskPatterns(text, { profile: 'result', deadlineMs: 20_000 }).masked);
        expect(maskChunks(inPieces(text, cuts))).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('[C-OUT-3] reads bytes divided inside a character', async () => {
    const text = `Grüße an jo@shop.example 😀 ${LINE.repeat(300)} Ende`;
    const bytes = new TextEncoder().encode(text);
    const source = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.subarray(at, at + 7));
        controller.close();
      },
    });
    let out = '';
    for await (const part of source.pipeThrough(new MaskingStream({ profile: 'result' }))) out += part;
    expect(out).toBe(text.replace('jo@shop.example', '[EMAIL_1]'));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { redact, redactText } from './redact.ts';

const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLWEtdG9rZW4';

function capture() {
  const lines: string[] = [];
  const logger = createLogger('spec', 'debug', { write: (line: string) => void lines.push(line) });
  return { lines, logger };
}

describe('[C-AU-7] what is logged', () => {
  const secrets: [string, Record<string, unknown>, string][] = [
    ['a token under any key', { upstream: { note: `got ${JWT}` } }, JWT],
    ['a value under a secret key', { access_token: 'opaque-value-123' }, 'opaque-value-123'],
    ['an authorization header', { headers: { authorization: 'DPoP abcdefghijk' } }, 'abcdefghijk'],
    ['a header inside a message', { msg2: 'sent Bearer abcdefghijk12' }, 'abcdefghijk12'],
    ['a Linear key', { note: 'lin_api_0123456789abcdefghij' }, '0123456789abcdefghij'],
    ['an e-mail address', { note: 'from nora@customer.example' }, 'nora@customer.example'],
    ['an e-mail address in escapes', { note: 'from nora%40customer.example' }, 'nora%40customer'],
    ['a phone number behind its label', { note: 'phone: +49 30 901820' }, '901820'],
    ['a bank account', { note: 'IBAN DE89 3704 0044 0532 0130 00' }, '0532 0130'],
    ['a password in a connection string', { note: 'postgres://app:hunter2@db:5432/x' }, 'hunter2'],
    ['a password behind its key', { note: 'password=hunter2secret' }, 'hunter2secret'],
    ['a private key', { note: '-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----' }, 'MIGHAgEA'],
    [
      'half of a value that the end of a long text cuts',
      { note: `${'x '.repeat(4_090)}nora@customer.example` },
      'nora',
    ],
    ['a card number', { note: 'card 4242 4242 4242 4242' }, '4242 4242'],
    ['a one-time code', { code: 'splxlo-one-time' }, 'splxlo-one-time'],
  ];
  it.each(secrets)('never holds %s', (_, fields, secret) => {
    const { lines, logger } = capture();
    logger.info(fields, 'something happened');
    expect(lines.join('')).not.toContain(secret);
  });

  it('scrubs messages, interpolation and errors with whatever hangs on them', () => {
    const { lines, logger } = capture();
    const error = Object.assign(new Error(`failed with ${JWT}`), { config: { headers: { cookie: 'sid=canary-1' } } });
    logger.error({ err: error }, `told ${JWT}`);
    logger.error(error);
    logger.warn('value %s', JWT);
    expect(lines.join('')).not.toMatch(/eyJhbGci|canary-1/);
  });

  it('keeps one event on one line whatever is logged (log injection)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { lines, logger } = capture();
        logger.info({ text }, text);
        expect(lines).toHaveLength(1);
        expect(lines[0]?.trimEnd()).not.toContain('\n');
        JSON.parse(lines[0] ?? '');
      }),
    );
  });

  it('keeps what operators look for', () => {
    const lines = [
      'listening on http://127.0.0.1:8000',
      '4bf92f3577b34da6a3ce929d0e0e4736 took 12.5 ms, 200',
      'call 0192f3aa-1111-7abc-8def-1234567890ab of 2026-11-21T16:22:10.123Z',
      'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'at Ingest.freeze (/app/services/audit/dist/events/ingest.js:47:34)',
    ];
    expect(lines.map(redactText)).toEqual(lines);
  });

  it('keeps a line that holds broken Unicode', () => {
    expect(redactText('half \ud83d of nora@customer.example')).toBe('half \ufffd of [EMAIL_1]');
  });

  it('keeps identifiers that open nothing', () => {
    expect(redact({ tokenId: 't-1', decision: 'd-1', status: 200 })).toEqual({
      tokenId: 't-1',
      decision: 'd-1',
      status: 200,
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';
import { redact } from './redact.ts';

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

  it('keeps identifiers that open nothing', () => {
    expect(redact({ tokenId: 't-1', decision: 'd-1', status: 200 })).toEqual({
      tokenId: 't-1',
      decision: 'd-1',
      status: 200,
    });
  });
});

import { createServiceAssertion, generateKey } from '@sallyport/authn';
import { describe, expect, it } from 'vitest';
import { batchOf, PUBLIC_URL } from '../../test/installation.ts';
import { issuedEvent, NOW } from '../../test/sample.ts';
import type { HttpRefusal } from '../http/refusal.ts';
import { Overloaded } from '../log/group-commit.ts';
import type { Refusal } from '../own-events/refusals.ts';
import { Ingest } from './ingest.ts';

const { key } = generateKey();
const body = Buffer.from(JSON.stringify(batchOf([issuedEvent()])));
const authorization = `Bearer ${createServiceAssertion(key, { service: 'token-broker-issuer', audience: PUBLIC_URL, body, now: NOW })}`;
const refusals: Refusal[] = [];
const ingestInto = (append: () => Promise<never>) =>
  new Ingest(
    { append },
    {
      audience: PUBLIC_URL,
      keys: { get: () => [key.jwk] },
      now: () => NOW,
      refused: (refusal) => void refusals.push(refusal),
    },
  );
const failure = async (append: () => Promise<never>, proof: string | undefined = authorization) =>
  (await ingestInto(append)
    .accept(proof, body)
    .catch((error) => error)) as HttpRefusal;

describe('ingest', () => {
  it.each([
    ['the store fails', new Error('terminating connection due to administrator command')],
    ['too much is waiting', new Overloaded('too much is waiting')],
  ])('[C-AU-2] acknowledges nothing and says so when %s', async (_, error) => {
    const refusal = await failure(() => Promise.reject(error));
    expect([refusal.status, refusal.reason]).toEqual([503, 'audit_unavailable']);
    expect(refusal.headers).toHaveProperty('retry-after');
    expect(refusal.message).not.toContain('terminating');
  });

  it('does not look at a body before its producer is proved', async () => {
    const refusal = await failure(() => Promise.reject(new Error('must not be reached')), 'Bearer x');
    expect(refusal.status).toBe(401);
    expect(refusals.at(-1)).toEqual({ producer: 'unknown', reasons: ['token_malformed'] });
  });
});

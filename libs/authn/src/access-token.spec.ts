import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccessTokenVerifier, createDpopProof, generateKey, Refused, ReplayMemory, signJwt } from './index.ts';

const ISSUER = 'http://localhost:8010';
const AUDIENCE = 'http://localhost:8000/mcp';
const URL_ = AUDIENCE;
const issuer = generateKey().key;
const agent = generateKey().key;
let now = 1_800_000_000_000;

const claims = () => {
  const iat = Math.floor(now / 1_000);
  return {
    iss: ISSUER,
    aud: AUDIENCE as unknown,
    sub: '6f8b1c1e-6a0c-4c7e-9c55-0d1f9e5b2a01',
    client_id: 'sallyport-demo',
    scope: 'tickets:read issues:create',
    jti: 'token-0001',
    iat,
    nbf: iat,
    exp: iat + 600,
    tenant: 'harbor',
    name: 'Ada Okafor',
    roles: ['support_engineer'],
    grant_id: 'grant-0001',
    act: { sub: 'sallyport-demo' } as object,
  };
};
type Change = Record<string, unknown>;
const token = (change: Change = {}, typ = 'at+jwt', key = issuer) => signJwt(key, typ, { ...claims(), ...change });

let verifier: AccessTokenVerifier;
beforeEach(() => {
  now = 1_800_000_000_000;
  verifier = new AccessTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    jwks: async () => [issuer.jwk],
    replay: new ReplayMemory(() => now),
    now: () => now,
  });
});
const present = (authorization: string | undefined, dpop?: string, url = URL_) =>
  verifier.verify({ authorization, dpop, method: 'POST', url });
const reasonOf = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
  return 'accepted';
};
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an access token (RFC 9068) is refused', () => {
  const forged: [string, () => string, string][] = [
    ['for another audience', () => token({ aud: 'http://localhost:8020' }), 'token_wrong_audience'],
    ['for two audiences', () => token({ aud: [AUDIENCE, 'http://localhost:8020'] }), 'token_wrong_audience'],
    ['for a one-element audience list', () => token({ aud: [AUDIENCE] }), 'token_wrong_audience'],
    ['of another issuer', () => token({ iss: 'http://localhost:9999' }), 'token_wrong_issuer'],
    ['after it expired', () => token({ exp: claims().iat - 10, iat: claims().iat - 60 }), 'token_expired'],
    ['before it begins', () => token({ nbf: claims().iat + 120 }), 'token_claim_missing'],
    ['from the future', () => token({ iat: claims().iat + 120 }), 'token_claim_missing'],
    ['that lives longer than ten minutes', () => token({ exp: claims().iat + 601 }), 'token_lifetime_too_long'],
    ['that is an ID token', () => token({}, 'JWT'), 'token_wrong_type'],
    ['that is a capability', () => token({}, 'capability+jwt'), 'token_wrong_type'],
    ['signed by a stranger', () => token({}, 'at+jwt', generateKey().key), 'token_signature_invalid'],
    [
      'signed by a stranger under our kid',
      () => token({}, 'at+jwt', { ...generateKey().key, kid: issuer.kid }),
      'token_signature_invalid',
    ],
    [
      'with alg none',
      () => `${part({ alg: 'none', typ: 'at+jwt', kid: issuer.kid })}.${part(claims())}.AA`,
      'token_signature_invalid',
    ],
    ['with HS256 keyed by our public key', hs256, 'token_signature_invalid'],
    ['with critical headers', () => signJwt(issuer, 'at+jwt', claims(), { crit: ['exp'] }), 'token_signature_invalid'],
    [
      'with its own jwk header',
      () => signJwt(generateKey().key, 'at+jwt', claims(), { jwk: generateKey().key.jwk }),
      'token_signature_invalid',
    ],
    ['that is three dots', () => '..', 'token_malformed'],
    ['that is an array', () => `${part([])}.${part([])}.AA`, 'token_malformed'],
    ['that is enormous', () => 'a'.repeat(20_000), 'token_malformed'],
    ['with a chain of five actors', () => token({ act: chain(5) }), 'actor_chain_too_long'],
  ];
  it.each(forged)('[C-ID-5] %s', async (_, make, reason) => {
    expect(await reasonOf(present(`Bearer ${make()}`))).toBe(reason);
  });

  it.each(['sub', 'client_id', 'jti', 'nbf', 'tenant', 'act', 'grant_id', 'scope'])(
    '[C-ID-5] without %s',
    async (claim) => {
      expect(await reasonOf(present(`Bearer ${token({ [claim]: undefined })}`))).toBe('token_claim_missing');
    },
  );

  it.each([undefined, '', 'Bearer', 'Basic YTpi', 'Bearer a b', `Bearer ${'.'.repeat(3)}\n`])(
    '[C-ID-1] when the header is %j',
    async (header) => {
      expect(await reasonOf(present(header))).toMatch(/^token_(missing|malformed)$/);
    },
  );

  it('[C-ID-5] whatever single character of it is changed', async () => {
    const good = token();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.constantFrom(...'ABab01_-.'), async (at, char) => {
        fc.pre(good[at] !== char);
        expect(await reasonOf(present(`Bearer ${good.slice(0, at)}${char}${good.slice(at + 1)}`))).not.toBe('accepted');
      }),
    );
  });

  it('once it has expired, even when it was verified and cached before', async () => {
    const good = token();
    expect(await reasonOf(present(`Bearer ${good}`))).toBe('accepted');
    now += 601_000 + 5_000;
    expect(await reasonOf(present(`Bearer ${good}`))).toBe('token_expired');
  });
});

describe('a DPoP-bound token (RFC 9449)', () => {
  const bound = () => token({ cnf: { jkt: agent.jkt } });
  const proof = (
    accessToken: string,
    change: Partial<{ method: string; url: string; key: typeof agent; now: number }> = {},
  ) => createDpopProof(change.key ?? agent, { method: 'POST', url: URL_, accessToken, now, ...change });

  it('[C-ID-6] is refused as a bearer token', async () => {
    expect(await reasonOf(present(`Bearer ${bound()}`))).toBe('dpop_invalid');
  });

  it('[C-ID-6] is refused without a proof', async () => {
    expect(await reasonOf(present(`DPoP ${bound()}`))).toBe('dpop_missing');
  });

  it('[C-ID-6] an unbound token is not made better by a proof', async () => {
    const plain = token();
    expect(await reasonOf(present(`DPoP ${plain}`, proof(plain)))).toBe('dpop_invalid');
  });

  const bad: [string, (at: string) => string][] = [
    ['by another key', (at) => proof(at, { key: generateKey().key })],
    ['for another method', (at) => proof(at, { method: 'GET' })],
    ['for another URL', (at) => proof(at, { url: 'http://localhost:8011/redeem' })],
    ['that is old', (at) => proof(at, { now: now - 61_000 })],
    ['from the future', (at) => proof(at, { now: now + 30_000 })],
    ['for another token', () => proof(token())],
    [
      'of another type',
      (at) => signJwt(agent, 'jwt', { htm: 'POST', htu: URL_, iat: now / 1_000, jti: 'x'.repeat(9), ath: at }),
    ],
    ['that is not a JWT', () => 'proof'],
  ];
  it.each(bad)('[C-ID-6] is refused with a proof %s', async (_, make) => {
    const at = bound();
    expect(await reasonOf(present(`DPoP ${at}`, make(at)))).toBe('dpop_invalid');
  });

  it('[C-ID-7] is refused when the proof was used before', async () => {
    const at = bound();
    const once = proof(at);
    expect(await reasonOf(present(`DPoP ${at}`, once))).toBe('accepted');
    expect(await reasonOf(present(`DPoP ${at}`, once))).toBe('dpop_replayed');
  });

  it('is accepted with a proof of its own key, whatever the query string', async () => {
    const at = bound();
    expect((await present(`DPoP ${at}`, proof(at), `${URL_}?x=1`)).jkt).toBe(agent.jkt);
  });
});

it('a good token makes a caller: person, agent, scopes, roles', async () => {
  expect(await present(`Bearer ${token()}`)).toMatchObject({
    name: 'Ada Okafor',
    tenant: 'harbor',
    clientId: 'sallyport-demo',
    scopes: ['tickets:read', 'issues:create'],
    act: { sub: 'sallyport-demo' },
    jkt: undefined,
  });
});

function hs256(): string {
  const input = `${part({ alg: 'HS256', typ: 'at+jwt', kid: issuer.kid })}.${part(claims())}`;
  const pem = createPublicKey({ key: issuer.jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
}

function chain(length: number): object {
  return length === 1 ? { sub: 'agent-1' } : { sub: `agent-${length}`, act: chain(length - 1) };
}

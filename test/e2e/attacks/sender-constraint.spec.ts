import { createDpopProof, generateKey, type SigningKey, signJwt } from '@sallyport/authn';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent, signIn, type Tokens } from '../world/agent.ts';
import { house, MCP_URL } from '../world/house.ts';
import { speak } from '../world/mcp-message.ts';
import { nothingOutsideHappens } from '../world/outside.ts';

describe('a token bound to a key (RFC 9449)', () => {
  const { key } = generateKey();
  const { key: thief } = generateKey();
  let bound: Tokens;
  let other: Tokens;

  beforeAll(async () => {
    bound = await new Agent({ key }).signIn('grace');
    other = await signIn('grace');
  });
  nothingOutsideHappens();

  const proofFor = (changes: Partial<Parameters<typeof createDpopProof>[1]> = {}, by: SigningKey = key) =>
    createDpopProof(by, {
      method: 'POST',
      url: MCP_URL,
      accessToken: bound.access_token,
      now: Date.now(),
      ...changes,
    });
  /** A proof whose claims are given by hand. */
  const rawProof = (claims: Record<string, unknown>, typ = 'dpop+jwt', header: Record<string, unknown> = {}) => {
    const { kty, crv, x, y } = key.jwk;
    return signJwt(key, typ, claims, { jwk: { kty, crv, x, y }, ...header });
  };
  const use = (dpop: string | string[] | undefined, authorization = `DPoP ${bound.access_token}`) =>
    speak(undefined, '2026-07-28', 'tools/list', {}, { authorization, dpop });

  it(verifies('door:sender-constraint', 'with its key and a fresh proof it is accepted'), async () => {
    expect(bound.token_type).toBe('DPoP');
    expect((await use(proofFor())).status).toBe(200);
  });

  const now = () => Math.floor(Date.now() / 1_000);
  it.each<[string, () => [string | string[] | undefined, string?]]>([
    ['as Bearer, without a proof', () => [undefined, `Bearer ${bound.access_token}`]],
    ['as Bearer, with a proof', () => [proofFor(), `Bearer ${bound.access_token}`]],
    ['without a proof', () => [undefined]],
    ['with the thief’s own proof', () => [proofFor({}, thief)]],
    ['with a proof for GET', () => [proofFor({ method: 'GET' })]],
    ['with a proof for another resource', () => [proofFor({ url: `${house.urls.audit}/checkpoint` })]],
    ['with a proof for another path', () => [proofFor({ url: `${MCP_URL}/read` })]],
    ['with a proof for another token', () => [proofFor({ accessToken: other.access_token })]],
    [
      'with a proof that names no token',
      () => [rawProof({ htm: 'POST', htu: MCP_URL, iat: now(), jti: 'no-ath-0001' })],
    ],
    ['with a proof of two minutes ago', () => [proofFor({ now: Date.now() - 120_000 })]],
    ['with a proof from the future', () => [proofFor({ now: Date.now() + 60_000 })]],
    [
      'with a proof of another type',
      () => [rawProof({ htm: 'POST', htu: MCP_URL, iat: now(), jti: 'typ-00001' }, 'JWT')],
    ],
    ['with two proofs', () => [[proofFor(), proofFor()]]],
    ['with no proof but text', () => [['proof']]],
  ])(verifies('door:sender-constraint', '%s it is refused'), async (_, make) => {
    const { status, headers } = await use(...make());
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it(verifies('door:sender-constraint', 'a proof works once'), async () => {
    const proof = proofFor();
    expect((await use(proof)).status).toBe(200);
    expect((await use(proof)).status).toBe(401);
  });

  it(verifies('door:sender-constraint', 'a forwarded host does not change what a proof is for'), async () => {
    const proof = createDpopProof(key, {
      method: 'POST',
      url: 'http://evil.example/mcp',
      accessToken: bound.access_token,
      now: Date.now(),
    });
    const headers = { authorization: `DPoP ${bound.access_token}`, dpop: proof, 'x-forwarded-host': 'evil.example' };
    expect((await speak(undefined, '2026-07-28', 'tools/list', {}, headers)).status).toBe(401);
  });

  it(verifies('door:sender-constraint', 'a stolen refresh token is worth nothing with another key'), async () => {
    const answer = await new Agent({ key: thief }).refresh(bound.refresh_token);
    expect(answer.status).toBe(400);
    expect(answer.json.error).toBe('invalid_grant');
    expect((await new Agent().refresh(bound.refresh_token)).json.error).toBe('invalid_grant');
  });
});

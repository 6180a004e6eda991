import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoWorld, ISSUER } from '../testing/demo-vault.ts';
import { makeSigner } from '../testing/signer.ts';
import { startVaultSimulator } from '../vault-simulator.ts';
import type { JwtMountConfig } from './role.ts';
import { timeRefusal } from './token-times.ts';

const ROLE = 'linear-issues-create';

describe('JWT auth login', () => {
  const world = new DemoWorld();
  beforeAll(() => world.start());
  afterAll(() => world.close());

  async function refusal(jwt: string | undefined, role = ROLE): Promise<string> {
    const answer = await world.login('platform', role, jwt);
    expect(answer.status).toBe(400);
    return answer.body.errors?.[0] ?? '';
  }
  const seconds = () => Math.floor(world.now / 1000);

  it('refuses a role that is missing or does not exist, and a login without a JWT', async () => {
    expect(await refusal('x', '')).toBe('missing role');
    expect(await refusal('x', 'root')).toBe('role "root" could not be found');
    expect(await refusal('x', '__proto__')).toBe('role "__proto__" could not be found');
    expect(await refusal(undefined)).toBe('missing token');
  });

  it('[C-ID-5] refuses another audience, and a missing one', async () => {
    expect(await refusal(await world.assertion('ada', ROLE, { aud: 'http://localhost:8000/mcp' }))).toContain('(aud)');
    expect(await refusal(await world.assertion('ada', ROLE, { aud: undefined }))).toContain('(aud)');
  });

  it('[C-ID-5] refuses another issuer', async () => {
    expect(await refusal(await world.assertion('ada', ROLE, { iss: 'http://localhost:8030' }))).toContain('(iss)');
  });

  it('[C-ID-5] refuses an unsigned token, and an HMAC made with the public key', async () => {
    const claims = { iss: ISSUER, sub: 'ada', aud: 'vault', iat: seconds(), exp: seconds() + 60, vault_role: ROLE };
    expect(await refusal(new UnsecuredJWT(claims).encode())).toContain('(alg)');
    const secret = new TextEncoder().encode(JSON.stringify(world.issuer.jwk));
    const confused = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'issuer-1' }).sign(secret);
    expect(await refusal(await confused)).toContain('(alg)');
  });

  it('refuses a token signed by a stranger who uses a known key id', async () => {
    const stranger = await makeSigner('issuer-1');
    const claims = { iss: ISSUER, sub: 'ada', aud: 'vault', iat: seconds(), exp: seconds() + 60, vault_role: ROLE };
    expect(await refusal(await stranger.sign(claims))).toContain('error verifying token signature');
  });

  it('refuses garbage without repeating it', async () => {
    expect(await refusal('canary.canary.canary')).not.toContain('canary');
  });

  it('refuses an assertion made for another role: one for reading cannot onboard', async () => {
    const reading = await world.assertion('ada', 'linear-issues-read');
    expect(await refusal(reading, 'linear-onboard')).toContain('claim "vault_role" does not match');
    expect(await refusal(await world.assertion('ada', ROLE, { vault_role: undefined }))).toContain('is missing');
  });

  it('refuses a subject that is missing or not a string', async () => {
    expect(await refusal(await world.assertion('ada', ROLE, { sub: undefined }))).toContain('claim "sub" not found');
    const numeric = { sub: 7 as unknown as string };
    expect(await refusal(await world.assertion('ada', ROLE, numeric))).toContain('could not be converted');
  });

  it('[C-ID-5] with leeways of -1 refuses an assertion one second after it expired', async () => {
    const jwt = await world.assertion('ada', ROLE);
    world.now += 61_000;
    expect(await refusal(jwt)).toContain('token is expired');
  });

  it('with leeways of -1 refuses an assertion from the future', async () => {
    const early = { iat: seconds() + 5, exp: seconds() + 60 };
    expect(await refusal(await world.assertion('ada', ROLE, early))).toContain('(nbf)');
  });

  it('answers in the shape of a Vault login', async () => {
    const answer = await world.login('platform', ROLE, await world.assertion('ada', ROLE));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      data: null,
      lease_duration: 0,
      auth: {
        client_token: expect.stringMatching(/^hvs\.[\w-]{90,}$/),
        accessor: expect.any(String),
        policies: [ROLE],
        token_policies: [ROLE],
        metadata: { role: ROLE },
        lease_duration: 60,
        entity_id: expect.stringMatching(/^[\da-f-]{36}$/),
        token_type: 'service',
        num_uses: 1,
      },
    });
  });

  it('knows a person as the same entity at every login, and people apart', async () => {
    const first = await world.loginAs('ada', ROLE);
    const second = await world.loginAs('ada', 'linear-onboard');
    expect(second.entity_id).toBe(first.entity_id);
    expect((await world.loginAs('grace', ROLE)).entity_id).not.toBe(first.entity_id);
  });

  it('accepts one assertion twice, because Vault does not check jti: who forwards it must', async () => {
    const jwt = await world.assertion('ada', ROLE);
    expect((await world.login('platform', ROLE, jwt)).status).toBe(200);
    expect((await world.login('platform', ROLE, jwt)).status).toBe(200);
  });
});

describe('JWKS of a JWT mount', () => {
  const world = new DemoWorld();
  beforeAll(() => world.start());
  afterAll(() => world.close());

  it('[C-CR-7] keeps keys, and asks again when a token names one it does not know', async () => {
    await world.loginAs('ada', ROLE);
    await world.loginAs('ada', ROLE);
    expect(world.jwks.fetches).toBe(1);
    const claims = { iss: ISSUER, sub: 'ada', aud: 'vault', vault_role: ROLE };
    const times = { iat: Math.floor(world.now / 1000), exp: Math.floor(world.now / 1000) + 60 };
    const next = await makeSigner('issuer-2');
    const unknown = await world.login('platform', ROLE, await next.sign({ ...claims, ...times }));
    expect([unknown.status, world.jwks.fetches]).toEqual([400, 2]);
    world.jwks.keys = [next.jwk];
    expect((await world.login('platform', ROLE, await next.sign({ ...claims, ...times }))).status).toBe(200);
    const retired = await world.login('platform', ROLE, await world.assertion('ada', ROLE));
    expect(retired.status).toBe(400);
  });
});

describe('a JWKS that cannot be had', () => {
  it('refuses the login, with no word about the endpoint', async () => {
    const world = await new DemoWorld().start();
    await world.jwks.close();
    const answer = await world.login('platform', ROLE, await world.assertion('ada', ROLE));
    expect(answer).toMatchObject({ status: 400, body: { errors: [expect.stringContaining('fetching keys failed')] } });
    expect(answer.body.errors?.[0]).not.toContain('localhost');
    await Promise.all([world.vault.close(), world.upstream.close()]);
  });

  it('refuses to start with no key source, with two, or with a symmetric algorithm', async () => {
    const world = await new DemoWorld().start();
    const boot = (mount: Partial<JwtMountConfig>) => {
      const jwt = { platform: { roles: {}, ...mount } };
      return startVaultSimulator({ config: { ...world.config, jwt } });
    };
    await expect(boot({})).rejects.toThrow('exactly one of jwks_url and jwks');
    await expect(boot({ jwks_url: 'http://localhost/', jwks: { keys: [] } })).rejects.toThrow('exactly one');
    await expect(boot({ jwks: { keys: [] }, jwt_supported_algs: ['HS256'] })).rejects.toThrow('HS256');
    await world.close();
  });
});

describe('times of a JWT, by the defaults that Vault documents', () => {
  const at = 1_000_000_000;
  const lenient = { user_claim: 'sub', token_policies: [] };
  const strict = { ...lenient, expiration_leeway: -1, not_before_leeway: -1, clock_skew_leeway: -1 };
  const claims = { iat: at, exp: at + 60 };

  it('refuses a token without any time', () => {
    expect(timeRefusal({}, lenient, at * 1000)).toContain('no issued at');
  });

  it('accepts an expired token for 60 s when nothing is set or 0 is, and not a second longer', () => {
    for (const role of [lenient, { ...lenient, clock_skew_leeway: 0 }]) {
      expect(timeRefusal(claims, role, (at + 120) * 1000)).toBeUndefined();
      expect(timeRefusal(claims, role, (at + 121) * 1000)).toContain('(exp)');
    }
  });

  it('accepts it until exp, inclusive, when the leeway is -1', () => {
    expect(timeRefusal(claims, strict, (at + 60) * 1000)).toBeUndefined();
    expect(timeRefusal(claims, strict, (at + 61) * 1000)).toContain('(exp)');
  });

  it('gives a token without exp 150 s from its iat, or none', () => {
    expect(timeRefusal({ iat: at }, { ...lenient, clock_skew_leeway: -1 }, (at + 150) * 1000)).toBeUndefined();
    expect(timeRefusal({ iat: at }, { ...lenient, clock_skew_leeway: -1 }, (at + 151) * 1000)).toContain('(exp)');
    expect(timeRefusal({ iat: at }, strict, (at + 1) * 1000)).toContain('(exp)');
  });

  it('takes a token without nbf and iat 150 s before its exp, or not before it', () => {
    const bare = { exp: at };
    expect(timeRefusal(bare, { ...lenient, clock_skew_leeway: -1 }, (at - 150) * 1000)).toBeUndefined();
    expect(timeRefusal(bare, { ...lenient, clock_skew_leeway: -1 }, (at - 151) * 1000)).toContain('(nbf)');
    expect(timeRefusal(bare, strict, (at - 1) * 1000)).toContain('(nbf)');
  });
});

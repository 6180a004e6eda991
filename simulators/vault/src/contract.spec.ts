import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VaultConfig } from './config.ts';
import { Acl } from './policy/acl.ts';
import { parsePolicy } from './policy/policy.ts';
import type { Answer } from './testing/call-api.ts';
import { callApi } from './testing/call-api.ts';
import { DemoWorld, ROOT } from './testing/demo-vault.ts';
import { hasRealVault, RealVault } from './testing/real-vault.ts';

const ROLE = 'linear-issues-create';
const NOBODY = 'identity/entity/id/6b2c7a5e-1d0f-4c52-9a39-0f6a5c1b2d3e';

/** Role fields as left alone by an operator: the default leeways and the default policy. */
const LENIENT = { bound_audiences: ['vault'], user_claim: 'sub', token_policies: ['linear-onboard'], token_ttl: 60 };

/** Claims by name → what they change in a good assertion, times in seconds from now. */
const STRICT_CLAIMS: Record<string, { iat?: number | null; exp?: number | null } & Record<string, unknown>> = {
  good: {},
  'of another audience': { aud: 'x' },
  'of no audience': { aud: undefined },
  'of two audiences': { aud: ['x', 'vault'] },
  'of another issuer': { iss: 'x' },
  'expired 2 s ago': { iat: -62, exp: -2 },
  'from the future': { iat: 30 },
  'without exp': { iat: -5, exp: null },
  'without times': { iat: null, exp: null },
  'without its role': { vault_role: undefined },
  'for another role': { vault_role: 'z' },
  'for a list of roles': { vault_role: ['a', ROLE] },
  'without a subject': { sub: undefined },
};
const LENIENT_CLAIMS: typeof STRICT_CLAIMS = {
  'expired 50 s ago': { iat: -110, exp: -50 },
  'expired 70 s ago': { iat: -130, exp: -70 },
  'issued in 50 s': { iat: 50, exp: 90 },
  'issued in 70 s': { iat: 70, exp: 90 },
  'without exp, 200 s old': { iat: -200, exp: null },
  'without exp, 220 s old': { iat: -220, exp: null },
  'without iat, exp in 200 s': { iat: null, exp: 200 },
  'without iat, exp in 230 s': { iat: null, exp: 230 },
};

const COMPETING_TOKEN = { policies: ['competing'], no_default_policy: true };
const COMPETING_PATTERNS: [path: string, one: string, two: string][] = [
  ['a/b/c', 'a/b/c', 'a/b/*'],
  ['a/b/c/d', 'a/b/+/d', 'a/+/c/d'],
  ['a/b/c', 'a/+/c', 'a/+/c*'],
  ['a/b/c/d', 'a/+/c/d', 'a/+/+/d'],
  ['a/b/ccc', 'a/+/cc*', 'a/+/c*'],
  ['a/b/c/d/e', 'a/b/*', 'a/+/c*'],
  ['a/b/c', 'a/b*', 'a/+/c'],
  ['a/b', 'a/+', 'a/*'],
  ['ab/c', 'a*', '+/c'],
  ['a/b/c', '+/b/c', '*'],
  ['a/b/', 'a/b/', 'a/+/'],
  ['a/x/b', 'a/+/b', 'a/x*'],
];

describe.skipIf(!hasRealVault())('the simulator answers as a real OpenBao does', () => {
  const world = new DemoWorld();
  let real: RealVault;

  beforeAll(async () => {
    await world.start();
    await world.vault.close();
    world.now = Date.now();
    const { platform } = world.config.jwt;
    const roles = { ...platform?.roles, lenient: LENIENT };
    const config = { ...world.config, jwt: { ...world.config.jwt, platform: { ...platform, roles } } } as VaultConfig;
    await world.boot({ config, now: Date.now });
    real = await RealVault.start(config, ROOT);
  });
  afterAll(async () => {
    await real?.close();
    await world.close();
  });

  /** Runs the same requests against both. */
  async function same(run: (url: string) => Promise<unknown>): Promise<void> {
    expect(await run(world.vault.url)).toEqual(await run(real.url));
  }
  function assertion(role: string, { iat = 0, exp = 60, ...claims }: (typeof STRICT_CLAIMS)[string], sub = 'ada') {
    world.now = Date.now();
    const at = (seconds: number | null) => (seconds === null ? undefined : Math.floor(world.now / 1000) + seconds);
    return world.assertion(sub, role, { iat: at(iat), exp: at(exp), ...claims });
  }
  const login = (url: string, role: string, jwt: string) =>
    callApi(url, 'POST', 'auth/platform/login', { body: { role, jwt } });
  const holder = async (url: string, role = ROLE, sub = 'ada') =>
    (await login(url, role, await assertion(role, {}, sub))).body.auth;
  /** Status and errors, without what differs by design: the audience that is echoed. */
  const outcome = ({ status, body }: Answer) => [
    status,
    body?.errors?.map((text) => text.replace(/audience "[^"]*"/, '')),
  ];

  it.each(Object.entries(STRICT_CLAIMS))('to an assertion %s', async (_what, claims) => {
    const jwt = await assertion(ROLE, claims);
    await same(async (url) => outcome(await login(url, ROLE, jwt)));
  });

  it.each(Object.entries(LENIENT_CLAIMS))('with default leeways, to an assertion %s', async (_what, claims) => {
    const jwt = await assertion('lenient', claims);
    await same(async (url) => outcome(await login(url, 'lenient', jwt)));
  });

  it('to a login without a role, with an unknown one, in capitals, or by GET', async () => {
    const jwt = await assertion(ROLE, {});
    for (const role of ['', 'nobody', ROLE.toUpperCase()])
      await same(async (url) => outcome(await login(url, role, jwt)));
    await same(async (url) => outcome(await callApi(url, 'GET', 'auth/platform/login')));
  });

  it('in the fields of a login', async () => {
    await same(async (url) => {
      const { accessor, client_token, entity_id, ...auth } = await holder(url);
      return { ...auth, types: [accessor, client_token, entity_id].map((value) => typeof value) };
    });
  });

  it('to no token, a bad one, one that is used up, and one that was spent on a refusal', async () => {
    await same(async (url) => outcome(await callApi(url, 'GET', 'linear/creds/x/y')));
    await same(async (url) => outcome(await callApi(url, 'GET', 'linear/creds/x/y', { token: 'hvs.bad' })));
    for (const first of ['creator', 'curator']) {
      await same(async (url) => {
        const { client_token: token, entity_id: entity } = await holder(url);
        const read = (name: string) => callApi(url, 'GET', `linear/creds/${entity}/${name}`, { token });
        return [outcome(await read(first)), outcome(await read('creator'))];
      });
    }
  });

  it('to another person, to a path no policy names, and to paths that do not exist', async () => {
    await same(async (url) => {
      const { entity_id: ada } = await holder(url);
      const { client_token: token } = await holder(url, ROLE, 'mina');
      return outcome(await callApi(url, 'GET', `linear/creds/${ada}/creator`, { token }));
    });
    for (const path of ['nothing/here', 'auth/token/nothing-here', NOBODY]) {
      await same(async (url) => outcome(await callApi(url, 'GET', path, { token: ROOT })));
    }
    await same(async (url) => outcome(await callApi(url, 'DELETE', 'auth/token/lookup-self', { token: ROOT })));
  });

  it('in looking up, renewing and revoking a token', async () => {
    await same(async (url) => {
      const { client_token: token } = await holder(url, 'lenient');
      const looked = await callApi(url, 'GET', 'auth/token/lookup-self', { token });
      const { policies, creation_ttl, path, display_name, meta, type, num_uses } = looked.body.data;
      const renewed = await callApi(url, 'POST', 'auth/token/renew-self', { token, body: { increment: 30 } });
      const revoked = await callApi(url, 'POST', 'auth/token/revoke-self', { token });
      const after = await callApi(url, 'GET', 'auth/token/lookup-self', { token });
      const fields = Object.keys(looked.body.data).sort();
      const token_ = { fields, policies, creation_ttl, path, display_name, meta, type, num_uses };
      return [token_, renewed.body.auth.lease_duration, revoked.status, outcome(after)];
    });
    for (const body of [{}, { accessor: 'unknown' }]) {
      await same(async (url) => {
        const answer = await callApi(url, 'POST', 'auth/token/revoke-accessor', { token: ROOT, body });
        return [...outcome(answer), answer.body?.warnings];
      });
    }
  });

  it('in disabling an entity', async () => {
    await same(async (url) => {
      const { client_token: token, entity_id: id } = await holder(url, 'lenient', 'ken');
      const disabled = await callApi(url, 'POST', `identity/entity/id/${id}`, {
        token: ROOT,
        body: { disabled: true },
      });
      const used = await callApi(url, 'GET', 'auth/token/lookup-self', { token });
      return [
        disabled.status,
        outcome(used),
        outcome(await login(url, 'lenient', await assertion('lenient', {}, 'ken'))),
      ];
    });
    await same(async (url) => outcome(await callApi(url, 'POST', NOBODY, { token: ROOT, body: { disabled: true } })));
  });

  it.each(COMPETING_PATTERNS)('in which of two patterns decides about %s: %s or %s', async (path, one, two) => {
    for (const [first, second] of [
      ['deny', 'read'],
      ['read', 'deny'],
    ] as const) {
      const policy = `path "${one}" { capabilities = ["${first}"] }\npath "${two}" { capabilities = ["${second}"] }`;
      await callApi(real.url, 'PUT', 'sys/policies/acl/competing', { token: ROOT, body: { policy } });
      const created = await callApi(real.url, 'POST', 'auth/token/create', { token: ROOT, body: COMPETING_TOKEN });
      const body = { token: created.body.auth.client_token, path };
      const { data } = (await callApi(real.url, 'POST', 'sys/capabilities', { token: ROOT, body })).body;
      const acl = new Acl([parsePolicy('competing', { [one]: [first], [two]: [second] })], undefined);
      expect(acl.allows(path, 'read') ? ['read'] : ['deny']).toEqual(data.capabilities);
    }
  });
});

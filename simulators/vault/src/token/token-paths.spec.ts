import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoWorld, ROOT } from '../testing/demo-vault.ts';

describe('service tokens', () => {
  const world = new DemoWorld();
  let entityId = '';
  beforeAll(async () => {
    await world.start();
    entityId = await world.onboard('ada', 'creator');
  });
  afterAll(() => world.close());

  const gateway = async () => (await world.loginService('token-broker-gateway')).body.auth;

  it('refuses no token, a made-up token and an expired one with the same 403', async () => {
    const { client_token: expired } = await world.loginAs('ada', 'linear-issues-create');
    world.now += 60_000;
    const path = `linear/creds/${entityId}/creator`;
    for (const token of [undefined, 'hvs.made-up', expired]) {
      const answer = await world.api('GET', path, token === undefined ? {} : { token });
      expect([answer.status, answer.body.errors?.[0]]).toEqual([403, expect.stringContaining('permission denied')]);
    }
  });

  it('[C-ID-7] lets a one-use token read once: the use that reaches 0 succeeds, the next is 403', async () => {
    const { client_token: token } = await world.loginAs('ada', 'linear-issues-create');
    expect((await world.api('GET', `linear/creds/${entityId}/creator`, { token })).status).toBe(200);
    expect((await world.api('GET', `linear/creds/${entityId}/creator`, { token })).status).toBe(403);
  });

  it('[C-ID-7] lets one of 20 parallel uses of a one-use token through', async () => {
    const { client_token: token } = await world.loginAs('ada', 'linear-issues-create');
    const path = `linear/creds/${entityId}/creator`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.api('GET', path, { token })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  });

  it('spends a use on a request that policy refuses', async () => {
    const { client_token: token } = await world.loginAs('ada', 'linear-issues-create');
    expect((await world.api('GET', `linear/creds/${entityId}/curator`, { token })).status).toBe(403);
    expect((await world.api('GET', `linear/creds/${entityId}/creator`, { token })).status).toBe(403);
  });

  it('[C-CR-2] tells a holder about its own token, and refuses a renewal its policy does not name', async () => {
    const { client_token: token, accessor } = await gateway();
    const looked = await world.api('GET', 'auth/token/lookup-self', { token });
    expect(looked.body.data).toMatchObject({ id: token, accessor, ttl: 600, policies: ['token-broker-gateway'] });
    expect((await world.api('POST', 'auth/token/renew-self', { token })).status).toBe(403);
  });

  it('revokes by accessor, and says so when there is no such token', async () => {
    const { client_token: token, accessor } = await gateway();
    const revoke = (body: unknown) => world.api('POST', 'auth/token/revoke-accessor', { token: ROOT, body });
    expect((await revoke({})).status).toBe(400);
    expect((await revoke({ accessor })).status).toBe(204);
    expect((await world.api('GET', 'auth/token/lookup-self', { token })).status).toBe(403);
    expect((await revoke({ accessor })).body.warnings).toEqual(['No token found with this accessor']);
  });

  it('answers 404 for another token path and 405 for another verb', async () => {
    expect((await world.api('POST', 'auth/token/create', { token: ROOT })).status).toBe(404);
    expect((await world.api('POST', 'auth/token/lookup-self', { token: ROOT })).status).toBe(405);
  });
});

describe('a role with the default policy', () => {
  const world = new DemoWorld();
  beforeAll(async () => {
    await world.start();
    const role = {
      bound_audiences: ['vault'],
      user_claim: 'sub',
      token_policies: [],
      token_ttl: 60,
      token_max_ttl: 90,
    };
    const { platform } = world.config.jwt;
    const jwt = { platform: { ...platform, roles: { plain: role } } };
    await world.vault.close();
    await world.boot({ config: { ...world.config, jwt } });
  });
  afterAll(() => world.close());

  it('renews from now, never past token_max_ttl, and ends with it', async () => {
    const { client_token: token } = await world.loginAs('ada', 'plain');
    world.now += 50_000;
    const renewed = await world.api('POST', 'auth/token/renew-self', { token, body: { increment: '1h' } });
    expect(renewed.body.auth).toMatchObject({ client_token: token, lease_duration: 40, policies: ['default'] });
    world.now += 40_000;
    expect((await world.api('GET', 'auth/token/lookup-self', { token })).status).toBe(403);
  });

  it('revokes itself', async () => {
    const { client_token: token } = await world.loginAs('ada', 'plain');
    expect((await world.api('POST', 'auth/token/revoke-self', { token })).status).toBe(204);
    expect((await world.api('GET', 'auth/token/lookup-self', { token })).status).toBe(403);
  });
});

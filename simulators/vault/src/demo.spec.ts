import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINEAR_CLASSES } from './demo.ts';
import { DemoWorld } from './testing/demo-vault.ts';

describe('the demo configuration', () => {
  const world = new DemoWorld();
  let ada = '';
  let mina = '';
  beforeAll(async () => {
    await world.start();
    for (const name of LINEAR_CLASSES) {
      ada = await world.onboard('ada', name);
      mina = await world.onboard('mina', name);
    }
  });
  afterAll(() => world.close());

  const status = async (token: string, path: string, method = 'GET') =>
    (await world.api(method, path, { token })).status;

  it.each(['token-broker-issuer', 'token-broker-gateway', 'audit'])(
    '[C-CR-2] refuses %s on every path of every person, reading, writing and deleting',
    async (service) => {
      const { client_token: token } = (await world.loginService(service)).body.auth;
      for (const person of [ada, mina]) {
        for (const name of LINEAR_CLASSES) {
          for (const method of ['GET', 'PUT', 'DELETE']) {
            expect(await status(token, `linear/creds/${person}/${name}`, method)).toBe(403);
          }
        }
      }
      expect(await status(token, 'linear/servers/creator')).toBe(403);
      expect(await status(token, `identity/entity/id/${ada}`)).toBe(403);
      expect(await status(token, 'auth/token/lookup-self')).toBe(200);
    },
  );

  it('[C-AZ-11] refuses a person the grants of another', async () => {
    for (const [role, name] of [
      ['linear-issues-read', 'reader'],
      ['linear-issues-create', 'creator'],
      ['linear-issues-delete', 'curator'],
    ] as const) {
      const { client_token: token } = await world.loginAs('mina', role);
      expect(await status(token, `linear/creds/${ada}/${name}`)).toBe(403);
    }
  });

  it('[C-CR-1] opens exactly one class of grant with each role', async () => {
    const classOf = {
      'linear-issues-read': 'reader',
      'linear-issues-create': 'creator',
      'linear-issues-delete': 'curator',
    };
    for (const [role, own] of Object.entries(classOf)) {
      for (const name of LINEAR_CLASSES) {
        const { client_token: token } = await world.loginAs('ada', role);
        expect(await status(token, `linear/creds/${ada}/${name}`)).toBe(name === own ? 200 : 403);
      }
    }
  });

  it('lets onboarding write one’s own grant and not read it back', async () => {
    const { client_token: token, num_uses: uses } = await world.loginAs('ada', 'linear-onboard');
    expect(uses).toBe(2);
    expect(await status(token, `linear/creds/${ada}/creator`)).toBe(403);
    const body = { server: 'creator', grant_type: 'refresh_token', refresh_token: world.upstream.grant() };
    expect((await world.api('PUT', `linear/creds/${ada}/creator`, { token, body })).status).toBe(204);
    expect((await world.api('PUT', `linear/creds/${ada}/creator`, { token, body })).status).toBe(403);
  });

  it('refuses a service’s key at the mount of people, and a person’s assertion at the mount of services', async () => {
    expect((await world.loginService('token-broker-gateway', 'platform', 'linear-issues-create')).status).toBe(400);
    const assertion = await world.assertion('token-broker-gateway', 'linear-issues-create');
    expect((await world.login('workload', 'token-broker-gateway', assertion)).status).toBe(400);
  });

  it('refuses a service the name of another role, and the offboarding mount altogether', async () => {
    expect((await world.loginService('token-broker-gateway', 'workload', 'audit')).status).toBe(400);
    expect((await world.loginService('token-broker-gateway', 'offboarder', 'linear-offboarder')).status).toBe(400);
  });

  it('[C-ID-10] stops a disabled entity at once: live tokens and new logins', async () => {
    const { client_token: live, entity_id: ken } = await world.loginAs('ken', 'linear-onboard');
    const { client_token: token } = (await world.loginService('linear-offboarder', 'offboarder')).body.auth;
    const path = `identity/entity/id/${ken}`;
    expect((await world.api('POST', path, { token, body: { disabled: 'yes' } })).status).toBe(400);
    expect((await world.api('POST', path, { token, body: { disabled: true } })).status).toBe(204);
    expect((await world.api('GET', path, { token })).body.data).toMatchObject({ id: ken, disabled: true });
    expect(await status(live, `linear/creds/${ken}/creator`, 'PUT')).toBe(403);
    const jwt = await world.assertion('ken', 'linear-onboard');
    expect((await world.login('platform', 'linear-onboard', jwt)).status).toBe(403);
    expect((await world.api('POST', 'identity/entity/id/nobody', { token, body: { disabled: true } })).status).toBe(
      400,
    );
    expect(await status(token, 'identity/entity/id/nobody')).toBe(404);
  });

  it('[C-ID-10] lets the offboarding job read and delete what is left, and nothing more', async () => {
    const { client_token: token } = (await world.loginService('linear-offboarder', 'offboarder')).body.auth;
    const body = { server: 'reader', grant_type: 'refresh_token', refresh_token: world.upstream.grant() };
    expect((await world.api('PUT', `linear/creds/${mina}/reader`, { token, body })).status).toBe(403);
    expect(await status(token, `linear/creds/${mina}/reader`)).toBe(200);
    expect(await status(token, `linear/creds/${mina}/reader`, 'DELETE')).toBe(204);
    expect(await status(token, `linear/creds/${mina}/reader`)).toBe(404);
  });
});

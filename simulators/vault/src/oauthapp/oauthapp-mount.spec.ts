import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../testing/call-api.ts';
import { DemoWorld, ROOT } from '../testing/demo-vault.ts';

const DAY_MS = 86_400_000;

describe('OAuth application engine', () => {
  let world: DemoWorld;
  beforeEach(async () => {
    world = await new DemoWorld().start();
  });
  afterEach(() => world.close());

  const read = (name = 'ada/creator', query = ''): Promise<Answer> =>
    world.api('GET', `linear/creds/${name}${query}`, { token: ROOT });
  const put = (body: unknown, name = 'ada/creator'): Promise<Answer> =>
    world.api('PUT', `linear/creds/${name}`, { token: ROOT, body });
  const importGrant = (name?: string) =>
    put({ server: 'creator', grant_type: 'refresh_token', refresh_token: world.upstream.grant() }, name);

  it('answers 404 with no errors for a credential that does not exist', async () => {
    expect(await read()).toEqual({ status: 404, body: { errors: [] } });
  });

  it('refuses an import that lacks its parts', async () => {
    const refresh_token = world.upstream.grant();
    const refusal = async (body: unknown) => (await put(body)).body.errors?.[0];
    expect(await refusal({ server: 'creator', grant_type: 'refresh_token' })).toBe('missing refresh_token');
    expect(await refusal({ refresh_token })).toContain('missing server');
    expect(await refusal({ server: 'nobody', refresh_token })).toContain('server configuration does not exist');
    expect(await refusal({ server: 'creator', grant_type: 'password', refresh_token })).toBe('unknown grant_type');
    expect(await refusal({ server: 'creator', refresh_token: 7 })).toContain('"refresh_token"');
    expect(await refusal({ server: 'creator', refresh_token, code: 'x' })).toContain('cannot use code');
  });

  it('stores nothing when the server refuses the refresh token', async () => {
    const answer = await put({ server: 'creator', grant_type: 'refresh_token', refresh_token: 'never-granted' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      'refresh failed: server rejected request: invalid_grant: The refresh token is not valid.',
    ]);
    expect((await read()).status).toBe(404);
  });

  it('answers 500 when the server cannot be asked, and stores nothing', async () => {
    world.upstream.mood = 'unavailable';
    expect((await importGrant()).status).toBe(500);
    expect((await read()).status).toBe(404);
  });

  it('refreshes at import, so what the caller saw is rotated out', async () => {
    const seen = world.upstream.grant();
    expect((await put({ server: 'creator', grant_type: 'refresh_token', refresh_token: seen })).status).toBe(204);
    expect(world.upstream.requests).toHaveLength(1);
    const again = await put({ server: 'creator', grant_type: 'refresh_token', refresh_token: seen }, 'mallory/creator');
    expect(again.body.errors?.[0]).toContain('invalid_grant');
  });

  it('[C-CR-4] returns the access token and never the refresh token or a client secret', async () => {
    await importGrant();
    const { body } = await read();
    expect(body.data).toEqual({
      server: 'creator',
      access_token: expect.stringMatching(/^access-/),
      type: 'Bearer',
      expire_time: new Date(world.now + 86_399_000).toISOString(),
    });
    const server = await world.api('GET', 'linear/servers/creator', { token: ROOT });
    expect(server.body.data.client_id).toBe('sallyport-creator');
    expect(JSON.stringify([body, server.body])).not.toMatch(/refresh-|secret/);
  });

  it('[C-CR-1] asks upstream nothing while the token lives, and refreshes when less than minimum_seconds is left', async () => {
    await importGrant();
    const first = (await read()).body.data.access_token;
    expect((await read('ada/creator', '?minimum_seconds=60')).body.data.access_token).toBe(first);
    world.now += 86_399_000 - 60_000;
    expect((await read('ada/creator', '?minimum_seconds=60')).body.data.access_token).toBe(first);
    world.now += 1;
    const second = (await read('ada/creator', '?minimum_seconds=60')).body.data.access_token;
    expect(second).not.toBe(first);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('refreshes once for 50 readers who come at the same moment', async () => {
    await importGrant();
    world.now += DAY_MS;
    const answers = await Promise.all(Array.from({ length: 50 }, () => read()));
    expect(new Set(answers.map((answer) => answer.body.data.access_token)).size).toBe(1);
    expect(world.upstream.requests).toHaveLength(2);
  });

  it('keeps one credential waiting without holding up another', async () => {
    await importGrant('ada/creator');
    await importGrant('grace/creator');
    world.now += DAY_MS;
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    world.upstream.gate = gate;
    const slow = read('ada/creator');
    await expect.poll(() => world.upstream.requests.length).toBe(3);
    world.upstream.gate = undefined;
    expect((await read('grace/creator')).status).toBe(200);
    open();
    expect((await slow).status).toBe(200);
  });

  it('ends the grant when the answer to a refresh is lost: the old refresh token is spent', async () => {
    await importGrant();
    world.now += DAY_MS;
    world.upstream.mood = 'lose-response';
    expect(await read()).toMatchObject({ status: 400, body: { errors: ['token expired'] } });
    world.upstream.mood = 'well';
    expect((await read()).body.errors?.[0]).toContain('refresh failed: server rejected request: invalid_grant');
    expect((await importGrant()).status).toBe(204);
    expect((await read()).status).toBe(200);
  });

  it('survives an upstream outage, with a warning while the token still lives', async () => {
    await importGrant();
    world.now += DAY_MS - 30_000;
    world.upstream.mood = 'unavailable';
    expect((await read('ada/creator', '?minimum_seconds=60')).body.errors).toEqual(['token expired']);
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.body.warnings?.[0]).toContain('1 attempt(s) to refresh this token failed');
    world.upstream.mood = 'well';
    expect((await read('ada/creator', '?minimum_seconds=60')).body.warnings).toBeNull();
  });

  it('shortens the life a token appears to have by maximum_expiry_seconds', async () => {
    await put({ server: 'creator', refresh_token: world.upstream.grant(), maximum_expiry_seconds: 300 });
    const { data } = (await read()).body;
    expect(data.expire_time).toBe(new Date(world.now + 300_000).toISOString());
    world.now += 291_000;
    expect((await read()).body.data.access_token).not.toBe(data.access_token);
  });

  it('[C-CR-7] tries each client secret in turn, and names no secret when all fail', async () => {
    world.upstream.secrets.set('sallyport-creator', 'new-secret');
    const provider_options = { token_url: world.config.oauthapp.servers.creator?.provider_options.token_url };
    const server = { provider: 'custom', client_id: 'sallyport-creator', provider_options };
    const write = (client_secrets: string[]) =>
      world.api('PUT', 'linear/servers/creator', { token: ROOT, body: { ...server, client_secrets } });
    expect((await write(['wrong-a', 'wrong-b'])).status).toBe(204);
    const refused = await importGrant();
    expect(refused.body.errors?.[0]).toContain('provider request failed for all client secrets');
    expect(refused.body.errors?.[0]).not.toMatch(/wrong-|refresh-/);
    await write(['old-secret', 'new-secret']);
    expect((await importGrant()).status).toBe(204);
  });

  it('refuses a server without its parts', async () => {
    const refusal = async (body: unknown) =>
      (await world.api('PUT', 'linear/servers/x', { token: ROOT, body })).body.errors?.[0];
    expect(await refusal({})).toBe('missing client ID');
    expect(await refusal({ client_id: 'c' })).toBe('missing provider');
    expect(await refusal({ client_id: 'c', provider: 'github' })).toContain('does not exist');
    expect(await refusal({ client_id: 'c', provider: 'custom' })).toContain('token_url');
    const auth_style = 'in_cookie';
    const provider_options = { token_url: 'http://localhost:1/t', auth_style };
    expect(await refusal({ client_id: 'c', provider: 'custom', provider_options })).toContain('auth_style');
  });

  it('[C-ID-10] deletes a credential, and lists none', async () => {
    await importGrant();
    expect((await world.api('DELETE', 'linear/creds/ada/creator', { token: ROOT })).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect((await world.api('GET', 'linear/creds?list=true', { token: ROOT })).status).toBe(404);
    expect((await world.api('GET', 'linear/creds/ada?list=true', { token: ROOT })).status).toBe(405);
    const servers = await world.api('GET', 'linear/servers?list=true', { token: ROOT });
    expect(servers.body.data).toEqual({ keys: ['creator', 'curator', 'reader'] });
  });

  it('refuses a name with a colon before a slash, which is reserved', async () => {
    expect((await importGrant('ada:/creator')).status).toBe(404);
    expect((await importGrant('ada:x/creator')).status).toBe(204);
  });
});

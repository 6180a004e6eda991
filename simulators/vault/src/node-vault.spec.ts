import mustache from 'mustache';
import nodeVault from 'node-vault';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoWorld } from './testing/demo-vault.ts';

describe('the node-vault client against the simulator', () => {
  const world = new DemoWorld();
  beforeAll(() => world.start());
  afterAll(() => world.close());

  // Handed over because a test runner that adds the `import` condition makes node-vault's own `require` of it fail.
  const client = () => nodeVault({ endpoint: world.vault.url, debug: () => {}, mustache });

  it('logs in at a mount point, imports a grant, and reads the access token with a second, one-use token', async () => {
    const onboarding = client();
    const jwt = await world.assertion('ada', 'linear-onboard');
    const login = await onboarding.jwtLogin({ mount_point: 'platform', role: 'linear-onboard', jwt });
    const path = `linear/creds/${login.auth.entity_id}/creator`;
    const grant = { server: 'creator', grant_type: 'refresh_token', refresh_token: world.upstream.grant() };
    await onboarding.write(path, grant);

    const reading = client();
    const assertion = await world.assertion('ada', 'linear-issues-create');
    await reading.jwtLogin({ mount_point: 'platform', role: 'linear-issues-create', jwt: assertion });
    const { data } = await reading.read(path);
    expect(data).toMatchObject({ server: 'creator', type: 'Bearer', access_token: expect.stringMatching(/^access-/) });
    await expect(reading.read(path)).rejects.toMatchObject({ response: { statusCode: 403 } });
  });

  it('surfaces refusals as errors with the status and Vault’s words', async () => {
    const jwt = await world.assertion('ada', 'linear-onboard', { aud: 'elsewhere' });
    const login = client().jwtLogin({ mount_point: 'platform', role: 'linear-onboard', jwt });
    await expect(login).rejects.toMatchObject({
      message: expect.stringContaining('(aud)'),
      response: { statusCode: 400 },
    });
  });

  it('reads health without a token', async () => {
    expect(await client().health()).toMatchObject({ initialized: true, sealed: false });
  });
});

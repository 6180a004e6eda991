import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DemoWorld, ROOT } from './testing/demo-vault.ts';

describe('the state file', () => {
  let folder: string;
  let stateFile: string;
  let world: DemoWorld;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vault-simulator-'));
    stateFile = join(folder, 'state.json');
    world = await new DemoWorld().start({ stateFile });
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses to start over a file that is not its own', async () => {
    writeFileSync(stateFile, '{"something":"else"}');
    await expect(world.boot({ stateFile })).rejects.toThrow('not one of the Vault simulator');
    writeFileSync(stateFile, 'canary');
    await expect(world.boot({ stateFile })).rejects.not.toThrow('canary');
  });

  it('[C-ID-10] keeps grants, entities and who is disabled across a restart, and forgets tokens', async () => {
    const entityId = await world.onboard('ada', 'creator');
    const path = `linear/creds/${entityId}/creator`;
    const before = await world.api('GET', path, { token: ROOT });
    const { client_token: token, entity_id: grace } = await world.loginAs('grace', 'linear-onboard');
    await world.api('POST', `identity/entity/id/${grace}`, { token: ROOT, body: { disabled: true } });
    await world.vault.close();

    await world.boot({ stateFile });
    expect((await world.loginAs('ada', 'linear-onboard')).entity_id).toBe(entityId);
    expect((await world.api('GET', path, { token: ROOT })).body.data).toEqual(before.body.data);
    expect((await world.api('PUT', `linear/creds/${grace}/creator`, { token })).status).toBe(403);
    await expect(world.loginAs('grace', 'linear-onboard')).rejects.toThrow('permission denied');
  });

  it('keeps the rotated refresh token, not the one that was imported', async () => {
    const entityId = await world.onboard('ada', 'creator');
    await world.vault.close();
    await world.boot({ stateFile });
    world.now += 86_400_000;
    expect((await world.api('GET', `linear/creds/${entityId}/creator`, { token: ROOT })).status).toBe(200);
  });

  it('[C-CR-4] is readable by its owner alone and leaves no draft behind', async () => {
    await world.onboard('ada', 'creator');
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
    expect(readFileSync(stateFile, 'utf8')).not.toContain('hvs.');
  });
});

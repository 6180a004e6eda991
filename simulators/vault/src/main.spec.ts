import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';
import { demoVaultConfig } from './demo.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const CONFIG = demoVaultConfig({
  issuer: 'http://localhost:8010',
  issuerKeys: { url: 'http://localhost:8010/jwks' },
  linearTokenUrl: 'http://localhost:8040/oauth/token',
  serviceKeys: { 'token-broker-issuer': KEY, 'token-broker-gateway': KEY, audit: KEY },
});

describe('the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-simulator-'));
  const configFile = join(folder, 'config.json');
  beforeAll(() => writeFileSync(configFile, JSON.stringify(CONFIG)));
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = (env: Record<string, string>) =>
    spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });

  it.each([
    ['without a configuration', { VAULT_SIM_PORT: '0' }],
    ['on what is no port', { VAULT_SIM_PORT: 'http', VAULT_SIM_CONFIG_FILE: configFile }],
  ])('does not start %s', async (_what, env) => {
    const [code] = await once(start(env), 'exit');
    expect(code).not.toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when ready, serves, and ends cleanly on %s',
    async (signal) => {
      const child = start({ VAULT_SIM_PORT: '0', VAULT_SIM_CONFIG_FILE: configFile });
      const lines: string[] = [];
      const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
      await once(output, 'line');
      const ready = JSON.parse(lines[0] ?? '');
      expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
      expect((await fetch(`${ready.url}/v1/sys/health`)).status).toBe(200);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(lines).toHaveLength(1);
    },
  );
});

describe('a configuration file', () => {
  it('is refused when a part is missing or unknown, without repeating its text', () => {
    expect(() => parseConfig('{"client_secret": "canary"')).toThrow(/^configuration: not JSON$/);
    expect(() => parseConfig('[]')).toThrow('configuration: expected an object');
    expect(() => parseConfig(JSON.stringify({ ...CONFIG, extra: 1 }))).toThrow('unknown key extra');
    expect(() => parseConfig(JSON.stringify({ ...CONFIG, policies: [] }))).toThrow('policies: expected an object');
    expect(() => parseConfig(JSON.stringify({ ...CONFIG, oauthapp: {} }))).toThrow('oauthapp.mount');
    const jwt = { platform: { jwks_url: 'http://localhost/', roles: { r: { user_claim: 'sub' } } } };
    expect(() => parseConfig(JSON.stringify({ ...CONFIG, jwt }))).toThrow('jwt.platform.roles.r');
  });

  it('holds everything the demo needs', () => {
    expect(parseConfig(JSON.stringify(CONFIG))).toEqual(JSON.parse(JSON.stringify(CONFIG)));
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoBrokerClient } from './demo.ts';
import { parseClients } from './provider/client.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

describe('the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idp-simulator-'));
  const clientsFile = join(folder, 'clients.json');
  beforeAll(() => writeFileSync(clientsFile, JSON.stringify([demoBrokerClient(KEY)])));
  afterAll(() => rmSync(folder, { recursive: true }));

  const start = (env: Record<string, string>) =>
    spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });

  it.each([
    ['without clients', { IDP_SIM_PORT: '0' }],
    ['on what is no port', { IDP_SIM_PORT: 'http', IDP_SIM_CLIENTS_FILE: clientsFile }],
  ])('does not start %s', async (_what, env) => {
    const [code] = await once(start(env), 'exit');
    expect(code).not.toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one line when ready, serves, and ends cleanly on %s',
    async (signal) => {
      const child = start({ IDP_SIM_PORT: '0', IDP_SIM_CLIENTS_FILE: clientsFile });
      const lines: string[] = [];
      const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
      await once(output, 'line');
      const ready = JSON.parse(lines[0] ?? '');
      expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
      const discovery = await (await fetch(`${ready.url}/.well-known/openid-configuration`)).json();
      expect(discovery).toMatchObject({ issuer: ready.url });
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      expect(lines).toHaveLength(1);
    },
  );
});

describe('a clients file', () => {
  it('is refused when it is not a list of clients, without repeating its text', () => {
    expect(() => parseClients('[{"client_secret": "canary"')).toThrow(/^clients: expected a JSON list$/);
    expect(() => parseClients('{}')).toThrow('expected a JSON list');
    expect(() => parseClients('[null]')).toThrow('client 0: client_id and redirect_uris are needed');
  });
});

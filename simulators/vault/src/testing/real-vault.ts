import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { VaultConfig } from '../config.ts';
import { callApi } from './call-api.ts';

/** Whether an OpenBao binary is on the PATH. */
export function hasRealVault(): boolean {
  return spawnSync('bao', ['version'], { stdio: 'ignore' }).status === 0;
}

/** A real OpenBao development server with the same policies and JWT roles as the simulator's configuration. */
export class RealVault {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** `rootToken` becomes the operator's token. The secrets engine is a plain key-value store at the same mount. */
  static async start(config: VaultConfig, rootToken: string): Promise<RealVault> {
    const address = `127.0.0.1:${await freePort()}`;
    const flags = [`-dev-root-token-id=${rootToken}`, `-dev-listen-address=${address}`, '-dev-no-store-token'];
    const child = spawn('bao', ['server', '-dev', ...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
    await printed(child, 'Development mode should NOT be used in production');
    const vault = new RealVault(`http://${address}`, child);
    await vault.#configure(config, rootToken);
    return vault;
  }

  async close(): Promise<void> {
    this.#process.kill();
    await once(this.#process, 'exit');
  }

  async #configure({ policies, jwt, oauthapp }: VaultConfig, token: string): Promise<void> {
    const write = async (path: string, body: unknown) => {
      const { status, body: answer } = await callApi(this.url, 'POST', path, { token, body });
      if (status >= 400) throw new Error(`${path}: ${status} ${answer?.errors}`);
    };
    for (const [name, rules] of Object.entries(policies)) {
      const stanzas = Object.entries(rules).map(
        ([path, caps]) => `path "${path}" { capabilities = ${JSON.stringify(caps)} }`,
      );
      await write(`sys/policies/acl/${name}`, { policy: stanzas.join('\n') });
    }
    await write(`sys/mounts/${oauthapp.mount}`, { type: 'kv' });
    for (const [mount, { jwks_url, bound_issuer, roles }] of Object.entries(jwt)) {
      if (!jwks_url) continue;
      await write(`sys/auth/${mount}`, { type: 'jwt' });
      await write(`auth/${mount}/config`, { jwks_url, bound_issuer });
      for (const [role, fields] of Object.entries(roles)) {
        await write(`auth/${mount}/role/${role}`, { role_type: 'jwt', ...fields });
      }
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function printed(child: ChildProcess, words: string): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server did not start')));
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes(words)) resolve();
    });
  });
}

import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createDoorServer, LOOPBACK } from '@sallyport/simulator-door';
import type { VaultConfig, VaultSimulatorOptions } from './config.ts';
import type { Mount } from './core/request.ts';
import { SystemPaths } from './core/system-paths.ts';
import { Vault } from './core/vault.ts';
import { createListener } from './http/listener.ts';
import { Entities } from './identity/entities.ts';
import { EntityPaths } from './identity/entity-paths.ts';
import { JwtMount } from './jwt-auth/jwt-mount.ts';
import { OauthappMount } from './oauthapp/oauthapp-mount.ts';
import { readServer } from './oauthapp/server-config.ts';
import { parsePolicy } from './policy/policy.ts';
import { Faults } from './sim/faults.ts';
import { RequestLog } from './sim/request-log.ts';
import { loadState, saveState } from './state-file.ts';
import { TokenPaths } from './token/token-paths.ts';
import { TokenStore } from './token/token-store.ts';

/** A running server. */
export interface VaultSimulator {
  /** `http://localhost:<port>`; the API is below `/v1/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Expired tokens are forgotten this often. */
const SWEEP_MS = 60_000;

/** Starts a Vault. @throws Error for a configuration that Vault would refuse to take. */
export async function startVaultSimulator(options: VaultSimulatorOptions): Promise<VaultSimulator> {
  const now = options.now ?? Date.now;
  const faults = new Faults();
  const { vault, tokens } = build(options, now);
  const parts = { vault, faults, now, system: new SystemPaths(() => faults.current, now), log: new RequestLog() };
  const { door = LOOPBACK } = options;
  const server = createDoorServer(door, createListener(parts));
  server.on('clientError', refuseUnknownVerb);
  const sweeper = setInterval(() => tokens.sweep(), SWEEP_MS);
  sweeper.unref();
  const port = await listen(server, options.port ?? 0, door.host);
  return {
    url: `http://localhost:${port}`,
    close: () => {
      clearInterval(sweeper);
      faults.release();
      return close(server);
    },
  };
}

function build({ config, stateFile, rootToken }: VaultSimulatorOptions, now: () => number) {
  const saved = stateFile === undefined ? undefined : loadState(stateFile);
  const save = () => {
    if (stateFile === undefined) return;
    saveState(stateFile, { version: 1, entities: entities.all(), oauthapp: oauthapp.state() });
  };
  const entities = new Entities(saved?.entities ?? [], now, save);
  const servers = { ...saved?.oauthapp.servers, ...checkedServers(config) };
  const oauthapp = new OauthappMount({ servers, creds: saved?.oauthapp.creds ?? {} }, now, save);
  const tokens = new TokenStore(now);
  if (rootToken) tokens.addRoot(rootToken);
  const logins = Object.entries(config.jwt).map(([path, mount]) => new JwtMount(path, mount, entities, tokens, now));
  const policies = Object.entries(config.policies).map(([name, rules]) => parsePolicy(name, rules));
  const mounts = new Map<string, Mount>([
    ['auth/token/', new TokenPaths(tokens, now)],
    ['identity/', new EntityPaths(entities)],
    [`${config.oauthapp.mount}/`, oauthapp],
  ]);
  return { tokens, vault: new Vault({ policies, entities, tokens, logins, mounts }) };
}

/** Servers from the configuration pass the same checks as those written through the API. */
function checkedServers({ oauthapp }: VaultConfig) {
  return Object.fromEntries(
    Object.entries(oauthapp.servers).map(([name, server]) => [name, readServer({ ...server })]),
  );
}

/** Node's parser knows no `LIST`; as no credential can be listed anyway, every such verb is refused here. */
function refuseUnknownVerb(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return;
  const status = error.code === 'HPE_INVALID_METHOD' ? '405 Method Not Allowed' : '400 Bad Request';
  const body = '{"errors":["unsupported operation"]}';
  const headers = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`);
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

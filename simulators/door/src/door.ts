import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';

/** Where and how one simulator listens. */
export interface Door {
  readonly host: string;
  /** PEM; absent: plain HTTP. Callers are not asked for a certificate: the real services would not ask either. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** A second, plain listener for the kubelet. */
  readonly managementPort?: number;
}

/** The door of one machine. */
export const LOOPBACK: Door = { host: '127.0.0.1' };

/**
 * Reads `<prefix>_HOST`, `<prefix>_TLS_DIR` and `<prefix>_MANAGEMENT_PORT`.
 * @throws Error naming the variable or the file that is wrong
 */
export function doorFrom(prefix: string, env: NodeJS.ProcessEnv): Door {
  const { [`${prefix}_HOST`]: host = '127.0.0.1', [`${prefix}_TLS_DIR`]: dir } = env;
  const port = env[`${prefix}_MANAGEMENT_PORT`];
  if (port !== undefined && !/^[0-9]{1,5}$/.test(port)) throw new Error(`${prefix}_MANAGEMENT_PORT is not a port`);
  return {
    host,
    ...(dir ? { tls: { cert: readFileSync(join(dir, 'tls.crt')), key: readFileSync(join(dir, 'tls.key')) } } : {}),
    ...(port ? { managementPort: Number(port) } : {}),
  };
}

/** A server that speaks what the door says. */
export const createDoorServer = ({ tls }: Door, listener?: RequestListener): Server =>
  tls ? createTlsServer({ ...tls, minVersion: 'TLSv1.3' }, listener) : createServer(listener);

/** Answers the kubelet until it is closed; nothing to do where the door has no management port. */
export async function answerProbes({ host, managementPort }: Door): Promise<() => void> {
  if (managementPort === undefined) return () => undefined;
  const server = createServer((request, response) => {
    const known = request.url === '/healthz' || request.url === '/readyz';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: known }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(managementPort, host, resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

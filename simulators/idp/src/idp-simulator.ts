import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDoorServer, type Door, LOOPBACK } from '@sallyport/simulator-door';
import { serveControl } from './http/control.ts';
import { RequestLog } from './http/request-log.ts';
import { SignInPages } from './http/sign-in.ts';
import { Directory } from './people/directory.ts';
import type { Person } from './people/person.ts';
import type { IdpClient } from './provider/client.ts';
import { makeProvider } from './provider/provider.ts';
import { type IdpSecrets, loadSecrets, makeSecrets } from './provider/secrets.ts';

/** How to run one provider. Its clock is the system's: tokens and sessions are judged by `oidc-provider`. */
export interface IdpSimulatorOptions {
  /** TCP port; 0 lets the system choose. */
  readonly port?: number;
  /** Loopback and plain unless told. */
  readonly door?: Door;
  /** The issuer, where it is not `http://localhost:<port>`. */
  readonly publicUrl?: string | undefined;
  readonly people: readonly Person[];
  readonly clients: readonly IdpClient[];
  /** Where the keys are kept; without it each start makes new ones. */
  readonly stateFile?: string | undefined;
}

/** A running provider. */
export interface IdpSimulator {
  /** The issuer; discovery is at `<url>/.well-known/openid-configuration`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an OpenID Provider. @throws Error for a client without exactly one way to prove itself. */
export async function startIdpSimulator(options: IdpSimulatorOptions): Promise<IdpSimulator> {
  const secrets = options.stateFile === undefined ? await makeSecrets() : await loadSecrets(options.stateFile);
  const { door = LOOPBACK } = options;
  const server = createDoorServer(door);
  const port = await listen(server, options.port ?? 0, door.host);
  const url = options.publicUrl ?? `http://localhost:${port}`;
  try {
    server.on('request', createListener(url, options, secrets));
  } catch (error) {
    await close(server);
    throw error;
  }
  return { url, close: () => close(server) };
}

function createListener(url: string, { people, clients }: IdpSimulatorOptions, secrets: IdpSecrets): RequestListener {
  const directory = new Directory(people);
  const log = new RequestLog();
  const provider = makeProvider(url, directory, clients, secrets);
  const signIn = new SignInPages(provider, directory, secrets.cookieKey);
  const openid = provider.callback();
  const serve = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (path.startsWith('/_sim/')) return await serveControl(request, response, path, { directory, log });
    response.once('finish', () => {
      log.record({ at: Date.now(), method: request.method ?? '', path, status: response.statusCode });
    });
    const uid = /^\/interaction\/([^/]+)$/.exec(path)?.[1];
    return uid === undefined ? await openid(request, response) : await signIn.serve(request, response, uid);
  };
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    serve(request, response, path).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
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

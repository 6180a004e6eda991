import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { SystemPaths } from '../core/system-paths.ts';
import type { Attribution, Vault } from '../core/vault.ts';
import { badRequest, internalError, sealed, VaultError } from '../core/vault-error.ts';
import type { Faults } from '../sim/faults.ts';
import type { RequestLog } from '../sim/request-log.ts';
import { apiPath, parseObject, readBody, readRequest } from './read-request.ts';
import { sendError, sendJson, sendReply } from './respond.ts';

/** What the listener serves. */
export interface ListenerParts {
  readonly vault: Vault;
  readonly system: SystemPaths;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly now: () => number;
}

/** `/v1/…` is Vault; `/_sim/requests` and `/_sim/faults` are the test's own doors. */
export function createListener(parts: ListenerParts): RequestListener {
  return (request, response) => {
    // Not `new URL`: it resolves dot segments away, and the path that is judged must be the one that was sent.
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const served = path.startsWith('/v1/')
      ? serveApi(parts, request, response, path, new URLSearchParams(query))
      : serveControl(parts, request, response, path);
    served.catch((error: unknown) => sendError(response, error));
  };
}

async function serveApi(
  { vault, system, faults, log, now }: ListenerParts,
  http: IncomingMessage,
  response: ServerResponse,
  sent: string,
  query: URLSearchParams,
): Promise<void> {
  // Go's router answers 307 for a doubled slash; a client that builds `auth//login` must see that here too.
  if (sent.includes('//')) {
    response.writeHead(307, { location: sent.replace(/\/{2,}/g, '/') }).end();
    return;
  }
  const path = apiPath(sent);
  const attribution: Attribution = {};
  response.once('finish', () => {
    log.record({ at: now(), method: http.method ?? '', path, ...attribution, status: response.statusCode });
  });
  const open = http.method === 'GET' ? system.answer(path) : undefined;
  if (open) return sendJson(response, open.status, open.body);
  await faults.delay();
  if (faults.current.sealed) throw sealed();
  if (faults.current['500']) throw internalError('simulated failure');
  const request = await readRequest(http, path, query);
  sendReply(response, request, await vault.handle(request, attribution));
}

async function serveControl(
  { log, faults }: ListenerParts,
  http: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (path === '/_sim/requests' && http.method === 'GET') return sendJson(response, 200, log.report());
  if (path !== '/_sim/faults' || http.method !== 'POST') throw new VaultError(404, ['no such path']);
  // A page in a browser cannot send this type across origins without asking first.
  if (!http.headers['content-type']?.startsWith('application/json')) throw badRequest('content-type: application/json');
  const settings = parseObject(await readBody(http));
  try {
    faults.set(settings);
  } catch (error) {
    throw badRequest((error as Error).message);
  }
  sendJson(response, 200, faults.current);
}

import type { ServerResponse } from 'node:http';
import type { Reply, VaultRequest } from '../core/request.ts';
import { VaultError } from '../core/vault-error.ts';

/** Sends JSON that nothing may cache. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

/** Sends an answer in Vault's envelope: nothing is 204 after a write, 404 after a read. */
export function sendReply(response: ServerResponse, request: VaultRequest, reply: Reply | undefined): void {
  if (reply) {
    sendJson(response, 200, envelope(request.id, reply));
  } else if (request.operation === 'read' || request.operation === 'list') {
    sendJson(response, 404, { errors: [] });
  } else {
    response.writeHead(204, { 'cache-control': 'no-store' }).end();
  }
}

/** Sends a refusal. Anything that is not a refusal is ours, and says nothing about itself. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof VaultError) sendJson(response, error.status, { errors: error.errors });
  else sendJson(response, 500, { errors: ['internal error'] });
}

function envelope(requestId: string, { data, auth, warnings }: Reply) {
  return {
    request_id: requestId,
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    data: data ?? null,
    wrap_info: null,
    warnings: warnings?.length ? warnings : null,
    auth: auth ?? null,
  };
}

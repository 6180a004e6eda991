import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Operation, VaultRequest } from '../core/request.ts';
import { badRequest, VaultError } from '../core/vault-error.ts';

/** Vault's default is 32 MiB; nothing served here needs more than this. */
const MAX_BODY_BYTES = 1024 * 1024;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GET: 'read',
  POST: 'update',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** The decoded API path of `/v1/<path>`. @throws VaultError 400 when it cannot be decoded. */
export function apiPath(sent: string): string {
  try {
    return decodeURIComponent(sent.slice('/v1/'.length));
  } catch {
    throw badRequest('invalid path encoding');
  }
}

/** Turns an HTTP request into Vault's terms. @throws VaultError 400, 405 or 413. */
export async function readRequest(
  http: IncomingMessage,
  rawPath: string,
  query: URLSearchParams,
): Promise<VaultRequest> {
  const verb = OPERATIONS[http.method ?? ''];
  if (!verb) throw new VaultError(405, []);
  const lists = verb === 'read' && ['true', '1', 't'].includes(query.get('list') ?? '');
  const operation = lists ? 'list' : verb;
  const path = lists && !rawPath.endsWith('/') ? `${rawPath}/` : rawPath;
  const hasBody = operation === 'update' || operation === 'patch';
  const data = hasBody ? parseObject(await readBody(http)) : Object.fromEntries(query);
  return { id: randomUUID(), operation, path, data, token: bearer(http) };
}

/** Reads a JSON object; an empty body is an empty object. @throws VaultError 400 for anything else. */
export function parseObject(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('error parsing JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('error parsing JSON');
  return body as Record<string, unknown>;
}

/** Reads a body of at most 1 MiB. @throws VaultError 413. */
export async function readBody(http: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of http as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new VaultError(413, ['request body too large']);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function bearer(http: IncomingMessage): string | undefined {
  const header = http.headers['x-vault-token'];
  if (typeof header === 'string' && header !== '') return header;
  return /^Bearer (\S+)$/i.exec(http.headers.authorization ?? '')?.[1];
}

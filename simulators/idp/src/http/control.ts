import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from '../people/directory.ts';
import { readBody } from './read-body.ts';
import type { RequestLog } from './request-log.ts';

/** `/_sim/…`, the test's own doors: `GET requests`, `GET people`, `POST people {sub, disabled}`. */
export async function serveControl(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { directory, log }: { readonly directory: Directory; readonly log: RequestLog },
): Promise<void> {
  switch (`${request.method} ${path}`) {
    case 'GET /_sim/requests':
      return sendJson(response, 200, log.report());
    case 'GET /_sim/people':
      return sendJson(response, 200, describe(directory));
    case 'POST /_sim/people':
      return await changePerson(request, response, directory);
    default:
      return sendJson(response, 404, { error: 'not_found' });
  }
}

async function changePerson(request: IncomingMessage, response: ServerResponse, directory: Directory): Promise<void> {
  // A page in a browser cannot send this type across origins without asking first.
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const { sub, disabled } = isJson ? parseObject(await readBody(request)) : {};
  if (typeof sub !== 'string' || typeof disabled !== 'boolean') {
    return sendJson(response, 400, { error: 'invalid_request', error_description: 'JSON with sub and disabled' });
  }
  if (!directory.setDisabled(sub, disabled)) return sendJson(response, 404, { error: 'not_found' });
  sendJson(response, 200, describe(directory));
}

function describe(directory: Directory): unknown {
  return directory.all().map(({ sub, name }) => ({ sub, name, disabled: directory.isDisabled(sub) }));
}

function parseObject(text: string | undefined): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text ?? '');
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Refused below, like an object without the fields.
  }
  return {};
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

import type { IncomingMessage } from 'node:http';
import { Refused } from '@sallyport/authn';

/**
 * Reads the exact bytes of a body, at most `limit` of them. The placement runs without a body parser: what is hashed and
 * checked must be what came.
 * @throws Refused request_too_large; Error when something read the body before
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (request.readableEnded) throw new Error('the body was read already: create the application with bodyParser false');
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new Refused('request_too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new Refused('request_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

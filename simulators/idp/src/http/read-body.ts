import type { IncomingMessage } from 'node:http';

/** Login forms and control messages are short. */
const MAX_BODY_BYTES = 16 * 1024;

/** Reads a body of at most 16 KiB. @returns undefined when it is longer. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

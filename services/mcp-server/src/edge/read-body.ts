import type { IncomingMessage } from 'node:http';
import { PayloadTooLargeException } from '@nestjs/common';

/**
 * Reads a body that may be at most `limit` bytes, declared or not (C-IN-1). Called only once the caller is known: of a
 * stranger's body nothing is ever kept.
 * @throws PayloadTooLargeException as soon as it is known to be too large; the rest is not kept either
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(new PayloadTooLargeException());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      // Not destroyed: the answer still has to go out on this connection.
      request.off('data', take);
      reject(new PayloadTooLargeException());
    };
    request.on('data', take);
    request.on('error', reject);
    request.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

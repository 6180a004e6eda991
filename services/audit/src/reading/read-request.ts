import type { FastifyRequest } from 'fastify';
import type { ReadRequest } from '../access/readers.ts';

/** What admission needs of an HTTP request. */
export function readRequest({ headers, method, url }: FastifyRequest): ReadRequest {
  const { authorization, dpop } = headers;
  return {
    authorization,
    dpop: typeof dpop === 'string' ? dpop : undefined,
    method,
    path: url.split('?', 1)[0] as string,
  };
}

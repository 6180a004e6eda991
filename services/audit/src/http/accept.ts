import type { FastifyRequest } from 'fastify';

/** Whether the client would rather have a page than JSON: browsers name text/html, programs do not (RFC 9110 §12.5.1). */
export const wantsHtml = (request: Pick<FastifyRequest, 'headers'>): boolean =>
  /(^|,)\s*text\/html\s*(;|,|$)/.test(request.headers.accept ?? '');

import type { Problem } from '@sallyport/contracts';
import type { FastifyReply } from 'fastify';

const TITLES = {
  400: 'Bad request',
  401: 'Authentication required',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Request too large',
  415: 'Media type not supported',
  421: 'Misdirected request',
  500: 'Internal error',
  503: 'Not available',
} as const;
export type ProblemStatus = keyof typeof TITLES;

export const isProblemStatus = (status: number): status is ProblemStatus => Object.hasOwn(TITLES, status);

/** RFC 9457, coarse: the same words for every cause; the trace is the only handle to it. */
export function sendProblem(reply: FastifyReply, status: ProblemStatus, traceId?: string): FastifyReply {
  const body: Problem = { type: 'about:blank', title: TITLES[status], status, ...(traceId ? { traceId } : {}) };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body));
}

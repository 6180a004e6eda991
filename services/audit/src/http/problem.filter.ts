import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type Logger, traceIdOf } from '@sallyport/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageHeaders, refusalPage } from '../timeline/page.ts';
import { wantsHtml } from './accept.ts';
import { HttpRefusal, problemOf, type RefusalStatus } from './refusal.ts';

export const LOGGER = Symbol('logger');

const FROM_FRAMEWORK: Record<number, RefusalStatus> = { 400: 400, 404: 404, 405: 404, 413: 413, 415: 415 };

/** Every error leaves as a problem document, or as a page to a browser on a page; causes go to the log only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Readiness says what is not ready; nothing secret is in it.
    if (error instanceof HttpException && request.url.startsWith('/readyz')) {
      void reply.status(error.getStatus()).header('cache-control', 'no-store').send(error.getResponse());
      return;
    }
    const refusal = refusalOf(error);
    const traceId = traceIdOf();
    if (!refusal) this.logger.error({ err: error, traceId }, 'request failed');
    else if (refusal.status === 503) this.logger.warn({ err: error, traceId }, 'request could not be served');
    const status = refusal?.status ?? 500;
    void reply.status(status).header('cache-control', 'no-store');
    if (refusal) void reply.headers(refusal.headers);
    if (request.url.startsWith('/timeline') && wantsHtml(request)) {
      void reply.headers(pageHeaders()).send(refusalPage(status, refusal?.reason, traceId));
      return;
    }
    void reply
      .type('application/problem+json')
      .send(problemOf(status, refusal?.reason ?? (refusal ? undefined : 'internal'), traceId));
  }
}

function refusalOf(error: unknown): HttpRefusal | undefined {
  if (error instanceof HttpRefusal) return error;
  const { statusCode } = error as { statusCode?: number };
  const status = FROM_FRAMEWORK[error instanceof HttpException ? error.getStatus() : (statusCode ?? 0)];
  return status && new HttpRefusal(status, status === 413 ? 'request_too_large' : undefined);
}

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { traceIdOf } from '@sallyport/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Door } from '../mcp/door.ts';
import { isProblemStatus, sendProblem } from './problem.ts';

/** Every error leaves in our words (style guide §6); what happened goes to the log, with the trace the answer names. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Door) private readonly door: Door) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    // Readiness says what is not ready; nothing secret is in it.
    if (status === 503 && error instanceof HttpException && request.url === '/readyz') {
      return void reply.code(status).send(error.getResponse());
    }
    if (status === 413) this.door.tally.count(this.door.resourceUrl, 'request_too_large');
    if (isProblemStatus(status) && status < 500) return void sendProblem(reply, status);
    const traceId = traceIdOf();
    this.door.logger.error({ err: error, traceId }, 'a request failed');
    sendProblem(reply, 500, traceId);
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: number };
  return statusCode ?? 500;
}

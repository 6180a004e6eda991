import { type ExecutionContext, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Refused } from '@sallyport/authn';
import { traceIdOf } from '@sallyport/telemetry';
import type { FastifyReply } from 'fastify';
import type { AuthenticatingRequest } from './bearer.strategy.ts';
import { Door } from './door.ts';

/** Authenticates every method on the endpoint, before the body is read as anything (C-ID-1). */
@Injectable()
export class BearerGuard extends AuthGuard('access-token') {
  constructor(@Inject(Door) private readonly door: Door) {
    super();
  }

  override getRequest(context: ExecutionContext): AuthenticatingRequest {
    const request = context.switchToHttp().getRequest<AuthenticatingRequest>();
    request.accessTokens = this.door.accessTokens;
    request.resourceUrl = this.door.resourceUrl;
    return request;
  }

  override handleRequest<Caller>(error: unknown, caller: Caller, _info: unknown, context: ExecutionContext): Caller {
    if (caller && !error) return caller;
    const { challenge, logger, resourceUrl, tally } = this.door;
    if (!(error instanceof Refused)) throw error ?? new Error('no caller');
    tally.count(resourceUrl, error.reason, traceIdOf());
    // Strangers must not be able to fill the log either: the record has the count and the reason.
    logger.debug({ reason: error.reason, detail: error.detail }, 'a request was not authenticated');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('www-authenticate', challenge.unauthenticated(error.reason !== 'token_missing'));
    throw new UnauthorizedException();
  }
}

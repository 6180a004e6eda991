import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type AccessTokenVerifier, Refused } from '@sallyport/authn';
import type { Caller } from '@sallyport/contracts';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';

/** What the guard hands to the strategy: passport's registry is one per process, the verifier is one per application. */
export interface AuthenticatingRequest extends FastifyRequest {
  accessTokens: AccessTokenVerifier;
  /** Public URL of the resource, whatever the hop in front calls it (RFC 9449 `htu`). */
  resourceUrl: string;
  user?: Caller;
}

type Done = (error: unknown, caller?: Caller) => void;

/** An access token in the Authorization header and nowhere else (RFC 6750 §2.1; tokens in queries are not read). */
class AccessToken extends Strategy {
  override readonly name = 'access-token';
  constructor(private readonly verify: (request: AuthenticatingRequest, done: Done) => void) {
    super();
  }
  override authenticate(request: unknown): void {
    this.verify(request as AuthenticatingRequest, (error, caller) => {
      if (error || !caller) this.error(error);
      else this.success(caller);
    });
  }
}

@Injectable()
export class BearerStrategy extends PassportStrategy(AccessToken, 'access-token') {
  /** @throws Refused */
  async validate(request: AuthenticatingRequest): Promise<Caller> {
    // RFC 9110 §5.3: it is one line. Node keeps the first of several; a proxy in front may have judged the last.
    if ((request.raw.headersDistinct.authorization?.length ?? 0) > 1) {
      throw new Refused('token_malformed', { rule: 'one Authorization line' });
    }
    const { authorization, dpop } = request.headers;
    const proof = Array.isArray(dpop) ? undefined : dpop;
    return request.accessTokens.verify({
      authorization,
      dpop: proof,
      method: request.method,
      url: request.resourceUrl,
    });
  }
}

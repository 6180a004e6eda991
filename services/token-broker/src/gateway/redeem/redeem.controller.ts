import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { Refused } from '@sallyport/authn';
import { type Logger, runWithTrace, traceIdOf } from '@sallyport/telemetry';
import type { Request, Response } from 'express';
import { Gateway } from '../gateway.ts';
import { MAX_BODY_BYTES } from './presented.ts';
import { problemOf } from './problem.ts';
import { readBody } from './read-body.ts';

/** `POST /redeem`: the only thing the gateway does for others. */
@Controller('redeem')
export class RedeemController {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  @Post()
  redeem(@Req() request: Request, @Res() response: Response): Promise<void> {
    return runWithTrace(request.headers, 'POST /redeem', {}, async () => {
      const { redeem, logger, now } = this.#gateway;
      try {
        const body = await readBody(request, MAX_BODY_BYTES);
        const { authorization, 'content-type': contentType } = request.headers;
        const result = await redeem.run({ authorization, dpop: request.get('dpop'), contentType, body });
        response.status(200).set('cache-control', 'no-store').json(result);
      } catch (error) {
        refuse(response, error, logger, now());
      }
    });
  }
}

function refuse(response: Response, error: unknown, logger: Logger, now: number): void {
  const refused = error instanceof Refused ? error : new Refused('internal');
  const { status, headers, body } = problemOf(refused, traceIdOf(), now);
  const fields = { reason: refused.reason, detail: refused.detail, status };
  if (status >= 500) logger.error(fields, 'redemption failed');
  else logger.warn(fields, 'redemption refused');
  response.status(status).set(headers).end(JSON.stringify(body));
}

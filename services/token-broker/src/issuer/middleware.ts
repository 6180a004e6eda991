import { runWithTrace } from '@sallyport/telemetry';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Kysely } from 'kysely';
import type { Provider } from 'oidc-provider';
import { mountProvider } from '../authorization-server/mount.ts';
import { limitRegistrations } from '../authorization-server/registration-limit.ts';
import type { IssuerConfig } from '../issuer.config.ts';
import type { BrokerTables } from '../storage/tables.ts';

/** Forms have a token and a word; filings a dozen short fields. */
const FORM_LIMIT = '8kb';
const FILING_LIMIT = '16kb';
/** Header bytes and such are Node's; a request line longer than this is nobody's honest client. */
const MAX_URL = 8_192;

export interface MiddlewareParts {
  provider: Provider;
  config: IssuerConfig;
  db: Kysely<BrokerTables>;
  now: () => number;
}

/** What stands before the controllers, in order: trace, the authorization server, then our own body parsers. */
export function issuerMiddleware({ provider, config, db, now }: MiddlewareParts): RequestHandler[] {
  return [
    traced,
    bounded,
    limitRegistrations(db, config.dynamicClientsPerHour, now),
    mountProvider(provider),
    only(/^\/(interaction|connect)\//, express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 8 })),
    only(/^\/ledger\//, express.raw({ type: 'application/json', limit: FILING_LIMIT })),
  ];
}

/** Every request runs inside its caller's trace; the span is named by route, never by URL (it may carry a code). */
function traced(request: Request, response: Response, next: NextFunction): void {
  const [, place = ''] = request.path.split('/', 2);
  void runWithTrace(request.headers, `${request.method} /${place}`, {}, async () => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    next();
    await closed;
  });
}

function bounded(request: Request, response: Response, next: NextFunction): void {
  if (request.originalUrl.length <= MAX_URL) next();
  else response.status(414).json({ error: 'invalid_request' });
}

const only =
  (path: RegExp, handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.method === 'POST' && path.test(request.path) ? handler(request, response, next) : next();

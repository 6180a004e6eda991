import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Kysely } from 'kysely';
import type { BrokerTables } from '../storage/tables.ts';
import { ROUTES } from './provider.ts';

const HOUR_MS = 3_600_000;

/** Dynamic registration is bounded: so many clients an hour, over all replicas; then 429 (RFC 6585 §4). */
export function limitRegistrations(db: Kysely<BrokerTables>, perHour: number, now: () => number): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'POST' || request.path !== ROUTES.registration) return next();
    const { count } = await db
      .selectFrom('oidc_payloads')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('model', '=', 'Client')
      .where('created_at', '>', now() - HOUR_MS)
      .executeTakeFirstOrThrow();
    if (Number(count) < perHour) return next();
    response.status(429).set({ 'retry-after': '3600', 'cache-control': 'no-store' });
    response.json({ error: 'temporarily_unavailable', error_description: 'too many registrations' });
  };
}

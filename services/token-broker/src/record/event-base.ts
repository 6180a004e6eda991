import { uuidv7 } from '@sallyport/audit-client';
import type { SignedIn, Who } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';
import type { Account } from '../storage/tables.ts';

/** What every event carries; the trace id joins it to the rest of its story. */
export const eventBase = (now: number) => ({ uid: uuidv7(now), time: now, traceId: traceIdOf() });

/** The person at one client, before anything is granted. */
export const signedIn = (account: Account, agent: string): SignedIn => ({
  sub: account.sub,
  name: account.name,
  tenant: account.tenant,
  agent,
  actors: [agent],
});

/** The person, acting through one client, in one grant. */
export const whoOf = (account: Account, agent: string, grantId: string): Who => ({
  ...signedIn(account, agent),
  grantId,
});

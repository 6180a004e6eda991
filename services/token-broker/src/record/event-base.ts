import { randomBytes } from 'node:crypto';
import type { SignedIn, Who } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';
import type { Account } from '../storage/tables.ts';

/** UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then random. */
export function uuidv7(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

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

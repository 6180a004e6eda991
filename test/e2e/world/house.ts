import { join } from 'node:path';
import { readSigningKey, type SigningKey } from '@sallyport/authn';
import type { ServiceName } from '@sallyport/contracts';
import { inject } from 'vitest';
import type { HouseFacts } from '../house/global-setup.ts';

/** The stack of this run. */
export const house: HouseFacts = inject('house');

export const MCP_URL = `${house.urls.mcp}/mcp`;
export const TOKEN_URL = `${house.urls.issuer}/token`;
export const REDEEM_URL = `${house.urls.gateway}/redeem`;

/** The real private key of a service, as somebody has it who captured that process. */
export const keyOf = (service: ServiceName): Promise<SigningKey> =>
  readSigningKey(join(house.stateDir, 'keys', `${service}.jwks.json`));

/** Stops one process of the stack, or starts it again. */
export async function atDoor(deed: 'stop' | 'start', name = ''): Promise<void> {
  const response = await fetch(`${house.door}/${deed}/${name}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${deed} ${name}: ${await response.text()}`);
}

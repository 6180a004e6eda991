import type { RefusalTally } from '@sallyport/audit-client';
import type { AccessTokenVerifier } from '@sallyport/authn';
import type { Logger } from '@sallyport/telemetry';
import type { Challenge } from './challenge.ts';

/** What stands at the door of the endpoint. */
export abstract class Door {
  abstract readonly accessTokens: AccessTokenVerifier;
  abstract readonly challenge: Challenge;
  abstract readonly resourceUrl: string;
  abstract readonly bodyLimitBytes: number;
  abstract readonly tally: RefusalTally;
  abstract readonly logger: Logger;
}

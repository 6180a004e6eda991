import type { TokenEntry } from './token-store.ts';

/** The `auth` block of a login or renewal. Durations are whole seconds. */
export interface AuthReply {
  readonly client_token: string;
  readonly accessor: string;
  readonly policies: readonly string[];
  readonly token_policies: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly lease_duration: number;
  readonly renewable: boolean;
  readonly entity_id: string;
  readonly token_type: 'service';
  readonly orphan: true;
  readonly mfa_requirement: null;
  readonly num_uses: number;
}

/** Describes a token to the one who holds it, `now` in ms since the epoch. */
export function authReply(entry: TokenEntry, now: number): AuthReply {
  return {
    client_token: entry.id,
    accessor: entry.accessor,
    policies: entry.policies,
    token_policies: entry.policies,
    metadata: entry.metadata,
    lease_duration: Math.max(0, Math.round((entry.expiresAt - now) / 1000)),
    renewable: true,
    entity_id: entry.entityId,
    token_type: 'service',
    orphan: true,
    mfa_requirement: null,
    num_uses: entry.usesLeft,
  };
}

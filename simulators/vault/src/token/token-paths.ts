import { readSeconds, readString } from '../core/read-field.ts';
import type { Mount, MountRequest, Operation, Reply } from '../core/request.ts';
import { missingField, unsupportedOperation, unsupportedPath } from '../core/vault-error.ts';
import { authReply } from './auth-reply.ts';
import type { TokenEntry, TokenStore } from './token-store.ts';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'lookup-self': 'read',
  'renew-self': 'update',
  'revoke-self': 'update',
  'revoke-accessor': 'update',
};

/** `auth/token/…`: what a holder may learn of, extend or end about its own token, and ending one by its accessor. */
export class TokenPaths implements Mount {
  readonly #tokens: TokenStore;
  readonly #now: () => number;

  constructor(tokens: TokenStore, now: () => number) {
    this.#tokens = tokens;
    this.#now = now;
  }

  handle({ path, operation, data, caller }: MountRequest): Reply | undefined {
    const expected = OPERATIONS[path];
    if (!expected) throw unsupportedPath();
    if (operation !== expected) throw unsupportedOperation();
    switch (path) {
      case 'lookup-self':
        return { data: describe(caller, this.#now()) };
      case 'renew-self':
        return { auth: authReply(this.#tokens.renew(caller, readSeconds(data, 'increment')), this.#now()) };
      case 'revoke-self':
        this.#tokens.revoke(caller);
        return undefined;
      default:
        return this.#revokeAccessor(readString(data, 'accessor'));
    }
  }

  #revokeAccessor(accessor: string | undefined): Reply | undefined {
    if (!accessor) throw missingField('accessor');
    const entry = this.#tokens.findByAccessor(accessor);
    if (!entry) return { warnings: ['No token found with this accessor'] };
    this.#tokens.revoke(entry);
    return undefined;
  }
}

function describe(entry: TokenEntry, now: number): Record<string, unknown> {
  const isRoot = entry.policies.includes('root');
  return {
    id: entry.id,
    accessor: entry.accessor,
    policies: entry.policies,
    path: entry.path,
    meta: entry.metadata,
    display_name: entry.displayName,
    num_uses: entry.usesLeft,
    orphan: true,
    creation_time: Math.floor(entry.issuedAt / 1000),
    creation_ttl: entry.ttlSeconds,
    issue_time: new Date(entry.issuedAt).toISOString(),
    expire_time: isRoot ? null : new Date(entry.expiresAt).toISOString(),
    ttl: isRoot ? 0 : Math.max(0, Math.round((entry.expiresAt - now) / 1000)),
    explicit_max_ttl: 0,
    entity_id: entry.entityId,
    renewable: !isRoot,
    type: 'service',
  };
}

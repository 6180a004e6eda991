import type { AuthReply } from '../token/auth-reply.ts';
import type { TokenEntry } from '../token/token-store.ts';

/** What an HTTP verb means to a mount. Engines without an existence check see every write as `update`. */
export type Operation = 'read' | 'list' | 'update' | 'delete' | 'patch';

/** One API request, its path decoded and without the leading `/v1/`. */
export interface VaultRequest {
  readonly id: string;
  readonly operation: Operation;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly token: string | undefined;
}

/** A request that passed the token and policy checks, its path relative to the mount. */
export interface MountRequest {
  readonly operation: Operation;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly caller: TokenEntry;
}

/** What a mount answers. Nothing at all becomes 404 on a read and 204 on a write, as in Vault. */
export interface Reply {
  readonly data?: Record<string, unknown>;
  readonly auth?: AuthReply;
  readonly warnings?: readonly string[];
}

/** A thing mounted at a path: it answers what policy has already allowed. */
export interface Mount {
  handle(request: MountRequest): Reply | undefined | Promise<Reply | undefined>;
}

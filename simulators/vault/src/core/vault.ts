import type { Entities } from '../identity/entities.ts';
import type { JwtMount } from '../jwt-auth/jwt-mount.ts';
import { Acl } from '../policy/acl.ts';
import { capabilityFor, DEFAULT_POLICY, type Policy } from '../policy/policy.ts';
import type { TokenEntry, TokenStore } from '../token/token-store.ts';
import type { Mount, Reply, VaultRequest } from './request.ts';
import { badRequest, badToken, permissionDenied, VaultError } from './vault-error.ts';

/** Who asked, as far as is known; filled in while the request runs so that refusals are attributed too. */
export interface Attribution {
  role?: string;
  entityId?: string;
}

/** The parts a running server is made of. Mount paths end in `/`. */
export interface VaultParts {
  readonly policies: readonly Policy[];
  readonly entities: Entities;
  readonly tokens: TokenStore;
  readonly logins: readonly JwtMount[];
  readonly mounts: ReadonlyMap<string, Mount>;
}

/** One request, from token to answer, in Vault's order: token, entity, use, policy, mount. */
export class Vault {
  readonly #parts: VaultParts;
  readonly #policies: ReadonlyMap<string, Policy>;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.#policies = new Map([DEFAULT_POLICY, ...parts.policies].map((policy) => [policy.name, policy]));
  }

  /** @throws VaultError in Vault's words. */
  async handle(request: VaultRequest, attribution: Attribution): Promise<Reply | undefined> {
    if (isRelative(request.path)) throw badRequest('relative paths not supported');
    const loginMount = this.#parts.logins.find((mount) => request.path === `auth/${mount.path}/login`);
    if (loginMount) {
      const { reply, token } = await loginMount.login(request);
      attribute(attribution, token);
      return reply;
    }
    const caller = this.#admit(request, attribution);
    const mounted = [...this.#parts.mounts].find(([prefix]) => request.path.startsWith(prefix));
    if (!mounted) throw new VaultError(404, [`no handler for route "${request.path}". route entry not found.`]);
    const [prefix, mount] = mounted;
    const { operation, data } = request;
    return await mount.handle({ operation, data, caller, path: request.path.slice(prefix.length) });
  }

  /** A refused request spends a use too: a stolen one-use token cannot be tried on several paths. */
  #admit(request: VaultRequest, attribution: Attribution): TokenEntry {
    const found = request.token === undefined ? undefined : this.#parts.tokens.find(request.token);
    if (!found) throw badToken();
    attribute(attribution, found);
    const caller = this.#parts.tokens.use(found);
    const entity = this.#parts.entities.byId(caller.entityId);
    if (entity?.disabled) throw badToken();
    if (caller.policies.includes('root')) return caller;
    const policies = caller.policies.flatMap((name) => this.#policies.get(name) ?? []);
    if (!new Acl(policies, entity).allows(request.path, capabilityFor(request.operation))) throw permissionDenied();
    return caller;
  }
}

function attribute(attribution: Attribution, token: TokenEntry): void {
  if (token.role) attribution.role = token.role;
  if (token.entityId) attribution.entityId = token.entityId;
}

/** `linear/creds/me/../someone` must not be judged as one path and served as another. */
function isRelative(path: string): boolean {
  return path.split('/').some((segment) => segment === '..' || segment === '.');
}

import { readSeconds, readString } from '../core/read-field.ts';
import type { Mount, MountRequest, Reply } from '../core/request.ts';
import { badRequest, internalError, unsupportedOperation, unsupportedPath } from '../core/vault-error.ts';
import { type Credential, isFresh, issuedCredential, warnings, withFailure } from './credential.ts';
import { NameLocks } from './name-locks.ts';
import { RefreshError, refreshUpstream } from './refresh.ts';
import { type OauthServer, readServer } from './server-config.ts';

/** What the engine keeps. */
export interface OauthappState {
  readonly servers: Readonly<Record<string, OauthServer>>;
  readonly creds: Readonly<Record<string, Credential>>;
}

/** Any name but one with a colon before a slash, which the plugin reserves for derived credentials. */
const NAME = /^(?:[^:]|:[^/])+$/;

/**
 * The secrets engine `openbao-plugin-secrets-oauthapp`: refresh tokens go in, only access tokens come out. Refreshes
 * happen when a token is read (the plugin also does it every minute in the background). There is no list of
 * credentials, no lease and no revocation upstream.
 */
export class OauthappMount implements Mount {
  readonly #servers: Map<string, OauthServer>;
  readonly #creds: Map<string, Credential>;
  readonly #locks = new NameLocks();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(state: OauthappState, now: () => number, changed: () => void) {
    this.#servers = new Map(Object.entries(state.servers));
    this.#creds = new Map(Object.entries(state.creds));
    this.#now = now;
    this.#changed = changed;
  }

  state(): OauthappState {
    return { servers: Object.fromEntries(this.#servers), creds: Object.fromEntries(this.#creds) };
  }

  async handle(request: MountRequest): Promise<Reply | undefined> {
    const [, kind, name = ''] = /^(servers|creds)\/(.*)$/s.exec(request.path) ?? [];
    if (kind === 'servers' && name === '' && request.operation === 'list') return this.#listServers();
    if (!kind || !NAME.test(name)) throw unsupportedPath();
    return kind === 'servers' ? this.#server(name, request) : await this.#cred(name, request);
  }

  #listServers(): Reply | undefined {
    const keys = [...this.#servers.keys()].sort();
    return keys.length > 0 ? { data: { keys } } : undefined;
  }

  #server(name: string, { operation, data }: MountRequest): Reply | undefined {
    switch (operation) {
      case 'read':
        return this.#describeServer(name);
      case 'update':
        this.#servers.set(name, readServer(data));
        this.#changed();
        return undefined;
      case 'delete':
        if (this.#servers.delete(name)) this.#changed();
        return undefined;
      default:
        throw unsupportedOperation();
    }
  }

  /** Client secrets are written and never read back. */
  #describeServer(name: string): Reply | undefined {
    const server = this.#servers.get(name);
    if (!server) return undefined;
    const { client_id, provider, provider_options } = server;
    return { data: { client_id, auth_url_params: {}, provider, provider_version: 1, provider_options } };
  }

  async #cred(name: string, { operation, data }: MountRequest): Promise<Reply | undefined> {
    switch (operation) {
      case 'read':
        return await this.#readCred(name, readSeconds(data, 'minimum_seconds'));
      case 'update':
        return await this.#importCred(name, data);
      case 'delete':
        return await this.#locks.run(name, () => {
          if (this.#creds.delete(name)) this.#changed();
          return undefined;
        });
      default:
        throw unsupportedOperation();
    }
  }

  /** Refreshes at once, so that the refresh token the caller saw is already rotated out when this returns. */
  async #importCred(name: string, data: MountRequest['data']): Promise<undefined> {
    const grantType = readString(data, 'grant_type') ?? (data.refresh_token ? 'refresh_token' : 'authorization_code');
    if (grantType !== 'refresh_token') throw badRequest('unknown grant_type');
    const refreshToken = readString(data, 'refresh_token');
    if (!refreshToken) throw badRequest('missing refresh_token');
    if (data.code !== undefined) throw badRequest('cannot use code with refresh_token grant type');
    const serverName = readString(data, 'server');
    if (!serverName) throw badRequest('missing server (consider configuring a default server)');
    const maximumExpiry = readSeconds(data, 'maximum_expiry_seconds');
    const server = this.#servers.get(serverName);
    if (!server) throw badRequest(`server "${serverName}" has configuration problems: ${NO_SUCH_SERVER}`);
    try {
      const now = this.#now();
      const token = await refreshUpstream(server, refreshToken, now);
      await this.#locks.run(name, () => this.#put(name, issuedCredential(serverName, token, maximumExpiry, now)));
    } catch (error) {
      if (!(error instanceof RefreshError)) throw error;
      throw error.permanent ? badRequest(error.message) : internalError(error.message);
    }
    return undefined;
  }

  async #readCred(name: string, minimumSeconds: number): Promise<Reply | undefined> {
    const stored = this.#creds.get(name);
    if (!stored) return undefined;
    const credential = isFresh(stored, minimumSeconds, this.#now())
      ? stored
      : await this.#refresh(name, minimumSeconds);
    if (!credential) return undefined;
    if (!isFresh(credential, minimumSeconds, this.#now())) throw badRequest(credential.userError ?? 'token expired');
    return { data: describe(credential), warnings: warnings(credential) };
  }

  /** One refresh at a time for each credential; whoever waited finds the fresh token and asks upstream nothing. */
  #refresh(name: string, minimumSeconds: number): Promise<Credential | undefined> {
    return this.#locks.run(name, async () => {
      const stored = this.#creds.get(name);
      if (!stored || isFresh(stored, minimumSeconds, this.#now())) return stored;
      const server = this.#servers.get(stored.server);
      if (!server) throw badRequest(`server "${stored.server}" has configuration problems: ${NO_SUCH_SERVER}`);
      try {
        const now = this.#now();
        const token = await refreshUpstream(server, stored.token.refreshToken, now);
        return this.#put(name, issuedCredential(stored.server, token, stored.maximumExpirySeconds, now));
      } catch (error) {
        if (!(error instanceof RefreshError)) throw error;
        return this.#put(name, withFailure(stored, error.message, error.permanent));
      }
    });
  }

  /** Stored before it is answered: a rotated refresh token that is lost ends the grant. */
  #put(name: string, credential: Credential): Credential {
    this.#creds.set(name, credential);
    this.#changed();
    return credential;
  }
}

const NO_SUCH_SERVER = 'server configuration does not exist (was it deleted?)';

function describe({ server, token, maximumExpirySeconds }: Credential): Record<string, unknown> {
  return {
    server,
    access_token: token.accessToken,
    type: token.tokenType,
    ...(token.expiresAt === undefined ? {} : { expire_time: new Date(token.expiresAt).toISOString() }),
    ...(maximumExpirySeconds > 0 ? { maximum_expiry_seconds: maximumExpirySeconds } : {}),
  };
}

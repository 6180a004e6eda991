import type { OAuthApp, Workspace } from '../options.ts';
import type { Simulation } from '../simulation.ts';
import type { Member } from '../workspace/directory.ts';
import { authenticationError } from './errors.ts';

/** Who a GraphQL request acts as, and with what. */
export interface Principal {
  readonly workspace: Workspace;
  readonly member: Member;
  /** Null for a personal API key. */
  readonly app: OAuthApp | null;
  readonly actor: 'user' | 'app';
  readonly scopes: ReadonlySet<string>;
}

/** A personal API key carries everything its owner may do. */
const ALL_SCOPES: ReadonlySet<string> = new Set(['read', 'write', 'admin']);

/**
 * Reads the `Authorization` header: OAuth tokens as Bearer, personal API keys bare.
 *
 * @throws GraphQLError of type `authentication error`
 */
export function authenticate(header: string | null, simulation: Simulation): Principal {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  if (bearer?.startsWith('lin_api_')) {
    throw authenticationError('An API key was sent as a Bearer token. Remove the Bearer prefix.');
  }
  const principal = bearer === undefined ? byApiKey(header ?? '', simulation) : byToken(bearer, simulation);
  if (!principal) throw authenticationError();
  return principal;
}

function byApiKey(value: string, { directory }: Simulation): Principal | undefined {
  for (const workspace of directory.workspaces) {
    const key = workspace.apiKeys.find((one) => one.key === value);
    const user = workspace.users.find(({ id }) => id === key?.userId);
    if (user) return { workspace, member: { ...user, app: false }, app: null, actor: 'user', scopes: ALL_SCOPES };
  }
  return undefined;
}

function byToken(value: string, { directory, grants }: Simulation): Principal | undefined {
  const grant = grants.byLiveAccessToken(value);
  const workspace = grant && directory.workspace(grant.workspaceId);
  const user = workspace?.users.find(({ id }) => id === grant?.userId);
  const app = grant && directory.app(grant.clientId);
  if (!grant || !workspace || !user || !app) return undefined;
  const member = grant.actor === 'app' ? directory.appMember(workspace, app) : { ...user, app: false };
  return { workspace, member, app, actor: grant.actor, scopes: new Set(grant.scopes) };
}

import type { OAuthApp, Workspace, WorkspaceTeam, WorkspaceUser } from '../options.ts';
import { derivedUuid } from './identifiers.ts';

/** A status an issue of a team can have. */
export interface WorkflowState {
  readonly id: string;
  readonly name: string;
  readonly type: 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled';
  readonly color: string;
  readonly position: number;
}

/** Somebody who acts in a workspace: a person, or an app installed with `actor=app`. */
export interface Member extends WorkspaceUser {
  readonly app: boolean;
}

const STATES = [
  ['Backlog', 'backlog', '#bec2c8'],
  ['Todo', 'unstarted', '#e2e2e2'],
  ['In Progress', 'started', '#f2c94c'],
  ['Done', 'completed', '#5e6ad2'],
  ['Canceled', 'canceled', '#95a2b3'],
] as const;

/** The workflow every team starts with; ids follow from the team's. */
export function workflowOf(team: WorkspaceTeam): WorkflowState[] {
  return STATES.map(([name, type, color], position) => ({
    id: derivedUuid('workflow-state', team.id, name),
    name,
    type,
    color,
    position,
  }));
}

/** Where issues start, and stay: the simulator moves none. */
export function initialState(team: WorkspaceTeam): WorkflowState {
  const [first] = workflowOf(team);
  if (!first) throw new Error('A workflow has states');
  return first;
}

/** Finds people and workspaces by the names requests carry. */
export class Directory {
  readonly #workspaces: readonly Workspace[];
  readonly #apps: readonly OAuthApp[];

  constructor(workspaces: readonly Workspace[], apps: readonly OAuthApp[]) {
    this.#workspaces = workspaces;
    this.#apps = apps;
  }

  get workspaces(): readonly Workspace[] {
    return this.#workspaces;
  }

  app(clientId: string): OAuthApp | undefined {
    return this.#apps.find((app) => app.clientId === clientId);
  }

  /** @param key id or URL key */
  workspace(key: string): Workspace | undefined {
    return this.#workspaces.find(({ id, urlKey }) => id === key || urlKey === key);
  }

  /** @param key id or e-mail address; addresses are unique across workspaces */
  user(key: string): { user: WorkspaceUser; workspace: Workspace } | undefined {
    for (const workspace of this.#workspaces) {
      const user = workspace.users.find(({ id, email }) => id === key || email.toLowerCase() === key.toLowerCase());
      if (user) return { user, workspace };
    }
    return undefined;
  }

  /** People of the workspace, and one seat for each app (Linear creates it when the app is installed). */
  members(workspace: Workspace): Member[] {
    return [
      ...workspace.users.map((user) => ({ ...user, app: false })),
      ...this.#apps.map((app) => this.appMember(workspace, app)),
    ];
  }

  appMember(workspace: Workspace, app: OAuthApp): Member {
    const id = derivedUuid('app-user', workspace.id, app.id);
    return { id, name: app.name, email: `${id}@oauthapp.linear.app`, admin: false, app: true };
  }
}

import { workflowOf } from '../workspace/directory.ts';
import type { StoredIssue } from '../workspace/issue-store.ts';
import { connection, type PageArguments } from './connection.ts';
import { notFoundError } from './errors.ts';
import { matches, type Subject } from './filter.ts';
import type { RequestContext } from './request-context.ts';
import { issueView } from './views/issue-view.ts';
import { organizationView } from './views/organization-view.ts';
import { teamView } from './views/team-view.ts';
import { userView } from './views/user-view.ts';
import type { View } from './views/view.ts';
import { workflowStateView } from './views/workflow-state-view.ts';

interface ListArguments extends PageArguments {
  readonly filter?: Readonly<Record<string, unknown>> | null;
  readonly includeArchived?: boolean | null;
  readonly orderBy?: 'createdAt' | 'updatedAt' | null;
  readonly sort?:
    | readonly Readonly<Record<string, { readonly order?: 'Ascending' | 'Descending' | null } | null>>[]
    | null;
}

type Resolver = (args: never, context: RequestContext) => unknown;

/** Reads. Each sees the caller's workspace and nothing else. */
export const QUERIES = {
  viewer: (_args: unknown, context: RequestContext): View => userView(context.principal.member, context),

  organization: (_args: unknown, context: RequestContext): View => organizationView(context),

  team: ({ id }: { id: string }, context: RequestContext): View => {
    const team = context.principal.workspace.teams.find((one) => one.id === id || one.key === id);
    if (!team) throw notFoundError('Team');
    return teamView(team, context);
  },

  /** `includeArchived` and `orderBy` change nothing: no team was ever archived, all were made at once. */
  teams: (args: ListArguments, context: RequestContext) => {
    const teams = context.principal.workspace.teams.filter((team) => matches(args.filter, { ...team }));
    return connection(
      teams.map((team) => teamView(team, context)),
      args,
    );
  },

  user: ({ id }: { id: string }, context: RequestContext): View => {
    const { directory } = context.simulation;
    const { principal } = context;
    const wanted = id === 'me' ? principal.member.id : id;
    const member = directory.members(principal.workspace).find((one) => one.id === wanted || one.email === wanted);
    if (!member) throw notFoundError('User');
    return userView(member, context);
  },

  users: (args: ListArguments, context: RequestContext) => {
    const people = context.principal.workspace.users.filter((user) => matches(args.filter, { ...user }));
    const order = args.sort?.find(({ name }) => name)?.name?.order;
    const sorted = order ? people.toSorted((a, b) => a.name.localeCompare(b.name, 'en')) : people;
    if (order === 'Descending') sorted.reverse();
    return connection(
      sorted.map((user) => userView({ ...user, app: false }, context)),
      args,
    );
  },

  workflowState: ({ id }: { id: string }, context: RequestContext): View => {
    for (const team of context.principal.workspace.teams) {
      const state = workflowOf(team).find((one) => one.id === id);
      if (state) return workflowStateView(state, team, context);
    }
    throw notFoundError('WorkflowState');
  },

  issue: ({ id }: { id: string }, context: RequestContext): View => issueView(findIssue(id, context), context),

  issues: (args: ListArguments, context: RequestContext) => {
    const { workspace } = context.principal;
    const found = context.simulation.issues
      .list(workspace.id)
      .filter((issue) => args.includeArchived || issue.archivedAt === null)
      .filter((issue) => matches(args.filter, subjectOf(issue, context)));
    return connection(
      inOrder(found, args).map((issue) => issueView(issue, context)),
      args,
    );
  },
} satisfies Record<string, Resolver>;

/** @throws GraphQLError of type `invalid input`, the same for an issue of another workspace as for none */
export function findIssue(key: string, { simulation, principal }: RequestContext): StoredIssue {
  const issue = simulation.issues.find(principal.workspace.id, key);
  if (!issue) throw notFoundError('Issue');
  return issue;
}

/** Newest first unless `sort` says otherwise. */
function inOrder(issues: readonly StoredIssue[], { orderBy, sort }: ListArguments): StoredIssue[] {
  const sorted = sort?.flatMap((one) => Object.entries(one)).find(([, how]) => how);
  const by = sorted?.[0] === 'updatedAt' || (!sorted && orderBy === 'updatedAt') ? 'updatedAt' : 'createdAt';
  const ascending = issues.toSorted((a, b) => a[by] - b[by]);
  return sorted?.[1]?.order === 'Ascending' ? ascending : ascending.reverse();
}

function subjectOf(issue: StoredIssue, { simulation, principal }: RequestContext): Subject {
  const { workspace } = principal;
  const team = workspace.teams.find(({ id }) => id === issue.teamId);
  const creator = simulation.directory.members(workspace).find(({ id }) => id === issue.creatorId);
  return {
    id: issue.id,
    number: issue.number,
    title: issue.title,
    team: team ? { ...team } : null,
    creator: creator ? { ...creator } : null,
  };
}

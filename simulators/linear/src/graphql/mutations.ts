import { isUuidV4, uuidFrom } from '../workspace/identifiers.ts';
import type { IssueChange, StoredIssue } from '../workspace/issue-store.ts';
import { adminError, argumentError, duplicateError, notFoundError } from './errors.ts';
import { findIssue } from './queries.ts';
import type { RequestContext } from './request-context.ts';
import { issueView } from './views/issue-view.ts';

interface CreateInput {
  readonly id?: string | null;
  readonly teamId: string;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly priority?: number | null;
  readonly assigneeId?: string | null;
  readonly createAsUser?: string | null;
}

interface UpdateInput {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly priority?: number | null;
  readonly assigneeId?: string | null;
  readonly trashed?: boolean | null;
}

/** linear/linear schema, `issueBatchUpdate(ids:)`. */
const MAX_BATCH = 50;

/** Writes. Each is on disk before it is answered. */
export const MUTATIONS = {
  issueCreate: async ({ input }: { input: CreateInput }, context: RequestContext) => {
    const { simulation, principal } = context;
    const team = principal.workspace.teams.find(({ id }) => id === input.teamId);
    if (!team) throw notFoundError('Team');
    if (input.id != null && !isUuidV4(input.id)) throw argumentError('id must be a UUID version 4');
    if (input.createAsUser != null && principal.actor !== 'app') {
      throw argumentError('createAsUser is only valid with actor=app');
    }
    const issue = simulation.issues.create({
      id: input.id?.toLowerCase() ?? uuidFrom(simulation.random(16)),
      workspaceId: principal.workspace.id,
      teamId: team.id,
      teamKey: team.key,
      title: validTitle(input.title),
      description: input.description ?? null,
      priority: validPriority(input.priority ?? 0),
      assigneeId: validAssignee(input.assigneeId ?? null, context),
      creatorId: principal.member.id,
      actorApp: principal.app?.clientId ?? null,
      createdAsUser: input.createAsUser ?? null,
      createdAt: simulation.now(),
    });
    if (!issue) throw duplicateError('Issue');
    return done({ issue: issueView(issue, context) }, context);
  },

  issueUpdate: async ({ id, input }: { id: string; input: UpdateInput }, context: RequestContext) => {
    const issue = change(findIssue(id, context), validChange(input, context), context);
    return done({ issue: issueView(issue, context) }, context);
  },

  issueBatchUpdate: async ({ ids, input }: { ids: string[]; input: UpdateInput }, context: RequestContext) => {
    if (ids.length > MAX_BATCH) throw argumentError(`ids must contain no more than ${MAX_BATCH} elements`);
    const found = ids.map((id) => findIssue(id, context));
    const valid = validChange(input, context);
    const issues = found.map((issue) => issueView(change(issue, valid, context), context));
    return done({ issues }, context);
  },

  /** Trashes; `permanentlyDelete` skips the 30 days in the trash and is for admins with an admin token. */
  issueDelete: async (
    { id, permanentlyDelete }: { id: string; permanentlyDelete?: boolean | null },
    context: RequestContext,
  ) => {
    const { principal, simulation } = context;
    if (permanentlyDelete && !(principal.member.admin && principal.scopes.has('admin'))) throw adminError();
    const issue = findIssue(id, context);
    if (!permanentlyDelete) return done({ entity: issueView(trash(issue, context), context) }, context);
    simulation.issues.remove(issue);
    return done({ entity: null }, context);
  },

  issueArchive: async ({ id, trash: toTrash }: { id: string; trash?: boolean | null }, context: RequestContext) => {
    const issue = findIssue(id, context);
    const archived = toTrash ? trash(issue, context) : change(issue, { archivedAt: context.simulation.now() }, context);
    return done({ entity: issueView(archived, context) }, context);
  },

  issueUnarchive: async ({ id }: { id: string }, context: RequestContext) => {
    const issue = change(findIssue(id, context), { trashed: false, archivedAt: null }, context);
    return done({ entity: issueView(issue, context) }, context);
  },
};

async function done<T extends object>(payload: T, { simulation, principal }: RequestContext) {
  const lastSyncId = simulation.issues.lastSyncId(principal.workspace.id);
  await simulation.save();
  return { ...payload, success: true, lastSyncId };
}

function change(issue: StoredIssue, to: IssueChange, { simulation }: RequestContext): StoredIssue {
  return simulation.issues.update(issue, to, simulation.now());
}

function trash(issue: StoredIssue, context: RequestContext): StoredIssue {
  return change(issue, { trashed: true, archivedAt: context.simulation.now() }, context);
}

/** Null clears a description or an assignee; what an issue always has cannot be cleared. */
function validChange(input: UpdateInput, context: RequestContext): IssueChange {
  const { title, description, priority, assigneeId, trashed } = input;
  if (priority === null || trashed === null) throw argumentError('priority and trashed must have a value');
  return {
    ...(title !== undefined && { title: validTitle(title) }),
    ...(description !== undefined && { description }),
    ...(priority !== undefined && { priority: validPriority(priority) }),
    ...(assigneeId !== undefined && { assigneeId: validAssignee(assigneeId, context) }),
    ...(trashed !== undefined && { trashed, archivedAt: trashed ? context.simulation.now() : null }),
  };
}

function validTitle(title: string | null | undefined): string {
  if (title == null || title.trim() === '') throw argumentError('title should not be empty');
  return title;
}

function validPriority(priority: number): number {
  if (priority < 0 || priority > 4) throw argumentError('priority must be between 0 and 4');
  return priority;
}

function validAssignee(id: string | null, { simulation, principal }: RequestContext): string | null {
  if (id === null) return null;
  const member = simulation.directory.members(principal.workspace).find((one) => one.id === id);
  if (!member) throw notFoundError('User');
  return member.id;
}

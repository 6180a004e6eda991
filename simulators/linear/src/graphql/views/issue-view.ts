import { initialState } from '../../workspace/directory.ts';
import { identifierOf, type StoredIssue } from '../../workspace/issue-store.ts';
import { issueUrl, slugOf } from '../../workspace/issue-url.ts';
import type { RequestContext } from '../request-context.ts';
import { dateTime, optionalDateTime } from './dates.ts';
import { teamView } from './team-view.ts';
import { userView } from './user-view.ts';
import type { View } from './view.ts';
import { workflowStateView } from './workflow-state-view.ts';

const PRIORITY_LABELS = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

/** An `Issue` of Linear's schema. Fields the simulator has no feature for are as on a fresh issue. */
export function issueView(issue: StoredIssue, context: RequestContext): View {
  const { principal, simulation } = context;
  const { workspace } = principal;
  const team = workspace.teams.find(({ id }) => id === issue.teamId);
  if (!team) throw new Error('An issue belongs to a team that is gone');
  const person = (id: string | null) => {
    const member = simulation.directory.members(workspace).find((one) => one.id === id);
    return member ? userView(member, context) : null;
  };
  return {
    ...NO_FEATURES,
    id: issue.id,
    identifier: identifierOf(issue),
    number: issue.number,
    title: issue.title,
    description: issue.description,
    priority: issue.priority,
    priorityLabel: PRIORITY_LABELS[issue.priority],
    url: issueUrl(simulation.publicUrl(), workspace, issue),
    branchName: `${identifierOf(issue).toLowerCase()}-${slugOf(issue.title)}`,
    team: () => teamView(team, context),
    state: () => workflowStateView(initialState(team), team, context),
    creator: () => person(issue.creatorId),
    assignee: () => person(issue.assigneeId),
    botActor: () => botActor(issue, context),
    createdAt: dateTime(issue.createdAt),
    updatedAt: dateTime(issue.updatedAt),
    addedToTeamAt: dateTime(issue.createdAt),
    archivedAt: optionalDateTime(issue.archivedAt),
    // Linear answers null, not false, for an issue outside the trash.
    trashed: issue.trashed || null,
    sortOrder: -issue.number,
    prioritySortOrder: -issue.number,
  };
}

/** "Somebody (via Application)": a label chosen by the app, shown beside its own seat. */
function botActor(issue: StoredIssue, { simulation }: RequestContext) {
  if (issue.createdAsUser === null || issue.actorApp === null) return null;
  const app = simulation.directory.app(issue.actorApp);
  return {
    id: app?.id ?? null,
    name: app?.name ?? null,
    type: 'oauthApp',
    subType: null,
    userDisplayName: issue.createdAsUser,
    avatarUrl: null,
  };
}

const NO_FEATURES = {
  addedToCycleAt: null,
  addedToProjectAt: null,
  asksExternalUserRequester: null,
  asksRequester: null,
  autoArchivedAt: null,
  autoClosedAt: null,
  boardOrder: 0,
  canceledAt: null,
  completedAt: null,
  customerTicketCount: 0,
  cycle: null,
  delegate: null,
  dueDate: null,
  estimate: null,
  externalUserCreator: null,
  favorite: null,
  inheritsSharedAccess: false,
  integrationSourceType: null,
  labelIds: [],
  lastAppliedTemplate: null,
  parent: null,
  previousIdentifiers: [],
  project: null,
  projectMilestone: null,
  reactionData: [],
  reactions: [],
  recurringIssueTemplate: null,
  sharedAccess: {
    disallowedIssueFields: [],
    isShared: false,
    sharedWithCount: 0,
    sharedWithUsers: [],
    viewerHasOnlySharedAccess: false,
  },
  slaBreachesAt: null,
  slaHighRiskAt: null,
  slaMediumRiskAt: null,
  slaStartedAt: null,
  slaType: null,
  snoozedBy: null,
  snoozedUntilAt: null,
  sourceComment: null,
  startedAt: null,
  startedTriageAt: null,
  subIssueSortOrder: null,
  syncedWith: null,
  triagedAt: null,
};

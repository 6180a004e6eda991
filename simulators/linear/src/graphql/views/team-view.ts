import type { WorkspaceTeam } from '../../options.ts';
import { workflowOf } from '../../workspace/directory.ts';
import { connection, type PageArguments } from '../connection.ts';
import type { RequestContext } from '../request-context.ts';
import { FOUNDED } from './dates.ts';
import { issueView } from './issue-view.ts';
import { organizationView } from './organization-view.ts';
import { userView } from './user-view.ts';
import type { View } from './view.ts';
import { workflowStateView } from './workflow-state-view.ts';

/** A `Team` of Linear's schema: public, without cycles, triage, estimates or automation. */
export function teamView(team: WorkspaceTeam, context: RequestContext): View {
  const { workspace } = context.principal;
  const states = workflowOf(team).map((state) => workflowStateView(state, team, context));
  const issues = () => context.simulation.issues.list(workspace.id).filter(({ teamId }) => teamId === team.id);
  return {
    ...NO_AUTOMATION,
    ...NO_FEATURES,
    id: team.id,
    key: team.key,
    name: team.name,
    displayName: team.name,
    organization: () => organizationView(context),
    states: () => connection(states, {}),
    defaultIssueState: () => states[0],
    members: () =>
      connection(
        workspace.users.map((user) => userView({ ...user, app: false }, context)),
        {},
      ),
    issues: (page: PageArguments) =>
      connection(
        issues()
          .filter(({ archivedAt }) => archivedAt === null)
          .reverse()
          .map((issue) => issueView(issue, context)),
        page,
      ),
    issueCount: () => issues().length,
    createdAt: FOUNDED,
    updatedAt: FOUNDED,
    archivedAt: null,
    retiredAt: null,
    visibility: 'public',
    private: false,
    timezone: 'Etc/UTC',
  };
}

const NO_AUTOMATION = {
  autoArchivePeriod: 6,
  autoCloseChildIssues: null,
  autoCloseParentIssues: null,
  autoClosePeriod: null,
  autoCloseStateId: null,
  draftWorkflowState: null,
  startWorkflowState: null,
  reviewWorkflowState: null,
  mergeableWorkflowState: null,
  mergeWorkflowState: null,
  markedAsDuplicateWorkflowState: null,
  slackIssueComments: false,
  slackIssueStatuses: false,
  slackNewIssue: false,
  triageEnabled: false,
  triageIssueState: null,
  triageResponsibility: null,
  requirePriorityToLeaveTriage: false,
  activeCycle: null,
  cyclesEnabled: false,
  cycleCalenderUrl: '',
  cycleCooldownTime: 0,
  cycleDuration: 2,
  cycleIssueAutoAssignCompleted: false,
  cycleIssueAutoAssignStarted: false,
  cycleLockToActive: false,
  cycleStartDay: 1,
  upcomingCycleCount: 2,
};

const NO_FEATURES = {
  aiDiscussionSummariesEnabled: false,
  aiThreadSummariesEnabled: false,
  allMembersCanJoin: null,
  color: null,
  defaultIssueEstimate: 1,
  defaultProjectTemplate: null,
  defaultTemplateForMembers: null,
  defaultTemplateForMembersId: null,
  defaultTemplateForNonMembers: null,
  defaultTemplateForNonMembersId: null,
  description: null,
  groupIssueHistory: true,
  icon: null,
  inheritIssueEstimation: true,
  inheritWorkflowStatuses: false,
  initiativesEnabled: false,
  integrationsSettings: null,
  inviteHash: '',
  issueEstimationAllowZero: false,
  issueEstimationExtended: false,
  issueEstimationType: 'notUsed',
  issueOrderingNoPriorityFirst: false,
  issueSortOrderDefaultToBottom: false,
  ledInitiativeCount: 0,
  parent: null,
  scimGroupName: null,
  scimManaged: false,
  securitySettings: {},
  setIssueSortOrderOnStateChange: 'default',
  viewerCanJoin: true,
  viewerCanLeave: true,
  viewerMembership: null,
};

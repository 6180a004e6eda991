import { connection } from '../connection.ts';
import type { RequestContext } from '../request-context.ts';
import { FOUNDED } from './dates.ts';
import { teamView } from './team-view.ts';
import { userView } from './user-view.ts';
import type { View } from './view.ts';

/** The caller's own `Organization`; there is no way to name another one. */
export function organizationView(context: RequestContext): View {
  const { workspace } = context.principal;
  return {
    ...SETTINGS,
    id: workspace.id,
    name: workspace.name,
    urlKey: workspace.urlKey,
    teams: () =>
      connection(
        workspace.teams.map((team) => teamView(team, context)),
        {},
      ),
    users: () =>
      connection(
        workspace.users.map((user) => userView({ ...user, app: false }, context)),
        {},
      ),
    userCount: workspace.users.length,
    createdIssueCount: () => context.simulation.issues.list(workspace.id).length,
    createdAt: FOUNDED,
    updatedAt: FOUNDED,
    archivedAt: null,
  };
}

/** A workspace nobody has changed a setting of, without paid features. */
const SETTINGS = {
  aiDiscussionSummariesEnabled: false,
  aiThreadSummariesEnabled: false,
  allowMembersToInvite: null,
  allowedAuthServices: [],
  allowedFileUploadContentTypes: null,
  authSettings: {},
  customerCount: 0,
  customersConfiguration: {},
  customersEnabled: false,
  defaultFeedSummarySchedule: null,
  defaultHomeView: null,
  defaultHomeViewTargetId: null,
  deletionRequestedAt: null,
  feedEnabled: false,
  fiscalYearStartMonth: 0,
  gitBranchFormat: null,
  gitLinkbackDescriptionsEnabled: false,
  gitLinkbackMessagesEnabled: false,
  gitPublicLinkbackMessagesEnabled: false,
  hideNonPrimaryOrganizations: false,
  hipaaComplianceEnabled: false,
  initiativeUpdateReminderFrequencyInWeeks: null,
  initiativeUpdateRemindersDay: 'Monday',
  initiativeUpdateRemindersHour: 14,
  logoUrl: null,
  periodUploadVolume: 0,
  previousUrlKeys: [],
  projectStatuses: [],
  projectUpdateReminderFrequencyInWeeks: null,
  projectUpdateRemindersDay: 'Monday',
  projectUpdateRemindersHour: 14,
  projectUpdatesReminderFrequency: 'never',
  pullRequestIssueMode: 'default',
  pullRequestTourEnabled: false,
  releaseChannel: 'public',
  releasesEnabled: false,
  restrictLabelManagementToAdmins: null,
  restrictTeamCreationToAdmins: null,
  roadmapEnabled: false,
  samlEnabled: false,
  scimEnabled: false,
  securitySettings: {},
  slaDayCount: 'all',
  slackProjectChannelIntegration: null,
  slackProjectChannelPrefix: 'proj-',
  subscription: null,
  suggestedBranchNameEnabled: false,
  trialEndsAt: null,
  trialStartsAt: null,
};

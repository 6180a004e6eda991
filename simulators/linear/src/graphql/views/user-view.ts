import type { Member } from '../../workspace/directory.ts';
import { connection } from '../connection.ts';
import type { RequestContext } from '../request-context.ts';
import { FOUNDED } from './dates.ts';
import { organizationView } from './organization-view.ts';
import { teamView } from './team-view.ts';
import type { View } from './view.ts';

/** A `User` of Linear's schema. Fields the simulator has no feature for are as on a fresh account. */
export function userView(member: Member, context: RequestContext): View {
  const { principal, simulation } = context;
  const { workspace } = principal;
  const handle = member.email.split('@', 1)[0] ?? member.email;
  const words = member.name.split(' ');
  return {
    id: member.id,
    name: member.name,
    displayName: member.app ? member.name : handle,
    email: member.email,
    initials: words.map((word) => word.charAt(0).toUpperCase()).join(''),
    url: `${simulation.publicUrl()}/${workspace.urlKey}/profiles/${handle}`,
    active: true,
    admin: member.admin,
    owner: member.admin,
    app: member.app,
    guest: false,
    isMe: member.id === principal.member.id,
    isAssignable: true,
    isMentionable: true,
    supportsAgentSessions: false,
    canAccessAnyPublicTeam: true,
    createdIssueCount: () =>
      simulation.issues.list(workspace.id).filter(({ creatorId }) => creatorId === member.id).length,
    organization: () => organizationView(context),
    teams: () =>
      connection(
        workspace.teams.map((team) => teamView(team, context)),
        {},
      ),
    createdAt: FOUNDED,
    updatedAt: FOUNDED,
    archivedAt: null,
    avatarBackgroundColor: '#5e6ad2',
    avatarUrl: null,
    calendarHash: null,
    description: null,
    disableReason: null,
    gitHubUserId: null,
    inviteHash: '',
    lastSeen: null,
    statusEmoji: null,
    statusLabel: null,
    statusUntilAt: null,
    timezone: null,
    title: null,
  };
}

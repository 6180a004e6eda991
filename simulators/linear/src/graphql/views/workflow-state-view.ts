import type { WorkspaceTeam } from '../../options.ts';
import type { WorkflowState } from '../../workspace/directory.ts';
import type { RequestContext } from '../request-context.ts';
import { FOUNDED } from './dates.ts';
import { teamView } from './team-view.ts';
import type { View } from './view.ts';

/** A `WorkflowState` of Linear's schema. */
export function workflowStateView(state: WorkflowState, team: WorkspaceTeam, context: RequestContext): View {
  return {
    ...state,
    team: () => teamView(team, context),
    description: null,
    inheritedFrom: null,
    createdAt: FOUNDED,
    updatedAt: FOUNDED,
    archivedAt: null,
  };
}

import { variablesDigest } from '@sallyport/authn';
import { deleteIssue } from '@sallyport/tool-catalog';
import { refuse } from '../call/refusal.ts';
import { handlerOf, type ToolHandler } from './tool-handler.ts';

/**
 * Asks for a credential to trash one issue; the issuer refuses it there, before anything is read or minted, unless a second
 * person approved exactly this.
 */
export function deleteIssueHandler(): ToolHandler {
  return handlerOf(deleteIssue, async ({ args }) => {
    const { issueId, reason, dryRun = false } = args;
    const target = `issue ${issueId}`;
    if (dryRun) {
      const approval = `A call would ask to trash issue ${issueId}, and be refused until a second person approves it.`;
      return { outcome: { result: { trashed: false, issueId, approval, dryRun }, masked: {}, target } };
    }
    const detail = {
      type: 'linear_operation' as const,
      operation: 'issueTrash' as const,
      tool: deleteIssue.name,
      target: { issue: issueId },
      variables_digest: variablesDigest({ issueId, reason }),
    };
    // The gateway has no document for this operation: a credential for it, wherever it came from, is not spent (C-AZ-6).
    return { deed: { detail, perform: async () => refuse({ reason: 'downstream_failed' }) } };
  });
}

import { z } from 'zod';
import { defineTool } from './define-tool.ts';

export const deleteIssue = defineTool({
  name: 'delete_issue',
  title: 'Trash a Linear issue',
  description:
    'Trashes one Linear issue that Sallyport filed; never permanent. Needs the approval of a second person, so a call ' +
    'without one is refused and says what is missing.',
  tier: 2,
  effect: 'delete',
  approval: 'second_person',
  scope: 'issues:delete',
  input: z.strictObject({
    issueId: z.string().min(3).max(64).describe('Linear issue id or identifier, for example PAY-12.'),
    reason: z.string().min(3).max(500).describe('Why; shown to the approver as the words of the agent.'),
    idempotencyKey: z.uuid().optional(),
    dryRun: z.boolean().optional().describe('Show what would happen and do nothing.'),
  }),
  output: z.strictObject({
    trashed: z.boolean(),
    issueId: z.string().max(64),
    approval: z.string().max(500).optional().describe('What approval is needed and where it is given.'),
    dryRun: z.boolean(),
  }),
  credential: { resource: 'https://api.linear.app', operation: 'issueTrash', class: 'curator' },
  limits: { timeoutMs: 15_000, callsPerMinute: 5, costUsd: 0.01 },
});

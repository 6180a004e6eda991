import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import { maskedCounts, TEAMS } from './ticket-words.ts';

export const escalateTicket = defineTool({
  name: 'escalate_ticket',
  title: 'Escalate a support ticket to Linear',
  description:
    'Files one Linear issue for a support ticket, created by the person you act for. The issue carries the technical ' +
    'problem and the ticket id, never the customer identity. A ticket is filed once: a repeat returns the first issue.',
  tier: 2,
  effect: 'create',
  approval: 'none',
  scope: 'issues:create',
  input: z.strictObject({
    ticketId: z.uuid().describe('The ticket to escalate.'),
    team: z.enum(TEAMS).optional().describe('Linear team; the team of the ticket area unless told.'),
    idempotencyKey: z.uuid().optional().describe('Makes retries safe; the same key with other arguments is refused.'),
    dryRun: z.boolean().optional().describe('Show what would be filed and do nothing.'),
  }),
  output: z.strictObject({
    issue: z
      .strictObject({ id: z.uuid(), identifier: z.string().max(40), url: z.url().max(500) })
      .optional()
      .describe('Absent in a dry run.'),
    title: z.string().max(250),
    description: z.string().max(20_000),
    team: z.enum(TEAMS),
    masked: maskedCounts,
    alreadyFiled: z.boolean(),
    dryRun: z.boolean(),
  }),
  credential: { resource: 'https://api.linear.app', operation: 'issueCreate', class: 'creator' },
  limits: { timeoutMs: 15_000, callsPerMinute: 10, costUsd: 0.01 },
});

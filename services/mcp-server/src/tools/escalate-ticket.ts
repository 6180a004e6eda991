import { variablesDigest } from '@sallyport/authn';
import type { IssueCreateResult } from '@sallyport/contracts';
import { reveal } from '@sallyport/masking';
import { withSpan } from '@sallyport/telemetry';
import { escalateTicket, LINEAR_PRIORITY } from '@sallyport/tool-catalog';
import { refuse } from '../call/refusal.ts';
import type { TicketStore } from '../tickets/ticket-store.ts';
import { type Gateway, type MaskedIssue, variablesOf } from './gateway.ts';
import { draftIssue } from './issue-draft.ts';
import type { MaskForReading } from './masked-ticket.ts';
import { handlerOf, type ToolHandler } from './tool-handler.ts';

/** Bounds of the tool's output. */
const TITLE_LENGTH = 250;
const DESCRIPTION_LENGTH = 20_000;

/** Files one issue for a ticket of the caller's tenant: masked first, then a credential for exactly that text. */
export function escalateTicketHandler(tickets: TicketStore, gateway: Gateway): ToolHandler {
  return handlerOf(escalateTicket, async ({ caller, args }) => {
    const { ticketId, idempotencyKey, dryRun = false } = args;
    const ticket = await tickets.find(caller.tenant, ticketId);
    if (!ticket) return refuse({ reason: 'ticket_unknown' });
    const draft = await withSpan('dlp.redact', { 'tool.name': escalateTicket.name }, async () => draftIssue(ticket));
    const team = args.team ?? ticket.area;
    const facts = { team, masked: draft.counts, dryRun };
    const target = `ticket ${ticketId}`;

    if (dryRun) {
      const { title, description } = draft;
      const result = { ...facts, title: reveal(title), description: reveal(description), alreadyFiled: false };
      return { outcome: { result, masked: draft.counts, target } };
    }
    const issue: MaskedIssue = {
      ticketId,
      team,
      title: draft.title,
      description: draft.description,
      priority: LINEAR_PRIORITY[ticket.severity],
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    const detail = {
      type: 'linear_operation' as const,
      operation: 'issueCreate' as const,
      tool: escalateTicket.name,
      target: { team, ticket: ticketId },
      variables_digest: variablesDigest(variablesOf(issue)),
    };
    return {
      deed: {
        detail,
        async perform(credential, signal) {
          const filed = await gateway.fileIssue(credential, issue, signal);
          const { id, identifier, url } = filed.issue;
          const result = { ...facts, issue: { id, identifier, url }, ...shown(filed, draft.forReading) };
          return { result, masked: draft.counts, target: `${target}, issue ${identifier}` };
        },
      },
    };
  });
}

/**
 * What stands in Linear now. People edit issues there, and an issue filed earlier is read back: it is a stranger's text
 * again, masked before an agent sees it (C-IN-5, C-OUT-2).
 */
function shown({ title, description, alreadyFiled }: IssueCreateResult, mask: MaskForReading) {
  return {
    title: mask(title).slice(0, TITLE_LENGTH),
    description: mask(description).slice(0, DESCRIPTION_LENGTH),
    alreadyFiled,
  };
}

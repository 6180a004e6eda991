import { deleteIssue, escalateTicket, getSupportTickets, TOOLS, type ToolName } from '@sallyport/tool-catalog';
import type { KeyedDigest } from '../call/identifiers.ts';
import type { TicketStore } from '../tickets/ticket-store.ts';
import { deleteIssueHandler } from './delete-issue.ts';
import { escalateTicketHandler } from './escalate-ticket.ts';
import type { Gateway } from './gateway.ts';
import { getSupportTicketsHandler } from './get-support-tickets.ts';
import type { ToolHandler } from './tool-handler.ts';

export interface HandlerParts {
  tickets: TicketStore;
  gateway: Gateway;
  cursorDigest: KeyedDigest;
}

/** Every tool of the catalogue with its handler; the map is total, so a tool without one does not compile. */
export function catalogueTools({ tickets, gateway, cursorDigest }: HandlerParts) {
  const handlers: Record<ToolName, ToolHandler> = {
    [getSupportTickets.name]: getSupportTicketsHandler(tickets, cursorDigest),
    [escalateTicket.name]: escalateTicketHandler(tickets, gateway),
    [deleteIssue.name]: deleteIssueHandler(),
  };
  return TOOLS.map((definition) => ({ definition, handler: handlers[definition.name] }));
}

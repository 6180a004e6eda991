import { deleteIssue } from './delete-issue.ts';
import { escalateTicket } from './escalate-ticket.ts';
import { getSupportTickets } from './get-support-tickets.ts';

export * from './define-tool.ts';
export * from './derive.ts';
export * from './ticket-words.ts';
export { deleteIssue, escalateTicket, getSupportTickets };

/** The whole catalogue; a tuple, so that names are a union and a map of handlers must be total. */
export const TOOLS = [getSupportTickets, escalateTicket, deleteIssue] as const;
export type CatalogTool = (typeof TOOLS)[number];
export type ToolName = CatalogTool['name'];

import { reveal } from '@sallyport/masking';
import { getSupportTickets } from '@sallyport/tool-catalog';
import type { KeyedDigest } from '../call/identifiers.ts';
import { refuse } from '../call/refusal.ts';
import { cursorFor, type ListIdentity, positionOf } from '../tickets/cursor.ts';
import type { ListedTicket, TicketStore } from '../tickets/ticket-store.ts';
import { addCounts, type Counts } from './masked-counts.ts';
import { maskTicket } from './masked-ticket.ts';
import { TicketSummaries } from './ticket-summaries.ts';
import { type CallOf, handlerOf, type ToolHandler, type ToolOutcome } from './tool-handler.ts';

const DEFAULT_LIMIT = 20;
const SUBJECT_LENGTH = 500;
const BODY_LENGTH = 20_000;

type Call = CallOf<typeof getSupportTickets>;

/** Lists tickets of the caller's tenant as masked summaries, or reads one with its masked body (C-OUT-2). */
export function getSupportTicketsHandler(tickets: TicketStore, cursorDigest: KeyedDigest): ToolHandler {
  const summaries = new TicketSummaries();

  return handlerOf(getSupportTickets, async (call) => {
    const { ticketId } = call.args;
    return { outcome: ticketId === undefined ? await list(call) : await one(call, ticketId) };
  });

  async function list({ caller, args }: Call): Promise<ToolOutcome> {
    const { status, severity, cursor, limit = DEFAULT_LIMIT } = args;
    const identity: ListIdentity = { tenant: caller.tenant, status, severity };
    const after = cursor === undefined ? undefined : positionOf(identity, cursor, cursorDigest);
    if (cursor !== undefined && !after) {
      return refuse({ reason: 'arguments_invalid', problems: [{ path: 'cursor', rule: 'must be one of this list' }] });
    }
    const found = await tickets.list(caller.tenant, { status, severity, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const masked: Counts = {};
    const subjects = await summaries.of(page, (ids) => tickets.read(caller.tenant, ids));
    const shown = page.map((ticket, at) => {
      const { subject = '', counts = {} } = subjects[at] ?? {};
      addCounts(masked, counts);
      return { ...factsOf(ticket), subject: subject.slice(0, SUBJECT_LENGTH) };
    });
    const last = found.length > limit ? page.at(-1) : undefined;
    const next = last && cursorFor(identity, { created: last.created.getTime(), id: last.id }, cursorDigest);
    return { result: { tickets: shown, ...(next === undefined ? {} : { nextCursor: next }) }, masked };
  }

  async function one({ caller, args }: Call, ticketId: string): Promise<ToolOutcome> {
    const others = Object.keys(args).filter((key) => key !== 'ticketId');
    if (others.length > 0) {
      const problems = others.map((path) => ({ path, rule: 'cannot be used together with ticketId' }));
      return refuse({ reason: 'arguments_invalid', problems });
    }
    const ticket = await tickets.find(caller.tenant, ticketId);
    if (!ticket) return refuse({ reason: 'ticket_unknown' });
    const { subject, body, counts: masked } = maskTicket(ticket, 'result');
    // Cut after masking: a cut before could leave half of a value that no longer looks like one.
    const texts = { subject: reveal(subject).slice(0, SUBJECT_LENGTH), body: reveal(body).slice(0, BODY_LENGTH) };
    return { result: { ticket: { ...factsOf(ticket), ...texts, masked } }, masked, target: `ticket ${ticket.id}` };
  }
}

const factsOf = ({ id, created, severity, status, plan }: Omit<ListedTicket, 'version'>) => ({
  id,
  created: created.toISOString(),
  severity,
  status,
  plan,
});

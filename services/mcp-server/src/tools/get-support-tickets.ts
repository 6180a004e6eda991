import { MaskingRefused, maskText, PlaceholderSession, reveal } from '@sallyport/masking';
import { getSupportTickets } from '@sallyport/tool-catalog';
import type { KeyedDigest } from '../call/identifiers.ts';
import { refuse } from '../call/refusal.ts';
import { cursorFor, type ListIdentity, positionOf } from '../tickets/cursor.ts';
import type { Ticket, TicketStore } from '../tickets/ticket-store.ts';
import { addCounts, type Counts } from './masked-counts.ts';
import { type CallOf, handlerOf, type ToolHandler, type ToolOutcome } from './tool-handler.ts';

const DEFAULT_LIMIT = 20;
const SUBJECT_LENGTH = 500;
const BODY_LENGTH = 20_000;
/** Stands for a subject that could not be masked safely: one bad ticket must not close the whole list. */
const WITHHELD = '[withheld: could not be masked]';

type Call = CallOf<typeof getSupportTickets>;

/** Lists tickets of the caller's tenant as masked summaries, or reads one with its masked body (C-OUT-2). */
export function getSupportTicketsHandler(tickets: TicketStore, cursorDigest: KeyedDigest): ToolHandler {
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
    const summaries = page.map((ticket) => summaryOf(ticket, masked));
    const last = found.length > limit ? page.at(-1) : undefined;
    const next = last && cursorFor(identity, { created: last.created.getTime(), id: last.id }, cursorDigest);
    return { result: { tickets: summaries, ...(next === undefined ? {} : { nextCursor: next }) }, masked };
  }

  async function one({ caller, args }: Call, ticketId: string): Promise<ToolOutcome> {
    const others = Object.keys(args).filter((key) => key !== 'ticketId');
    if (others.length > 0) {
      const problems = others.map((path) => ({ path, rule: 'cannot be used together with ticketId' }));
      return refuse({ reason: 'arguments_invalid', problems });
    }
    const ticket = await tickets.find(caller.tenant, ticketId);
    if (!ticket) return refuse({ reason: 'ticket_unknown' });
    const { subject, body, masked } = maskedTicket(ticket);
    return { result: { ticket: { ...factsOf(ticket), subject, body, masked } }, masked, target: ticket.id };
  }
}

function summaryOf(ticket: Ticket, counts: Counts) {
  try {
    const { masked, counts: found } = maskText(ticket.subject, { known: ticket.customer, profile: 'result' });
    addCounts(counts, found);
    return { ...factsOf(ticket), subject: reveal(masked).slice(0, SUBJECT_LENGTH) };
  } catch (error) {
    if (!(error instanceof MaskingRefused)) throw error;
    return { ...factsOf(ticket), subject: WITHHELD };
  }
}

function maskedTicket(ticket: Ticket) {
  const session = new PlaceholderSession();
  const mask = (field: 'subject' | 'body') => {
    try {
      return maskText(ticket[field], { known: ticket.customer, profile: 'result', session });
    } catch (error) {
      if (!(error instanceof MaskingRefused)) throw error;
      return refuse({ reason: error.reason, field, why: error.why });
    }
  };
  const subject = mask('subject');
  const body = mask('body');
  const masked = addCounts(addCounts({}, subject.counts), body.counts);
  // Cut after masking: a cut before could leave half of a value that no longer looks like one.
  return {
    subject: reveal(subject.masked).slice(0, SUBJECT_LENGTH),
    body: reveal(body.masked).slice(0, BODY_LENGTH),
    masked,
  };
}

const factsOf = ({ id, created, severity, status, plan }: Ticket) => ({
  id,
  created: created.toISOString(),
  severity,
  status,
  plan,
});

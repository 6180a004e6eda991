import { type Masked, reveal } from '@sallyport/masking';
import { refuse } from '../call/refusal.ts';
import type { Ticket } from '../tickets/ticket-store.ts';
import type { Counts } from './masked-counts.ts';
import { type MaskForReading, type MaskMore, maskTicket } from './masked-ticket.ts';

/** Title and description of an issue, masked in the strict profile; nothing else can be filed. */
export interface IssueDraft {
  title: Masked<string>;
  description: Masked<string>;
  counts: Counts;
  forReading: MaskForReading;
}

/** Bounds of contracts `issueCreateVariables`. */
const TITLE_LENGTH = 250;
const DESCRIPTION_LENGTH = 16_000;

/**
 * The technical problem of a ticket without its customer (C-OUT-1).
 * @throws CallRefused masking_unsure, masking_failed, text_too_long
 */
export function draftIssue(ticket: Ticket): IssueDraft {
  const facts = `Severity: ${ticket.severity}\nPlan: ${ticket.plan}\nArea: ${ticket.area}`;
  const text = { ...ticket, body: `${ticket.body.trim()}\n\n---\n${facts}` };
  const { subject, body, counts, more, forReading } = maskTicket(text, 'strict');
  if (reveal(body).length > DESCRIPTION_LENGTH) {
    refuse({ reason: 'text_too_long', field: 'body', why: `longer than ${DESCRIPTION_LENGTH} characters when masked` });
  }
  return { title: short(subject, more), description: body, counts, forReading };
}

/** A long subject is cut at a word and masked once more: only the masker makes text that may leave. */
function short(subject: Masked<string>, more: MaskMore): Masked<string> {
  const text = reveal(subject);
  if (text.length <= TITLE_LENGTH) return subject;
  const cut = text.slice(0, TITLE_LENGTH - 1);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  return more('subject', `${atWord}…`);
}

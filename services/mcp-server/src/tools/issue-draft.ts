import { type Masked, MaskingRefused, maskText, PlaceholderSession, reveal } from '@sallyport/masking';
import { refuse } from '../call/refusal.ts';
import type { Ticket } from '../tickets/ticket-store.ts';
import { addCounts, type Counts } from './masked-counts.ts';

/** Title and description of an issue, masked in the strict profile; nothing else can be filed. */
export interface IssueDraft {
  title: Masked<string>;
  description: Masked<string>;
  counts: Counts;
}

/** Bounds of contracts `issueCreateVariables`. */
const TITLE_LENGTH = 250;
const DESCRIPTION_LENGTH = 16_000;

/**
 * The technical problem of a ticket without its customer (C-OUT-1): one placeholder session for both fields, so that the
 * same person is the same placeholder.
 * @throws CallRefused masking_unsure, masking_failed, text_too_long
 */
export function draftIssue(ticket: Ticket): IssueDraft {
  const session = new PlaceholderSession();
  const counts: Counts = {};
  const mask = (field: string, text: string) => {
    try {
      const { masked, counts: found } = maskText(text, { known: ticket.customer, profile: 'strict', session });
      addCounts(counts, found);
      return masked;
    } catch (error) {
      if (!(error instanceof MaskingRefused)) throw error;
      return refuse({ reason: error.reason, field, why: error.why });
    }
  };
  const subject = mask('subject', ticket.subject);
  const facts = `Severity: ${ticket.severity}\nPlan: ${ticket.plan}\nArea: ${ticket.area}`;
  const description = mask('body', `${ticket.body.trim()}\n\n---\n${facts}`);
  if (reveal(description).length > DESCRIPTION_LENGTH) {
    refuse({ reason: 'text_too_long', field: 'body', why: `longer than ${DESCRIPTION_LENGTH} characters when masked` });
  }
  return { title: short(subject, mask), description, counts };
}

/** A long subject is cut at a word and masked once more: only the masker makes text that may leave. */
function short(subject: Masked<string>, mask: (field: string, text: string) => Masked<string>): Masked<string> {
  const text = reveal(subject);
  if (text.length <= TITLE_LENGTH) return subject;
  const cut = text.slice(0, TITLE_LENGTH - 1);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  return mask('subject', `${atWord}…`);
}

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { reveal } from '@sallyport/masking';
import { CallRefused } from '../call/refusal.ts';
import type { Ticket } from '../tickets/ticket-store.ts';
import type { Counts } from './masked-counts.ts';
import { maskTicket, WITHHELD } from './masked-ticket.ts';

/** A subject as an agent may see it, and how many values were masked in it. */
export interface MaskedSubject {
  subject: string;
  counts: Counts;
}

/** Kept answers, about a kilobyte each; they hold masked text only. */
const CAPACITY = 10_000;

/**
 * Masked subjects for lists. A body is read for the names it reveals, which costs a millisecond or more, and masking is a
 * pure function of the ticket: each version of a ticket is masked once.
 */
export class TicketSummaries {
  readonly #known = new Map<string, MaskedSubject>();

  /** In the order given. Other requests get their turn between two tickets. */
  async of(tickets: readonly Ticket[]): Promise<MaskedSubject[]> {
    const summaries: MaskedSubject[] = [];
    for (const ticket of tickets) {
      const version = versionOf(ticket);
      let summary = this.#known.get(version);
      if (!summary) {
        await setImmediate();
        summary = maskedSubject(ticket);
        this.#keep(version, summary);
      }
      summaries.push(summary);
    }
    return summaries;
  }

  #keep(version: string, summary: MaskedSubject): void {
    const [oldest] = this.#known.size >= CAPACITY ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(version, summary);
  }
}

function maskedSubject(ticket: Ticket): MaskedSubject {
  try {
    const { subject, subjectCounts } = maskTicket(ticket, 'result');
    return { subject: reveal(subject), counts: subjectCounts };
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    // One bad ticket must not close the whole list.
    return { subject: WITHHELD, counts: {} };
  }
}

function versionOf({ id, subject, body, customer }: Ticket): string {
  return createHash('sha256')
    .update(JSON.stringify([id, subject, body, customer]))
    .digest('base64');
}

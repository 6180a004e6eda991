import { setImmediate } from 'node:timers/promises';
import { reveal } from '@sallyport/masking';
import { CallRefused } from '../call/refusal.ts';
import type { ListedTicket, Ticket, Versioned } from '../tickets/ticket-store.ts';
import type { Counts } from './masked-counts.ts';
import { maskTicket, WITHHELD } from './masked-ticket.ts';

/** A subject as an agent may see it, and how many values were masked in it. */
export interface MaskedSubject {
  subject: string;
  counts: Counts;
}

type Read = (ids: readonly string[]) => Promise<(Ticket & Versioned)[]>;

/** Kept answers, about a kilobyte each; they hold masked text only. */
const CAPACITY = 10_000;

/**
 * Masked subjects for lists. A body is read for the names it reveals, which costs a millisecond or more, and masking is a
 * pure function of the ticket: each version of a ticket is read and masked once.
 */
export class TicketSummaries {
  readonly #known = new Map<string, MaskedSubject>();

  /**
   * In the order given; a ticket that went away meanwhile is withheld. Other requests get their turn between two tickets.
   * @param read whole tickets of the caller's tenant, for those whose version is not known
   */
  async of(listed: readonly ListedTicket[], read: Read): Promise<MaskedSubject[]> {
    const known = listed.map((ticket) => this.#known.get(keyOf(ticket)));
    const missing = listed.filter((_, at) => !known[at]).map(({ id }) => id);
    const fresh = new Map<string, MaskedSubject>();
    for (const ticket of missing.length > 0 ? await read(missing) : []) {
      await setImmediate();
      const summary = maskedSubject(ticket);
      fresh.set(ticket.id, summary);
      // Under the version that was read, which may be newer than the one that was listed.
      this.#keep(keyOf(ticket), summary);
    }
    return listed.map(({ id }, at) => known[at] ?? fresh.get(id) ?? { subject: WITHHELD, counts: {} });
  }

  #keep(key: string, summary: MaskedSubject): void {
    const [oldest] = this.#known.size >= CAPACITY ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(key, summary);
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

const keyOf = ({ id, version }: { id: string } & Versioned): string => `${id} ${version}`;

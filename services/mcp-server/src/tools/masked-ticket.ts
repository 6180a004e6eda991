import {
  learnNames,
  type Masked,
  MaskingRefused,
  maskText,
  PlaceholderSession,
  type Profile,
  reveal,
} from '@sallyport/masking';
import { refuse } from '../call/refusal.ts';
import type { Ticket } from '../tickets/ticket-store.ts';
import { addCounts, type Counts } from './masked-counts.ts';

type Field = 'subject' | 'body';

/** Masks more text about the same ticket, in the same placeholders and profile. @throws CallRefused as `maskTicket` */
export type MaskMore = (field: Field, text: string) => Masked<string>;
/** Masks what came back about the same ticket, for an agent to read; what cannot be masked is withheld. */
export type MaskForReading = (text: string) => string;

/** Stands for text that could not be masked safely where refusing the whole answer would help nobody. */
export const WITHHELD = '[withheld: could not be masked]';

export interface MaskedTicket {
  subject: Masked<string>;
  body: Masked<string>;
  /** Of the subject alone, and of both. */
  subjectCounts: Counts;
  counts: Counts;
  more: MaskMore;
  forReading: MaskForReading;
}

/**
 * Masks subject and body in one session, so that the same person is the same placeholder. Both are read twice: a name
 * that only the body's signature reveals is masked in the subject too (C-OUT-1).
 * @param profile `strict` for what leaves the company, `result` for what an agent reads
 * @throws CallRefused masking_unsure, masking_failed, text_too_long, naming the field
 */
export function maskTicket(
  { subject, body, customer }: Pick<Ticket, Field | 'customer'>,
  profile: Profile,
): MaskedTicket {
  const session = new PlaceholderSession();
  const options = { known: customer, profile, session };
  const inField = <T>(field: Field, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MaskingRefused)) throw error;
      return refuse({ reason: error.reason, field, why: error.why });
    }
  };
  const mask = (field: Field, text: string) => inField(field, () => maskText(text, options));
  inField('subject', () => learnNames(subject, options));
  inField('body', () => learnNames(body, options));
  const maskedSubject = mask('subject', subject);
  const maskedBody = mask('body', body);
  return {
    subject: maskedSubject.masked,
    body: maskedBody.masked,
    subjectCounts: addCounts({}, maskedSubject.counts),
    counts: addCounts(addCounts({}, maskedSubject.counts), maskedBody.counts),
    more: (field, text) => mask(field, text).masked,
    forReading(text) {
      try {
        return reveal(maskText(text, { known: customer, profile: 'result', session }).masked);
      } catch (error) {
        if (!(error instanceof MaskingRefused)) throw error;
        return WITHHELD;
      }
    },
  };
}

import type { Finding } from '../scan.ts';
import type { PiiType } from '../types.ts';

/**
 * Below which probability a word or number is none of what a rule took it for. What the ticket's fields or a checksum
 * vouch for is never taken back; what opens a door or tells an account only where next to nothing speaks for it.
 */
const TAKEN_BACK: { readonly [type in PiiType]?: number } = {
  PERSON: 0.4,
  ADDRESS: 0.3,
  PHONE: 0.4,
  NATIONAL_ID: 0.1,
  BANK_ACCOUNT: 0.04,
  CREDIT_CARD: 0.05,
  PASSWORD: 0.03,
  DOB: 0.35,
  CARD_EXPIRY: 0.2,
  PASSPORT: 0.3,
  GEO: 0.2,
  COMPANY: 0.1,
  MAC: 0.1,
  // What looks like an address of the network may be a version: `19.25.0.0`.
  IP: 0.1,
};
/** The most of it for what two detectors saw; of an address, that two saw one says nothing of where it ends. */
const SEEN_TWICE = 0.1;
/** The same for a name of one word that the text shows elsewhere: a department, a ship or a word may be called like somebody. */
export const NOBODY_HERE = 0.02;
/** How what needs no words around it begins: a phone number as E.164 has it, an address of the network that no version looks like, or a private one. */
const PLAIN: { readonly [type in PiiType]?: RegExp } = { PHONE: /^\+/, IP: /^(?:[0-9]{3}|10\.)/ };

/** Below which probability a finding is doubted; undefined for one that is not. */
export function doubtOf(text: string, { start, type, certain, entity, elsewhere, by }: Finding): number | undefined {
  if (elsewhere) return NOBODY_HERE;
  const least = TAKEN_BACK[type];
  const isVouchedFor = certain !== undefined || entity !== undefined || PLAIN[type]?.test(text.slice(start, start + 3));
  if (least === undefined || by === undefined || isVouchedFor) return undefined;
  return by.length === 1 || type === 'ADDRESS' ? least : Math.min(least, SEEN_TWICE);
}

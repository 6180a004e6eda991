import { isListedName } from '../names/listed-name.ts';
import type { Finding, Scan } from '../scan.ts';
import { isSignedBy } from '../signed.ts';
import type { PiiType } from '../types.ts';

/**
 * Below which probability a word or number is none of what a rule took it for. What the ticket's fields or a checksum
 * vouch for is never taken back, but for a government number that one detector saw; what opens a door or tells an account only where next to nothing speaks for it.
 */
const TAKEN_BACK: { readonly [type in PiiType]?: number } = {
  PERSON: 0.5,
  ADDRESS: 0.3,
  PHONE: 0.4,
  NATIONAL_ID: 0.1,
  BANK_ACCOUNT: 0.04,
  CREDIT_CARD: 0.05,
  PASSWORD: 0.02,
  DOB: 0.35,
  CARD_EXPIRY: 0.2,
  CARD_CVV: 0.02,
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
/**
 * What needs no words around it: a phone number as E.164 or North America has it, an address of the network that no version looks like or a
 * private one, an account with the four letters of its bank.
 */
const PLAIN: { readonly [type in PiiType]?: RegExp } = {
  PHONE: /^\+|^(?:0?0?1-)?(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[ .-])[2-9][0-9]{2}[.-][0-9]{4}(?![0-9-])/,
  IP: /^(?:[0-9]{3}|10\.)/,
  BANK_ACCOUNT: /^[A-Z]{4}[0-9]{9,14}$/,
};

/** A given name before a surname, both from the lists: in few words the tagger hears nothing that speaks for them. */
const LISTED_NAME = 0.03;
/** The same of what a form calls somebody's name, and of who signs. */
const FIELD_NAME = 0.01;

/** Below which probability the first or last word of what a rule took for a name is no part of it. */
const NO_EDGE = 0.2;
/** The same for a name that is doubted below `least`: each word of a listed name is doubted as little as the whole. */
export const edgeOf = (least: number): number => (least < SEEN_TWICE ? least : NO_EDGE);

/** Below which probability a finding is doubted; undefined for one that is not. */
export function doubtOf(scan: Scan, finding: Finding): number | undefined {
  const { start, end, type, entity, elsewhere, by } = finding;
  if (elsewhere) return NOBODY_HERE;
  const least = TAKEN_BACK[type];
  if (least === undefined || by === undefined || entity !== undefined || isVouchedFor(finding)) return undefined;
  if (PLAIN[type]?.test(scan.text.slice(start, end))) return undefined;
  if (type === 'PERSON' && (isSignedBy(finding, 'personFields') || isSignedBy(finding, 'signedOff'))) return FIELD_NAME;
  if (type === 'PERSON' && isListedName(scan, finding)) return LISTED_NAME;
  return by.length === 1 || type === 'ADDRESS' ? least : Math.min(least, SEEN_TWICE);
}

/** One number of ten or eleven passes the check digit of some country: of government numbers, two detectors must agree. */
const isVouchedFor = ({ type, certain, by }: Finding): boolean =>
  certain !== undefined && !(type === 'NATIONAL_ID' && by?.length === 1);

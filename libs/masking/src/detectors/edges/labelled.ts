import { isLabelOfThing } from '../../cues/number-labels.ts';
import type { Finding, Scan } from '../../scan.ts';
import { isSignedBy } from '../../signed.ts';
import type { PiiType } from '../../types.ts';
import type { Edge } from './edge.ts';

/** Nothing but digits: a number with letters, or with the hyphens of its country, speaks for itself. */
const DIGITS: { readonly [type in PiiType]?: RegExp } = {
  // With its trunk prefix, or as North America writes it, a number is one to be called.
  PHONE: /^(?![0+(]|[2-9][0-9]{2}[ .-][2-9][0-9]{2}[.-][0-9]{4}(?![0-9-]))[0-9][0-9 .-]*$/,
  // Longer ones are rarely numbered by a shop, and have two check digits.
  NATIONAL_ID: /^(?:[0-9][ .]?){4,12}$/,
  PASSPORT: /^[0-9][0-9 ]*$/,
  BANK_ACCOUNT: /^(?:[0-9] ?){4,12}$/,
  // `KODE BOOKING: Y7PLQ4`: what shops and airlines give out is written in capitals.
  PASSWORD: /^(?:[0-9][0-9 -]*|[A-Z0-9][A-Z0-9-]{3,15})$/,
};

/** Whether a label says that a number is that of an order, a customer or a meter, whatever it looks like: `Αρ. μέλους 684 779 0310`. */
export const isLabelledThing = ({ text, folded }: Scan, { start, end, type }: Finding): boolean =>
  DIGITS[type]?.test(text.slice(start, end)) === true &&
  isLabelOfThing(folded, numberStart(text, start), type === 'PASSWORD' ? 'numbered' : 'thing');

export const unlessLabelled =
  (edge: Edge): Edge =>
  (scan, finding) =>
    !isNamedIdentity(finding) && isLabelledThing(scan, finding) ? undefined : edge(scan, finding);

/** Found behind the name that a country gives it: `tax reference`, `Kimlik Seri No`. */
const isNamedIdentity = (finding: Finding): boolean =>
  isSignedBy(finding, 'national-id') || isSignedBy(finding, 'passport');

const BEFORE = 24;
/** The groups of a number that stand before one of them, and the letters of its series: `DB 4200 116288`. */
const GROUPS = /(?<![\p{L}\p{N}])(?:(?<=[:#] ?)[A-Z]{1,3}[ -]?)?(?:[0-9]{1,8}[ .-])*[0-9]{0,6}$/u;

/** Where the number begins of which a group begins at `at`. */
function numberStart(text: string, at: number): number {
  const from = Math.max(0, at - BEFORE);
  return from + (GROUPS.exec(text.slice(from, at))?.index ?? at - from);
}

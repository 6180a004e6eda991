import { isNumberOfThing } from '../../cues/other-numbers.ts';
import type { Finding, Scan } from '../../scan.ts';
import { luhn } from '../../validators/checksums.ts';
import { isTimestamp } from '../machine-values.ts';
import { countsGoods } from '../other-number.ts';
import { isTestCard } from '../samples.ts';
import { after, before, cut, type Edge } from './edge.ts';
import { digitsOf, isZero } from './value.ts';

const DATE = /^[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})$|^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/;
/** The end of a bracket that digits were read across. */
const BRACKET = /^[0-9 ]{4,12}\) ?[—–-]? ?/;
/** `4000 0000 0000 0000`: what forms are filled with. */
const FILLED_IN = /^[0-9]0{3}(?:[ -]?0{4}){2,3}$/;
/** Digits of the shortest card in use. */
const LEAST = 12;

/** "step 4000 1234 …", "Ref PHX 4418 …": numbers of things that fail a card's checksum. */
const STEPPED =
  /(?<!\p{L})(?:step|ref|sn|s\/n|serial|code|код|kod|codigo|suivi|batch|batch no|order(?: number)?(?: in the fixture)?(?: is)?|marn|banco|ag)[.:)]?(?: \p{L}{2,4})?[ :]{1,2}$/u;

export const card: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  const digits = digitsOf(value);
  if (DATE.test(value)) return undefined;
  const bracket = BRACKET.exec(value)?.[0].length ?? 0;
  if (bracket > 0) return cut(finding, finding.start + bracket, finding.end);
  if (digits.length < LEAST) return finding;
  if (FILLED_IN.test(value) || isZero(digits) || isAboveTime(value, scan, finding)) return undefined;
  return luhn(digits) || !isOfThing(scan, finding) ? finding : undefined;
};

/** "BUG-3006⏎1705150200332": the number of a case above the time of a line. */
function isAboveTime(value: string, scan: Scan, finding: Finding): boolean {
  const line = value.indexOf('\n');
  if (line <= 0) return false;
  return (
    /^\.[0-9]/.test(after(scan, finding, 2)) ||
    /\p{L}[-_#]$|[$€£]/u.test(before(scan, finding, 3)) ||
    /^T[0-9]{2}/.test(after(scan, finding, 3)) ||
    isTimestamp(scan.text, finding.start + value.lastIndexOf('\n') + 1, finding.end)
  );
}

const isOfThing = (scan: Scan, finding: Finding): boolean =>
  isTestCard(scan.folded, finding.start) ||
  isNumberOfThing(scan.folded, finding.start) ||
  countsGoods(scan.folded, finding.start) ||
  STEPPED.test(before(scan, finding, 40));

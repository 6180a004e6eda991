import type { Scan } from '../scan.ts';
import { isUnspaced } from '../text/characters.ts';
import type { Cue } from './find-cues.ts';

/** Abbreviations of documents that are words, too; they count in capitals or with a colon behind them. */
const MERE_WORDS =
  /^(?:run|cf|rg|sin|tin|ein|dl|pis|cif|ci|id|ine|sus|permis|mas|social|documento|rib|giro|tili|conta|val|pas|права|полис)$/;
export const isMereWord = ({ text, folded }: Scan, cue: Cue): boolean => {
  if (!MERE_WORDS.test(folded.slice(cue.start, cue.end))) return false;
  if (/\w/.test(text[cue.start - 1] ?? ' ')) return true;
  // "Run #118827": of a pipeline, not of a person in Chile.
  if (/^run$/.test(folded.slice(cue.start, cue.end)) && /^ ?#/.test(text.slice(cue.end, cue.end + 2))) return true;
  const marked =
    /^\s{0,2}[:=#№]|^ ?\?\s{0,2}\n|^ [A-Z]{1,2}[0-9]{6,7}(?![0-9])|^ n[º°o.]|^ (?:nr\.?|no\.?|č\.?)? ?[0-9]{8,9}(?![0-9])/u;
  return !/^\p{Lu}{2}/u.test(text.slice(cue.start, cue.end)) && !marked.test(text.slice(cue.end, cue.end + 16));
};

/** `NAME | ID | ADDRESS` and the same with tabs: the head of a column, and the next cell is one, too. */
export const isColumnHead = ({ text }: Scan, cue: Cue): boolean =>
  /^ {0,2}[|\t][^\n|\t0-9]{1,24}[|\t][^\n0-9]{0,80}(?:\n|$)/.test(text.slice(cue.end, cue.end + 120));

const STAMP = /^[\s>*_|-]{0,6}(?:\[?[0-9][0-9:.,/ TZ-]{3,22}(?: ?[ap]m)?\]?[ |-]{0,3})?$/i;
/** What stands before a label in its line is no longer. */
const LEAD_MAX = 32;

/** "[10:02] Customer: …", or a label that opens several lines: who speaks, and what was said behind it. */
export const isSpeakerLabel = ({ text }: Scan, cue: Cue): boolean => {
  if (!/^ ?:(?: |$)/.test(text.slice(cue.end, cue.end + 3))) return false;
  // Repeated on one long line, a search for its beginning would take the square of its length.
  const near = Math.max(0, cue.start - LEAD_MAX - 1);
  const line = near + text.slice(near, cue.start).lastIndexOf('\n') + 1;
  const lead = text.slice(line, cue.start);
  if (lead.length > LEAD_MAX || !STAMP.test(lead)) return false;
  if (/[0-9]{1,2}[:.][0-9]{2}/.test(lead)) return true;
  const label = `\n${lead}${text.slice(cue.start, cue.end)}`;
  return text.indexOf(label, cue.end) >= 0 || (line > 0 && `\n${text.slice(0, line - 1)}`.includes(label));
};

/** `…9cc4f78…`: letters between digits are no word. */
export const isInsideCode = ({ text }: Scan, cue: Cue): boolean =>
  /[0-9]/.test(text[cue.start - 1] ?? ' ') ||
  (/[0-9]/.test(text[cue.end] ?? ' ') &&
    !isUnspaced(text.charCodeAt(cue.end - 1)) &&
    !/^\p{Lu}{3}/u.test(text.slice(cue.start, cue.end)));

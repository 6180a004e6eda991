import type { Finding } from './scan.ts';
import { signaturesOf } from './signed.ts';
import { BARRIER, type NormalisedText } from './text/normalise.ts';
import { PII_TYPES, type PiiType } from './types.ts';

const rank = new Map<PiiType, number>(PII_TYPES.map((type, index) => [type, index]));
const rankOf = (finding: Finding) => rank.get(finding.type) as number;

/**
 * Makes overlapping findings one, those inside one character of the original (`℀`, an escape) too: the union of their
 * ranges, the type of the highest precedence, sure as soon as one of them is. Names that touch or stand one space apart
 * are one name. Existing placeholders are cut out.
 */
export function settle(normalised: NormalisedText, findings: readonly Finding[]): Finding[] {
  const { text } = normalised;
  const whole = text.includes(BARRIER) ? findings.flatMap((finding) => withoutBarriers(text, finding)) : [...findings];
  const ordered = whole.sort((left, right) => left.start - right.start || right.end - left.end);
  const settled: Finding[] = [];
  for (const finding of ordered) {
    const last = settled.at(-1);
    if (last && (overlap(normalised, last, finding) || sameName(text, last, finding)))
      settled[settled.length - 1] = merge(last, finding);
    else settled.push(finding);
  }
  return settled;
}

function merge(left: Finding, right: Finding): Finding {
  const lead = rankOf(left) <= rankOf(right) ? left : right;
  const other = lead === left ? right : left;
  const merged: Finding = { start: left.start, end: Math.max(left.end, right.end), type: lead.type };
  const entity = lead.entity ?? (other.type === lead.type ? other.entity : undefined);
  if (entity) merged.entity = entity;
  if (left.unsure && right.unsure) merged.unsure = left.unsure;
  if (left.elsewhere && right.elsewhere) merged.elsewhere = true;
  if (left.certain || right.certain) merged.certain = true;
  const by = signaturesOf(left, right);
  if (by) merged.by = by;
  return merged;
}

/** `right` begins before `left` ends, in the normalised text or within a character that stands for several. */
const overlap = ({ starts, ends }: NormalisedText, left: Finding, right: Finding): boolean =>
  right.start < left.end || (starts[right.start] as number) < (ends[left.end - 1] as number);

const sameName = (text: string, left: Finding, right: Finding) =>
  left.type === 'PERSON' &&
  right.type === 'PERSON' &&
  right.start - left.end < 2 &&
  (right.start === left.end || " -'^".includes(text[left.end] as string));

function withoutBarriers(text: string, finding: Finding): Finding[] {
  if (!text.slice(finding.start, finding.end).includes(BARRIER)) return [finding];
  const pieces: Finding[] = [];
  let start = finding.start;
  for (const piece of text.slice(finding.start, finding.end).split(BARRIER)) {
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (/[\p{L}\p{N}]/u.test(body)) pieces.push({ ...finding, start: start + lead, end: start + lead + body.length });
    start += piece.length + 1;
  }
  return pieces;
}

import type { Detector, Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { Word, wordFlags } from './lexicon.ts';
import {
  isEveryday,
  isGiven,
  isName,
  isPlainGiven,
  isPlainName,
  isSurname,
  isUnknown,
  type NamePart,
  nameChain,
} from './name-chain.ts';
import { ARTICLES, NAMESAKES } from './words.ts';

/** Names that stand by themselves: full names anywhere, given names that are nothing else. */
export const standingNames: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 1) continue;
    const kind = kindOf(text.charCodeAt(tokens.starts[token] as number));
    if (kind === Kind.uncased || kind === Kind.lower) {
      const end = uncapitalisedPair(scan, token, kind);
      if (end) findings.push({ start: tokens.starts[token] as number, end, type: 'PERSON' });
      continue;
    }
    if (kind !== Kind.upper) continue;
    const parts = nameChain(scan, token);
    if (parts.length === 0) continue;
    for (let from = 0; from < parts.length; ) {
      const last = fullName(scan, parts, from) ?? (isLoneGivenName(scan, parts, from) ? from : undefined);
      if (last === undefined) {
        from += 1;
        continue;
      }
      findings.push({ start: (parts[from] as NamePart).start, end: (parts[last] as NamePart).end, type: 'PERSON' });
      from = last + 1;
    }
    token = Math.max(token, (parts.at(-1) as NamePart).next - 1);
  }
};

/** Index of the last part of the full name that begins at `from`, undefined where none does. */
export function fullName(scan: Scan, parts: readonly NamePart[], from: number): number | undefined {
  const first = parts[from] as NamePart;
  let second = from + 1;
  while (parts[second]?.kind === 'particle') second += 1;
  const next = parts[second];
  if (
    !next ||
    first.refused ||
    first.kind === 'particle' ||
    !(first.kind === 'initial' ? initialAndName(parts, from) : arePair(scan, first, next))
  )
    return undefined;
  let last = second;
  for (let at = second + 1; at < parts.length; at += 1) {
    const part = parts[at] as NamePart;
    if (
      part.kind === 'word' &&
      !(isName(part) || (isUnknown(part) && !part.capitals) || (isUnknown(part) && first.capitals))
    )
      break;
    if (part.kind !== 'particle') last = at;
  }
  return last;
}

function arePair(scan: Scan, first: NamePart, next: NamePart): boolean {
  if (next.refused || (first.capitals !== next.capitals && next.kind === 'word' && !isPlainName(next))) return false;
  if (next.kind === 'initial') return isPlainGiven(first);
  if (first.capitals && next.capitals)
    return (isPlainGiven(first) && isName(next)) || (isPlainName(first) && isPlainGiven(next));
  if (isPlainGiven(first)) return isName(next) || isUnknown(next);
  if (isGiven(first)) return isPlainName(next) || (isSurname(next) && !isSentenceStart(scan, first.start));
  if (isSurname(first)) return isPlainGiven(next) && (!isEveryday(first) || !isSentenceStart(scan, first.start));
  return (
    isUnknown(first) &&
    !isEveryday(first) &&
    first.end - first.start > 2 &&
    isSurname(next) &&
    !isEveryday(next) &&
    (next.flags & Word.place) === 0
  );
}

/** `J. Smith`, `J. R. R. Quack`. */
function initialAndName(parts: readonly NamePart[], from: number): boolean {
  let at = from;
  while (parts[at]?.kind !== 'word' && at < parts.length) at += 1;
  const word = parts[at];
  return word !== undefined && !word.refused && (isName(word) || isUnknown(word));
}

const isSentenceStart = ({ text }: Scan, start: number) =>
  /(?:^|[\n.!?:"(*>-] {0,2})$/.test(text.slice(Math.max(0, start - 3), start));

/** A given name that is no word, no place and no surname of a product, unless what stands around makes it a thing. */
function isLoneGivenName(scan: Scan, parts: readonly NamePart[], from: number): boolean {
  const part = parts[from] as NamePart;
  if (
    part.kind !== 'word' ||
    !isPlainGiven(part) ||
    (part.flags & Word.place) !== 0 ||
    part.capitals ||
    part.end - part.start < 3
  )
    return false;
  const following = parts[from + 1];
  if (following?.kind === 'word' && !isEveryday(following) && following.refused) return false;
  return !isThing(scan, part);
}

/** Whether the words around a name make it a product, company or place: "the Julia runtime", "Julia 1.9", "Weber GmbH". */
export function isThing(scan: Scan, part: { start: number; end: number; next: number }): boolean {
  const { tokens, text } = scan;
  if (/^[ -]?v?[0-9]/.test(text.slice(part.end, part.end + 3))) return true;
  if (
    part.next < tokens.count &&
    tokens.kinds[part.next] === 1 &&
    NAMESAKES.has(scan.folding(part.next)) &&
    text.slice(part.end, tokens.starts[part.next]).trim() === ''
  )
    return true;
  const before = /(\p{L}{1,12}) $/u.exec(text.slice(Math.max(0, part.start - 13), part.start));
  return before !== null && ARTICLES.has((before[1] as string).toLowerCase());
}

/** `maria garcia`, `محمد الأحمد`: both in the lists and no words; the end, or undefined. */
function uncapitalisedPair(scan: Scan, token: number, kind: number): number | undefined {
  const { tokens, text, folded } = scan;
  const next = token + 1;
  if (next >= tokens.count || tokens.kinds[next] !== 1) return undefined;
  const start = tokens.starts[token] as number;
  const middle = tokens.ends[token] as number;
  const end = tokens.ends[next] as number;
  if (middle - start < 3 || tokens.starts[next] !== middle + 1 || text[middle] === '\n' || end - middle < 4)
    return undefined;
  if (kindOf(text.charCodeAt(middle + 1)) !== kind) return undefined;
  const given = wordFlags(folded, start, middle);
  if ((given & Word.given) === 0 || (given & (Word.everyday | Word.place)) !== 0) return undefined;
  const surname = wordFlags(folded, middle + 1, end);
  if ((surname & (Word.surname | Word.given)) === 0 || (surname & (Word.everyday | Word.place)) !== 0) return undefined;
  return /[\p{L}\p{N}_/\\@.-]/u.test(text[start - 1] ?? ' ') ||
    /^[_/\\@=(]|^[.:-][\p{L}0-9]/u.test(text.slice(end, end + 2))
    ? undefined
    : end;
}

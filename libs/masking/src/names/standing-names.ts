import type { Detector, Scan } from '../scan.ts';
import { foldText, Kind, kindOf } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';
import { isMonthOf, isTownOfSaint } from './calendar-and-towns.ts';
import { isLetter, worksWith } from './compatible-things.ts';
import { DEVICES, HERE, SPEECH, THINGS, TOWARDS } from './contexts.ts';
import { fullName, isSentenceStart } from './full-name.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isLocalWord } from './local-words.ts';
import {
  isAddressBehind,
  isEveryday,
  isGiven,
  isPlainGiven,
  isPlainName,
  isSurname,
  isUnknown,
  type NamePart,
  nameChain,
} from './name-chain.ts';
import { isFamous, isNamedThing } from './named-things.ts';
import { isPublic } from './public-names.ts';
import { isVietnamese } from './read-name.ts';
import { Trait, WORD_FLAGS } from './word-traits.ts';
import { ARTICLES, NAMESAKES } from './words.ts';

/** Names that stand by themselves: full names anywhere, given names that are nothing else, others by their neighbours. */
export const standingNames: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 1) continue;
    const start = tokens.starts[token] as number;
    const kind = kindOf(text.charCodeAt(start));
    if (kind === Kind.uncased || kind === Kind.lower) {
      const end = uncapitalisedPair(scan, token, kind);
      if (end) findings.push({ start, end, type: 'PERSON' });
      continue;
    }
    if (kind !== Kind.upper) continue;
    const joined = joinedPair(scan, token);
    if (joined) findings.push({ start, end: joined, type: 'PERSON' });
    const parts = nameChain(scan, token);
    for (let from = 0; from < parts.length; ) {
      const full = fullName(scan, parts, from);
      if (full !== undefined && isNoPerson(scan, parts[from] as NamePart, parts[full] as NamePart)) {
        from = full + 1;
        continue;
      }
      const last = full ?? (isLoneName(scan, parts, from) ? from : undefined);
      if (last === undefined) {
        from += 1;
        continue;
      }
      const { end } = parts[last] as NamePart;
      findings.push({ start: (parts[from] as NamePart).start, end, type: 'PERSON' });
      from = last + 1;
    }
    const final = parts.at(-1);
    if (!final) continue;
    const inverted = lastThenFirst(scan, parts);
    if (inverted) findings.push({ start: (parts[0] as NamePart).start, end: inverted, type: 'PERSON' });
    token = Math.max(token, final.next - 1);
  }
};

/** "The Grace Hopper nodes": a small word for a thing right behind a full name. */
const THING_NOUNS =
  /^ (?:nodes?|clusters?|demo|widgets?|servers?|services?|instances?|pods?|gpus?|chips?|boards?|themes?|fonts?|plugins?|algorithms?|datasets?|drivers?|candles?|skirts?|blazers?|shoes|bags?|models?|edition|collection|architecture|library|framework|stadium|airport|station|street|park|award|prize)(?![\p{L}])/u;
const namesThing = ({ text }: Scan, part: NamePart) => THING_NOUNS.test(text.slice(part.end, part.end + 16));

/** "Esperanza y Consuelo" (the nodes). */
const isConjoined = ({ text }: Scan, first: NamePart, last: NamePart): boolean =>
  /^ [eyoi] \p{Lu}/u.test(text.slice(first.end, first.end + 4)) && last.start === first.end + 3;

const isNoPerson = (scan: Scan, first: NamePart, last: NamePart): boolean =>
  (isConjoined(scan, first, last) && (isNamedThing(scan, first) || isNamedThing(scan, last))) ||
  namesThing(scan, last) ||
  isPublic(scan, { start: first.start, end: last.end }) ||
  isFamous(scan, first.start, last.end);

/** `Fuchs, Ingeborg`, `MBEKI, GRACE`: the end, where a chain of one surname is followed by a given name. */
function lastThenFirst(scan: Scan, parts: readonly NamePart[]): number | undefined {
  const { text, tokens } = scan;
  const surname = parts.at(-1) as NamePart;
  const words = parts.filter((part) => part.kind === 'word');
  if (
    words.length !== 1 ||
    surname.refused ||
    !text.startsWith(', ', surname.end) ||
    tokens.starts[surname.next + 1] !== surname.end + 2
  )
    return undefined;
  const given = nameChain(scan, surname.next + 1);
  const first = given[0];
  if (!first || first.capitals !== surname.capitals || given.length > 3) return undefined;
  const known = isPlainGiven(first) || (isGiven(first) && surname.capitals);
  const own = isUnknown(surname) ? (surname.flags & Word.place) === 0 : isSurname(surname) && !isEveryday(surname);
  return known && own ? first.end : undefined;
}

/** A single word that is a name: by itself, by its neighbours, or because it names a device. */
function isLoneName(scan: Scan, parts: readonly NamePart[], from: number): boolean {
  const part = parts[from] as NamePart;
  if (part.kind !== 'word' || part.refused || part.end - part.start < 3) return false;
  if (isLocalWord(scan, part.next - 1)) return false;
  const following = parts[from + 1];
  const isCompound = following?.kind === 'word' && following.refused && !isEveryday(following);
  if (isCompound && !isAddressBehind(scan.text, following)) return false;
  if (isShapedSurname(scan, part)) return true;
  if (namesDevice(scan, part)) return isGiven(part) || !isEveryday(part);
  if (isThing(scan, part)) return false;
  // `D'hondt`, `O'Neill`: written like nothing else.
  if (isPlainName(part) && /^[ODMN]'\p{L}{3}/u.test(scan.text.slice(part.start, part.end))) return true;
  if (isNamedThing(scan, part) || isPublic(scan, part)) return false;
  // Syllables of Vietnamese are names and words alike.
  if (part.end - part.start < 6 && isVietnamese(scan.text.slice(part.start, part.end + 24))) return false;
  if (part.inflected && isSentenceStart(scan.text, part.start) && !speaks(scan, part)) return false;
  if (isMonthOf(scan, part, wordBefore(scan, part.start)) || isTownOfSaint(scan, part)) return false;
  // Somebody's name that says nothing else is not put in quotes: the warehouse job "Paul".
  if (QUOTED.test(scan.text.slice(Math.max(0, part.start - 3), part.start)) && scan.text[part.end] === '"')
    return false;
  if (isPlainGiven(part) && (part.flags & Word.place) === 0 && !part.capitals) return true;
  return hasPersonAround(scan, part);
}

const QUOTED = /(?:^|\n|[\p{L}\p{N})] )"$/u;

/** A word no list has, with an ending that only surnames have, amid a sentence: `Твердовская`, `Karaosmanoğlu'nun`. */
const SHAPED = new RegExp(
  `.{3}(?:${foldText('oglu|enko|opoulos|idis|akis|ishvili|adze|owicz|iewicz|czyk|sdottir|ски|ская|ской|ский|ского|енко|швили|οπουλος|οπουλου|ιδης|ακης')})$`,
  'u',
);
function isShapedSurname(scan: Scan, part: NamePart): boolean {
  const word = scan.folded.slice(part.start, part.end);
  return (
    part.end - part.start > 6 &&
    wordFlags(word) === 0 &&
    SHAPED.test(word) &&
    (!isSentenceStart(scan.text, part.start) || /^'\p{Ll}/u.test(scan.text.slice(part.end, part.end + 2)))
  );
}

const speaks = (scan: Scan, part: NamePart) =>
  part.next < scan.tokens.count && scan.text[part.end] === ' ' && SPEECH.has(scan.folding(part.next));
const namesDevice = ({ text }: Scan, part: NamePart) => DEVICES.test(text.slice(part.end, part.end + 16));

/** "Mark said", "ask Grace.", "Jordan here,": for names that are everyday words, and for words no list has. */
function hasPersonAround(scan: Scan, part: NamePart): boolean {
  const { tokens, text } = scan;
  const given = isGiven(part);
  const unknown =
    isUnknown(part) && part.end - part.start > 3 && !part.capitals && !CONTRACTIONS.has(wordBefore(scan, part.start));
  if (!given && !unknown && !isPlainName(part)) return false;
  const next =
    tokens.kinds[part.next] === 1 && text[part.end] === ' ' && tokens.starts[part.next] === part.end + 1
      ? scan.folding(part.next)
      : '';
  const lower = next !== '' && kindOf(text.charCodeAt(part.end + 1)) === Kind.lower;
  if (
    lower &&
    HERE.has(next) &&
    isClauseStart(text, part.start) &&
    /^\s?(?:[.,!;:–-]|$|\n|\s(?:from|again|von|aus|de|fra|från|z|ze)\b)/.test(
      text.slice(tokens.ends[part.next], (tokens.ends[part.next] as number) + 8),
    )
  )
    return true;
  if (lower && SPEECH.has(next) && (isPlainName(part) || (given && !part.capitals))) return true;
  if (!given || part.capitals || (part.flags & Word.place) !== 0) return false;
  const before = wordBefore(scan, part.start);
  if (isMonthOf(scan, part, before)) return false;
  if (
    lower &&
    next === 'from' &&
    (before !== '' ||
      (isClauseStart(text, part.start) &&
        /^ \p{Lu}/u.test(text.slice(tokens.ends[part.next], (tokens.ends[part.next] as number) + 2))))
  )
    return true;
  if (before !== '' && CONJUNCTIONS.has(before) && followsName(scan, part.start, before)) return true;
  return (
    before !== '' &&
    TOWARDS.has(before) &&
    /^(?:'s|\s?(?:[,.;!?)\n]|$)|\s(?:and|or|und|oder|et|ou|y|o|e|og|och|eller|i|a|lub|nebo|alebo|vagy|sau|en|of|или|або|veya|ja|tai|to|about|if|because|please|asap|at|on|in)\s)/.test(
      text.slice(part.end, part.end + 8),
    )
  );
}

/** "Beim Speichern kommt …": a verb made a noun, not a person. */
const CONTRACTIONS = new Set('beim im am vom zum zur ins ans aufs nach ohne trotz beim'.split(' '));
const CONJUNCTIONS = new Set('and und et y e i a och og ja en es si и и та ve dan'.split(' '));

/** "Augustine Mbatha and Rosemary": the word before the conjunction is a name. */
function followsName(scan: Scan, start: number, conjunction: string): boolean {
  const match = /(\p{Lu}[\p{L}\p{M}'-]{1,24}) $/u.exec(
    scan.text.slice(Math.max(0, start - conjunction.length - 28), start - conjunction.length - 1),
  );
  if (!match) return false;
  const end = start - conjunction.length - 2;
  const flags = wordFlags(scan.folded, end - (match[1] as string).length, end);
  return (flags & (Word.given | Word.surname)) !== 0 && (flags & Word.everyday) === 0;
}

const isClauseStart = (text: string, start: number) =>
  /(?:^|[\n.!?,:;>–-]\s{0,2})$/.test(text.slice(Math.max(0, start - 3), start));

/** The lower-case word before an offset, folded; empty where none stands directly before. */
function wordBefore(scan: Scan, start: number): string {
  const before = /(?:^|[^\p{L}\p{M}])(\p{L}\p{Ll}{0,11}) $/u.exec(scan.text.slice(Math.max(0, start - 14), start));
  return before ? scan.folded.slice(start - 1 - (before[1] as string).length, start - 1) : '';
}

const NAMESAKE_WORDS = new WordSet(NAMESAKES);

/** Whether the words around a name make it a product, company or place: "the Julia runtime", "Julia 1.9", "Weber GmbH". */
function isThing(scan: Scan, part: NamePart): boolean {
  const { tokens, text } = scan;
  if (/^[ -]?v?[0-9]/.test(text.slice(part.end, part.end + 3))) return true;
  if (
    part.next < tokens.count &&
    tokens.kinds[part.next] === 1 &&
    NAMESAKE_WORDS.hasId(tokens.ids[part.next] as number) &&
    text.slice(part.end, tokens.starts[part.next]).trim() === ''
  )
    return true;
  if (worksWith(scan, part) || isLetter(scan, part)) return true;
  if (!' "\'*('.includes(text[part.start - 1] ?? '.')) return false;
  const before = /(\p{L}{1,14})[ "'*(]{1,3}$/u.exec(text.slice(Math.max(0, part.start - 17), part.start));
  if (!before) return false;
  const word = foldedBefore(scan, part.start, before);
  return ARTICLES.has(word) || THINGS.has(word);
}

const foldedBefore = (scan: Scan, start: number, match: RegExpExecArray) => {
  const from = start - match[0].length;
  return scan.folded.slice(from, from + (match[1] as string).length);
};

/** `_` and `+`. */
const isJoint = (code: number): boolean => code === 95 || code === 43;

/** `Marietta_Olufemi`, `Petronella+Saunders`: capitalised words joined as file names and queries join them. */
function joinedPair(scan: Scan, token: number): number | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  const middle = tokens.ends[token] as number;
  const next = token + 2;
  if (
    !isJoint(text.charCodeAt(middle)) ||
    next >= tokens.count ||
    tokens.kinds[next] !== 1 ||
    tokens.starts[next] !== middle + 1
  )
    return undefined;
  const end = tokens.ends[next] as number;
  if (kindOf(text.charCodeAt(middle + 1)) !== Kind.upper || middle - start < 3 || end - middle < 4) return undefined;
  const [left, right] = [scan.traits(token) & WORD_FLAGS, scan.traits(next) & WORD_FLAGS];
  const isPlain = (flags: number) => (flags & (Word.given | Word.surname)) !== 0 && (flags & Word.everyday) === 0;
  const capitals = text.slice(start, end) === text.slice(start, end).toUpperCase();
  return !capitals && ((isPlain(left) && (isPlain(right) || right === 0)) || (isPlain(right) && left === 0))
    ? end
    : undefined;
}

/** `maria garcia`, `محمد الأحمد`, `anna_weber`: both in the lists and no words; the end, or undefined. */
function uncapitalisedPair(scan: Scan, token: number, kind: number): number | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  const middle = tokens.ends[token] as number;
  const mark = text[middle] as string;
  const next = mark === ' ' ? token + 1 : '_-+.'.includes(mark) ? token + 2 : -1;
  if (next < 0 || next >= tokens.count || tokens.kinds[next] !== 1 || tokens.starts[next] !== middle + 1)
    return undefined;
  const end = tokens.ends[next] as number;
  if (middle - start < 3 || end - middle < 4 || kindOf(text.charCodeAt(middle + 1)) !== kind) return undefined;
  const given = scan.traits(token);
  if (isLocalWord(scan, token)) return undefined;
  if ((given & Word.given) === 0 || (given & (Word.everyday | Word.place | Trait.notName)) !== 0) return undefined;
  const surname = scan.traits(next);
  if ((surname & (Word.surname | Word.given)) === 0 || (surname & (Word.everyday | Trait.notName)) !== 0)
    return undefined;
  // Syllables of Vietnamese in small letters are words.
  if (isVietnamese(text.slice(Math.max(0, start - 24), end + 24))) return undefined;
  return /[\p{L}\p{N}@]/u.test(text[start - 1] ?? ' ') ||
    (/^[@=(]|^\.[\p{Ll}]{1,3}\b/u.test(text.slice(end, end + 5)) && mark !== '-' && mark !== '_')
    ? undefined
    : end;
}

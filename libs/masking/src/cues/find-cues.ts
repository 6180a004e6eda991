import type { Scan } from '../scan.ts';
import { Feature, foldText, isUnspaced } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { tokenise } from '../text/tokens.ts';
import { vocabulary } from '../text/vocabulary.ts';
import { type CueKind, PHRASES } from './phrases.ts';

/** A cue phrase in the text; `end` is where the value may begin, `next` the first token after the phrase. */
export interface Cue {
  kind: CueKind;
  start: number;
  end: number;
  next: number;
}

interface Phrase {
  kind: CueKind;
  /** One bit for each kind. */
  bit: number;
  /** Vocabulary ids, in order. */
  words: readonly number[];
}

/** Phrases that begin with one word, the longest first. */
interface Beginning {
  /** The word itself is a cue. */
  alone: Phrase[];
  /** By the vocabulary id of the second word. */
  longer: Map<number, Phrase[]>;
}

/** By the vocabulary id of the first word. */
const byFirstWord: Beginning[] = [];
const unspaced = new Map<string, CueKind[]>();

const wordsOf = (phrase: string): string[] => {
  const tokens = tokenise(phrase);
  const words: string[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 0) words.push(phrase.slice(tokens.starts[token], tokens.ends[token]));
  }
  return words;
};

if (Object.keys(PHRASES).length > 31) throw new RangeError('more kinds of cues than bits');
for (const [index, [kind, list]] of (Object.entries(PHRASES) as [CueKind, string][]).entries()) {
  for (const raw of list.split('|')) {
    const phrase = foldText(raw.normalize('NFC'));
    if (Array.from(phrase).some((character) => isUnspaced(character.charCodeAt(0)))) {
      unspaced.set(phrase, [...new Set([...(unspaced.get(phrase) ?? []), kind])]);
    } else {
      const words = vocabulary.addAll(wordsOf(phrase));
      const [first, second] = words as [number, number?];
      const beginning = byFirstWord[first] ?? { alone: [], longer: new Map() };
      byFirstWord[first] = beginning;
      const own = second === undefined ? beginning.alone : (beginning.longer.get(second) ?? []);
      own.push({ kind, bit: 1 << index, words });
      if (second !== undefined) beginning.longer.set(second, own);
    }
  }
}
for (const beginning of byFirstWord) {
  for (const phrases of beginning?.longer.values() ?? [])
    phrases.sort((left, right) => right.words.length - left.words.length);
}

const unspacedPattern = new RegExp(
  [...unspaced.keys()]
    .sort((left, right) => right.length - left.length)
    .map((phrase) => phrase.replace(/[.\s]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Arabic and Hebrew write "and" and the article as part of the word. */
const JOINED_PREFIX = /^(?:وال|و|ו|ה)(?=.{3})/;
const mayJoin = (code: number) => code === 0x648 || code === 0x5d5 || code === 0x5d4;

/** The text that was read last, and its cues: rules and tagger ask one after the other. */
let last: { scan: Scan; cues: readonly Cue[] } | undefined;

/** All cues of a text in order; for every kind only the longest phrase at a place. */
export function findCues(scan: Scan): readonly Cue[] {
  if (last?.scan !== scan) last = { scan, cues: readCues(scan) };
  return last.cues;
}

function readCues(scan: Scan): Cue[] {
  const cues = spacedCues(scan);
  if ((scan.features & Feature.unspaced) === 0) return cues;
  return [...cues, ...unspacedCues(scan)].sort((left, right) => left.start - right.start);
}

function spacedCues(scan: Scan): Cue[] {
  const { tokens } = scan;
  const { ids } = tokens;
  const cues: Cue[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    const beginning = byFirstWord[(ids[token] as number) || joinedWord(scan, token)];
    if (beginning === undefined) continue;
    const second = beginning.longer.size === 0 ? -1 : wordAfter(scan, token);
    const longer = second < 0 ? undefined : beginning.longer.get(ids[second] as number);
    const seen = longer ? pushCues(scan, token, longer, 0, cues) : 0;
    if (beginning.alone.length > 0) pushCues(scan, token, beginning.alone, seen, cues);
  }
  return cues;
}

/** Adds the phrases that stand at a token, one of each kind; returns the kinds, those that were `seen` included. */
function pushCues(scan: Scan, token: number, phrases: readonly Phrase[], seen: number, cues: Cue[]): number {
  const { starts, ends } = scan.tokens;
  let kinds = seen;
  for (const { kind, bit, words } of phrases) {
    if ((kinds & bit) !== 0) continue;
    const last = matchWords(scan, token, words);
    if (last < 0) continue;
    kinds |= bit;
    cues.push({ kind, start: starts[token] as number, end: ends[last] as number, next: last + 1 });
  }
  return kinds;
}

/** The vocabulary id of a word without what Arabic and Hebrew join to its front, or 0. */
function joinedWord(scan: Scan, token: number): number {
  if (!mayJoin(scan.folded.charCodeAt(scan.tokens.starts[token] as number))) return 0;
  return vocabulary.idOf(scan.folding(token).replace(JOINED_PREFIX, ''));
}

/** The next word, with at most two other characters (`-`, `_`, `'`, `.`) before it, or -1. */
function wordAfter(scan: Scan, token: number): number {
  const { count, kinds } = scan.tokens;
  let next = token + 1;
  while (next <= token + 2 && next < count && kinds[next] === 0) next += 1;
  return next < count ? next : -1;
}

/** Matches words, see {@link wordAfter}; the last token, or -1. */
function matchWords(scan: Scan, first: number, words: readonly number[]): number {
  const { ids } = scan.tokens;
  let token = first;
  for (let index = 1; index < words.length; index += 1) {
    token = wordAfter(scan, token);
    if (token < 0 || ids[token] !== words[index]) return -1;
  }
  return token;
}

function unspacedCues(scan: Scan): Cue[] {
  const cues: Cue[] = [];
  let token = 0;
  eachMatch(unspacedPattern, scan.folded, (match) => {
    const end = match.index + match[0].length;
    while (token < scan.tokens.count && (scan.tokens.starts[token] as number) < end) token += 1;
    for (const kind of unspaced.get(match[0]) ?? []) cues.push({ kind, start: match.index, end, next: token });
  });
  return cues;
}

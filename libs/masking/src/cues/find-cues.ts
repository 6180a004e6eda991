import type { Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';
import { tokenise } from '../text/tokens.ts';
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
  words: readonly string[];
}

const byFirstWord = new Map<string, Phrase[]>();
const unspaced = new Map<string, CueKind[]>();

const wordsOf = (phrase: string): string[] => {
  const tokens = tokenise(phrase);
  const words: string[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 0) words.push(phrase.slice(tokens.starts[token], tokens.ends[token]));
  }
  return words;
};

for (const [kind, list] of Object.entries(PHRASES) as [CueKind, string][]) {
  for (const raw of list.split('|')) {
    const phrase = foldText(raw.normalize('NFC'));
    if (Array.from(phrase).some((character) => isUnspaced(character.charCodeAt(0)))) {
      unspaced.set(phrase, [...(unspaced.get(phrase) ?? []), kind]);
    } else {
      const words = wordsOf(phrase);
      const first = words[0] as string;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { kind, words }]);
    }
  }
}
for (const phrases of byFirstWord.values()) phrases.sort((left, right) => right.words.length - left.words.length);

const unspacedPattern = new RegExp(
  [...unspaced.keys()]
    .sort((left, right) => right.length - left.length)
    .map((phrase) => phrase.replace(/[.\s]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Arabic and Hebrew write "and" and the article as part of the word. */
const JOINED_PREFIX = /^(?:وال|و|ו|ה)(?=.{3})/;

/** All cues of a text in order; for every kind only the longest phrase at a place. */
export function findCues(scan: Scan): Cue[] {
  const cues = [...spacedCues(scan), ...unspacedCues(scan)];
  return cues.sort((left, right) => left.start - right.start);
}

function spacedCues(scan: Scan): Cue[] {
  const { tokens } = scan;
  const cues: Cue[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] === 0) continue;
    const folded = scan.folding(token);
    const phrases = byFirstWord.get(folded) ?? byFirstWord.get(folded.replace(JOINED_PREFIX, ''));
    if (!phrases) continue;
    const seen = new Set<CueKind>();
    for (const phrase of phrases) {
      if (seen.has(phrase.kind)) continue;
      const last = matchWords(scan, token, phrase.words);
      if (last < 0) continue;
      seen.add(phrase.kind);
      cues.push({
        kind: phrase.kind,
        start: tokens.starts[token] as number,
        end: tokens.ends[last] as number,
        next: last + 1,
      });
    }
  }
  return cues;
}

/** Matches words with at most two other characters (`-`, `_`, `'`, `.`) between them; the last token, or -1. */
function matchWords(scan: Scan, first: number, words: readonly string[]): number {
  let token = first;
  for (let index = 1; index < words.length; index += 1) {
    let next = token + 1;
    while (next <= token + 2 && next < scan.tokens.count && scan.tokens.kinds[next] === 0) next += 1;
    if (next >= scan.tokens.count || scan.folding(next) !== words[index]) return -1;
    token = next;
  }
  return token;
}

function unspacedCues(scan: Scan): Cue[] {
  const cues: Cue[] = [];
  let token = 0;
  for (const match of scan.folded.matchAll(unspacedPattern)) {
    const end = match.index + match[0].length;
    while (token < scan.tokens.count && (scan.tokens.starts[token] as number) < end) token += 1;
    for (const kind of unspaced.get(match[0]) ?? []) cues.push({ kind, start: match.index, end, next: token });
  }
  return cues;
}

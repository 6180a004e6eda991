import { Arena } from './arena.ts';
import { Feature, KIND_SHIFT, Kind, textOfCodes, traitsOf } from './characters.ts';
import { HASH_SEED, hashStep, vocabulary } from './vocabulary.ts';

/** Words (runs of letters and marks), numbers (runs of ASCII digits) and single other characters; gaps are no token. */
export interface Tokens {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 word, 2 number, 0 anything else. */
  readonly kinds: Uint8Array;
  /** Number of the folded word, or number of one or two digits, in the vocabulary; 0 for what no detector asks for. */
  readonly ids: Uint16Array;
}

export const TokenKind = { other: 0, word: 1, number: 2 } as const;

/** A text read unit by unit: its tokens, its folding and what it holds ({@link Feature}). */
export interface ReadText {
  readonly tokens: Tokens;
  readonly folded: string;
  readonly features: number;
}

const arenas = {
  starts: new Arena(Uint32Array),
  ends: new Arena(Uint32Array),
  kinds: new Arena(Uint8Array),
  ids: new Arena(Uint16Array),
};
/** Working space, reused: no text is read while another is. */
let foldedSpace = new Uint16Array(1_024);

const typeOfKind = (kind: number): number =>
  kind === Kind.other
    ? TokenKind.other
    : kind <= Kind.mark
      ? TokenKind.word
      : kind === Kind.digit
        ? TokenKind.number
        : GAP;
const GAP = 3;
const TYPE_OF_KIND = Uint8Array.from({ length: 8 }, (_, kind) => typeOfKind(kind));

export function readText(text: string): ReadText {
  const { length } = text;
  if (foldedSpace.length < length) foldedSpace = new Uint16Array(length);
  const folded = foldedSpace;
  const startsBase = arenas.starts.reserve(length);
  const endsBase = arenas.ends.reserve(length);
  const kindsBase = arenas.kinds.reserve(length);
  const idsBase = arenas.ids.reserve(length);
  const starts = arenas.starts.chunk;
  const ends = arenas.ends.chunk;
  const kinds = arenas.kinds.chunk;
  const ids = arenas.ids.chunk;
  let features = 0;
  let count = 0;
  for (let at = 0; at < length; ) {
    const trait = traitsOf(text.charCodeAt(at));
    const type = TYPE_OF_KIND[(trait >> KIND_SHIFT) & 7] as number;
    folded[at] = trait & 0xffff;
    features |= trait;
    const start = at;
    at += 1;
    if (type === GAP) continue;
    if (type === TokenKind.word) {
      let hash = hashStep(HASH_SEED, trait & 0xffff);
      for (; at < length; at += 1) {
        const next = traitsOf(text.charCodeAt(at));
        if (TYPE_OF_KIND[(next >> KIND_SHIFT) & 7] !== TokenKind.word) break;
        folded[at] = next & 0xffff;
        features |= next;
        hash = hashStep(hash, next & 0xffff);
      }
      ids[idsBase + count] = vocabulary.idAt(folded, start, at, hash);
    } else {
      let hash = hashStep(HASH_SEED, trait & 0xffff);
      if (type === TokenKind.number) {
        for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
          folded[at] = code;
          hash = hashStep(hash, code);
          at += 1;
        }
      }
      // Phrases hold numbers of one digit or two: `cvv2`, `2fa`.
      ids[idsBase + count] = type === TokenKind.number && at - start < 3 ? vocabulary.idAt(folded, start, at, hash) : 0;
    }
    starts[startsBase + count] = start;
    ends[endsBase + count] = at;
    kinds[kindsBase + count] = type;
    count += 1;
  }
  return {
    features,
    folded: (features & Feature.foreign) === 0 ? text.toLowerCase() : textOfCodes(folded.subarray(0, length)),
    tokens: {
      count,
      starts: arenas.starts.take(count),
      ends: arenas.ends.take(count),
      kinds: arenas.kinds.take(count),
      ids: arenas.ids.take(count),
    },
  };
}

export const tokenise = (text: string): Tokens => readText(text).tokens;

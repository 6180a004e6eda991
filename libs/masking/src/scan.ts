import { type DigitRun, readDigitRun } from './digit-run.ts';
import { wordFlags } from './names/lexicon.ts';
import type { NamePart } from './names/name-chain.ts';
import { unlistedFlags } from './names/unlisted-names.ts';
import { traitsOfId, WORD_FLAGS } from './names/word-traits.ts';
import { prepareMatches } from './text/matches.ts';
import { type NormalisedText, normalise } from './text/normalise.ts';
import { readText, type Tokens } from './text/tokens.ts';
import { vocabulary } from './text/vocabulary.ts';
import type { PiiType, RefusalCause } from './types.ts';

export type { DigitRun } from './digit-run.ts';

/** A value a detector found, in offsets of the normalised text. `entity` names whose value it is, where known. */
export interface Finding {
  start: number;
  end: number;
  type: PiiType;
  entity?: string;
  /** Set where a checksum, a vendor's prefix or a known value leaves no doubt. */
  certain?: true;
  /** Numbers of the detectors that found it; none where the ticket's fields did. */
  by?: readonly number[];
  /** Set where nothing speaks for a name but that the text shows it elsewhere, and only as a single word. */
  elsewhere?: true;
  /** Set where the detector cannot tell: `strict` refuses with this cause, the other profiles mask. */
  unsure?: RefusalCause;
}

/** A detector that needs nothing but the normalised text; the pattern tier has no other. */
export type TextDetector = (text: NormalisedText, findings: Finding[]) => void;

/** A detector adds what it finds to `findings`; it reads those of the detectors before it. */
export type Detector = (scan: Scan, findings: Finding[]) => void;

/** One text, read once; what every detector works on. */
export class Scan implements NormalisedText {
  readonly original: string;
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Lower case, without accents, same offsets as `text`. */
  readonly folded: string;
  readonly tokens: Tokens;
  /** What the text holds somewhere, see `Feature`. */
  readonly features: number;
  /** The run without spaces that was read last: values that begin inside it end where it does. */
  readonly opaqueRun = { start: -1, end: -1 };
  /** What `nameChain` read at each token, as the first part of a name and inside one; null for nothing. */
  readonly nameParts: Readonly<Record<'first' | 'inside', (NamePart | null)[]>> = { first: [], inside: [] };
  #runs: readonly DigitRun[] | undefined;
  readonly #foldings: string[] = [];
  /** By token, one more than the flags of a word that the vocabulary has not. */
  #flags: Uint8Array | undefined;
  #nameFlags: Uint8Array | undefined;

  constructor(original: string) {
    const { text, starts, ends } = normalise(original);
    const { folded, tokens, features } = readText(text);
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.folded = folded;
    this.tokens = tokens;
    this.features = features;
    prepareMatches(text, folded);
  }

  get runs(): readonly DigitRun[] {
    this.#runs ??= digitRuns(this.text, this.tokens);
    return this.#runs;
  }

  word(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  /** Of the word that a token is, see `Trait`. */
  traits(token: number): number {
    const id = this.tokens.ids[token] as number;
    if (id !== 0) return traitsOfId(id);
    this.#flags ??= new Uint8Array(this.tokens.count);
    const known = this.#flags[token] as number;
    if (known !== 0) return known - 1;
    const flags = wordFlags(this.folded, this.tokens.starts[token], this.tokens.ends[token]);
    this.#flags[token] = flags + 1;
    return flags;
  }

  /** Flags of a word as a name may be inflected: those of its nominative where no list has it as it stands. */
  nameFlags(token: number): number {
    this.#nameFlags ??= new Uint8Array(this.tokens.count);
    const known = this.#nameFlags[token] as number;
    if (known !== 0) return known - 1;
    const own = this.traits(token) & WORD_FLAGS;
    const flags = own === 0 ? unlistedFlags(this.folding(token)) : own;
    this.#nameFlags[token] = flags + 1;
    return flags;
  }

  folding(token: number): string {
    const id = this.tokens.ids[token] as number;
    if (id !== 0) return vocabulary.wordOf(id);
    const known = this.#foldings[token];
    if (known !== undefined) return known;
    const folding = this.folded.slice(this.tokens.starts[token], this.tokens.ends[token]);
    this.#foldings[token] = folding;
    return folding;
  }
}

export const scanOf = (original: string): Scan => new Scan(original);

function digitRuns(text: string, tokens: Tokens): DigitRun[] {
  const { count, kinds, starts } = tokens;
  const runs: DigitRun[] = [];
  let end = 0;
  for (let token = 0; token < count; token += 1) {
    if (kinds[token] !== 2 || (starts[token] as number) < end) continue;
    const run = readDigitRun(text, starts[token] as number);
    runs.push(run);
    end = run.end;
  }
  return runs;
}

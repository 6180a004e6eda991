import type { Alphabet } from './alphabets.ts';
import { type Keys, keysOf, rarer, union } from './keys.ts';
import type { Syntax } from './regex-syntax.ts';

/**
 * What is known of the matches of a part: all of them, or how they begin and end (the first six and last three symbols, or
 * fewer where no more is known) and their keys. The analysis is that of trigram indexes (R. Cox, Regular Expression
 * Matching with a Trigram Index, 2012).
 */
interface Known {
  exact?: readonly string[];
  prefixes: readonly string[];
  suffixes: readonly string[];
  keys: Keys | undefined;
}

const EXACT_MAX = 24;
const LENGTH_MAX = 16;
const EDGES_MAX = 200;
/** Symbols at the beginning that are followed: the second number where the first would make too many. */
const HEAD_MAX = 6;
const HEAD_MIN = 3;
const TAIL_MAX = 3;
const CROSS_MAX = 400;
/** Repetitions are written out up to this many times. */
const COPIES_MAX = 6;

const UNKNOWN: readonly string[] = [''];
const ANYTHING: Known = { prefixes: UNKNOWN, suffixes: UNKNOWN, keys: undefined };
const NOTHING: Known = { exact: UNKNOWN, prefixes: UNKNOWN, suffixes: UNKNOWN, keys: undefined };

/** What an expression needs of a text, in symbols of an alphabet. */
export interface Needs {
  keys: Keys | undefined;
  /** Every match begins with one of these, of one to six symbols; undefined where there are too many. */
  prefixes: readonly string[] | undefined;
}

export function needsOf(syntax: Syntax, alphabet: Alphabet, ignoreCase: boolean): Needs {
  const { keys, prefixes } = new Analysis(alphabet, ignoreCase).needs(syntax);
  return { keys, prefixes: prefixes.includes('') ? undefined : shortest(prefixes) };
}

/** Without those that begin like a shorter one. */
const shortest = (prefixes: readonly string[]): readonly string[] =>
  prefixes.filter((own) => !prefixes.some((other) => other !== own && own.startsWith(other)));

class Analysis {
  readonly #alphabet: Alphabet;
  readonly #ignoreCase: boolean;

  constructor(alphabet: Alphabet, ignoreCase: boolean) {
    this.#alphabet = alphabet;
    this.#ignoreCase = ignoreCase;
  }

  needs(syntax: Syntax): Known {
    return this.#inexact(this.#known(syntax));
  }

  #known(syntax: Syntax): Known {
    switch (syntax.kind) {
      case 'any':
        return ANYTHING;
      case 'set': {
        const symbols = this.#alphabet.symbolsOf(syntax, this.#ignoreCase);
        return symbols ? exactly(Array.from(symbols, (symbol) => String.fromCharCode(symbol))) : ANYTHING;
      }
      case 'assertion':
        return NOTHING;
      case 'choice':
        return syntax.options.map((option) => this.#known(option)).reduce((one, other) => this.#either(one, other));
      case 'repetition':
        return this.#repeated(this.#known(syntax.inside), syntax.min, syntax.max);
      case 'sequence':
        return syntax.parts.reduce<Known>((before, part) => {
          if (part.kind !== 'assertion' || !part.inside) return this.#followedBy(before, this.#known(part));
          // What must also follow (or stand before) is needed, whatever is read there besides.
          const also = this.needs(part.inside).keys;
          const own = this.#inexact(before);
          return also ? { ...own, keys: rarer(own.keys, also) } : before;
        }, NOTHING);
    }
  }

  #either(left: Known, right: Known): Known {
    if (left.exact && right.exact && left.exact.length + right.exact.length <= EXACT_MAX)
      return exactly([...new Set([...left.exact, ...right.exact])]);
    const [one, other] = [this.#inexact(left), this.#inexact(right)];
    return {
      prefixes: edges([...one.prefixes, ...other.prefixes]),
      suffixes: edges([...one.suffixes, ...other.suffixes]),
      keys: union(one.keys, other.keys),
    };
  }

  #followedBy(left: Known, right: Known): Known {
    if (left.exact?.length === 1 && left.exact[0] === '') return right;
    if (right.exact?.length === 1 && right.exact[0] === '') return left;
    if (left.exact && right.exact && left.exact.length * right.exact.length <= EXACT_MAX) {
      const joined = cross(left.exact, right.exact) as string[];
      if (joined.every((text) => text.length <= LENGTH_MAX)) return exactly(joined);
    }
    const [one, other] = [this.#inexact(left), this.#inexact(right)];
    const between = cross(left.exact ?? one.suffixes, right.exact ?? other.prefixes);
    return {
      prefixes: left.exact ? edges(heads(cross(left.exact, other.prefixes) ?? UNKNOWN)) : one.prefixes,
      suffixes: right.exact ? edges(tails(cross(one.suffixes, right.exact) ?? UNKNOWN)) : other.suffixes,
      keys: rarer(rarer(one.keys, other.keys), between && keysOf(between, this.#alphabet.frequencyOf)),
    };
  }

  #repeated(inside: Known, min: number, max: number): Known {
    if (max === 0) return NOTHING;
    if (min === 0) return max === 1 && inside.exact ? exactly([...new Set(['', ...inside.exact])]) : ANYTHING;
    const copies = (count: number) =>
      Array.from({ length: count }, () => inside).reduce((before, own) => this.#followedBy(before, own), NOTHING);
    if (inside.exact?.length === 1 && max <= COPIES_MAX)
      return Array.from({ length: max - min + 1 }, (_, index) => copies(min + index)).reduce((one, other) =>
        this.#either(one, other),
      );
    const least = copies(Math.min(min, COPIES_MAX));
    // More copies than were followed begin and end as these do.
    return min === max && min <= COPIES_MAX ? least : this.#inexact(least);
  }

  /** The same without the list of all matches. */
  #inexact({ exact, prefixes, suffixes, keys }: Known): Known {
    if (!exact) return { prefixes, suffixes, keys };
    return {
      prefixes: edges(heads(exact)),
      suffixes: edges(tails(exact)),
      keys: keysOf(exact, this.#alphabet.frequencyOf),
    };
  }
}

const exactly = (exact: readonly string[]): Known => ({ exact, prefixes: exact, suffixes: exact, keys: undefined });

const heads = (texts: readonly string[]): readonly string[] => {
  const own = new Set(texts.map((text) => text.slice(0, HEAD_MAX)));
  return own.size > EDGES_MAX ? texts.map((text) => text.slice(0, HEAD_MIN)) : [...own];
};
const tails = (texts: readonly string[]) => texts.map((text) => text.slice(-TAIL_MAX));
const edges = (texts: readonly string[]): readonly string[] => {
  const own = new Set(texts);
  return own.size > EDGES_MAX || own.has('') ? UNKNOWN : [...own];
};

function cross(left: readonly string[], right: readonly string[]): string[] | undefined {
  if (left.length * right.length > CROSS_MAX) return undefined;
  return [...new Set(left.flatMap((one) => right.map((other) => one + other)))];
}

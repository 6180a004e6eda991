import { PLACEHOLDER } from './placeholder-pattern.ts';
import { MaskingRefused } from './refusal.ts';
import type { FoundSpan } from './text-masking.ts';
import type { KnownValues, PiiType } from './types.ts';

/** What finds known values, and names learned on the way. */
interface NameLearner {
  learn(name: string): void;
}

/** What was known when a matcher was compiled. */
type Told = { [Field in keyof KnownValues]: KnownValues[Field] | undefined };

const areSame = (left: Told, right: KnownValues): boolean =>
  left.name === right.name &&
  left.email === right.email &&
  left.phone === right.phone &&
  left.company === right.company &&
  left.address === right.address;

const toldOf = ({ name, email, phone, company, address }: KnownValues): Told => ({
  name,
  email,
  phone,
  company,
  address,
});

/** What a first reading of a text found, and how many names were known when it ended. */
interface Kept {
  /** What read it: the tiers of the masker find different things. */
  by: unknown;
  found: readonly FoundSpan[];
  known: Told;
  names: number;
}

/** Highest number of a placeholder: {@link PLACEHOLDER} knows four digits. */
const LAST_NUMBER = 9_999;

/**
 * Hands out placeholders for one ticket: the same value gets the same placeholder in title and body. Never share a
 * session between tickets: `[PERSON_1]` would then link two customers.
 */
export class PlaceholderSession {
  readonly #given = new Map<string, string>();
  readonly #placeholders = new Set<string>();
  readonly #last = new Map<PiiType, number>();
  readonly #names = new Set<string>();
  readonly #kept = new Map<string, Kept>();
  #matcher: { known: Told; matcher: NameLearner } | undefined;

  /**
   * Placeholder of a value; `identity` is its canonical form (folded, without separators).
   *
   * @throws MaskingRefused `too_many_values` beyond 9,999 values of a type
   */
  placeholderFor(type: PiiType, identity: string): string {
    const key = `${type} ${identity}`;
    const given = this.#given.get(key);
    if (given) return given;
    const next = (this.#last.get(type) ?? 0) + 1;
    if (next > LAST_NUMBER) throw new MaskingRefused('masking_failed', 'too_many_values');
    const placeholder = `[${type}_${next}]`;
    this.#last.set(type, next);
    this.#given.set(key, placeholder);
    this.#placeholders.add(placeholder);
    return placeholder;
  }

  /** Numbers that stand in a text already are not given to another value. */
  reserve(text: string): void {
    if (!text.includes('[')) return;
    for (const [placeholder] of text.matchAll(PLACEHOLDER)) {
      if (this.#placeholders.has(placeholder)) continue;
      const cut = placeholder.lastIndexOf('_');
      const type = placeholder.slice(1, cut) as PiiType;
      const number = Number(placeholder.slice(cut + 1, -1));
      if (number > (this.#last.get(type) ?? 0)) this.#last.set(type, number);
    }
  }

  /** A name found by its context in one field is known in the fields that follow. */
  learn(name: string): void {
    if (name === '' || this.#names.has(name)) return;
    this.#names.add(name);
    this.#matcher?.matcher.learn(name);
  }

  get learnedNames(): ReadonlySet<string> {
    return this.#names;
  }

  /** Keeps what a reading of a text for its names found, so that it need not be read again. */
  keep(text: string, by: unknown, known: KnownValues, found: readonly FoundSpan[]): void {
    this.#kept.set(text, { by, found, known: toldOf(known), names: this.#names.size });
  }

  /** What was kept of a text, once; nothing where another field has taught names since, which may stand in it. */
  take(text: string, by: unknown, known: KnownValues): readonly FoundSpan[] | undefined {
    const kept = this.#kept.get(text);
    this.#kept.delete(text);
    if (!kept || kept.by !== by || kept.names !== this.#names.size || !areSame(kept.known, known)) return undefined;
    return kept.found;
  }

  /** What finds the known values and the names learned so far; compiled once for the fields of a ticket. */
  matcherFor<M extends NameLearner>(known: KnownValues, compile: (known: KnownValues) => M): M {
    if (!this.#matcher || !areSame(this.#matcher.known, known)) {
      this.#matcher = { known: toldOf(known), matcher: compile(known) };
      for (const name of this.#names) this.#matcher.matcher.learn(name);
    }
    return this.#matcher.matcher as M;
  }
}

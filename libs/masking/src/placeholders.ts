import { PII_TYPES, type PiiType } from './types.ts';

/** One placeholder as it stands in text. Its digits are bounded so that nothing can be smuggled in them. */
export const PLACEHOLDER = new RegExp(`\\[(?:${PII_TYPES.join('|')})_[1-9][0-9]{0,3}\\]`, 'g');

/**
 * Hands out placeholders for one ticket: the same value gets the same placeholder in title and body. Never share a
 * session between tickets: `[PERSON_1]` would then link two customers.
 */
export class PlaceholderSession {
  readonly #given = new Map<string, string>();
  readonly #last = new Map<PiiType, number>();
  readonly #names = new Set<string>();

  /** Placeholder of a value; `identity` is its canonical form (folded, without separators). */
  placeholderFor(type: PiiType, identity: string): string {
    const key = `${type} ${identity}`;
    const given = this.#given.get(key);
    if (given) return given;
    const next = (this.#last.get(type) ?? 0) + 1;
    const placeholder = `[${type}_${next}]`;
    this.#last.set(type, next);
    this.#given.set(key, placeholder);
    return placeholder;
  }

  /** Numbers that stand in a text already are not given to another value. */
  reserve(text: string): void {
    const known = new Set(this.#given.values());
    for (const [placeholder] of text.matchAll(PLACEHOLDER)) {
      if (known.has(placeholder)) continue;
      const cut = placeholder.lastIndexOf('_');
      const type = placeholder.slice(1, cut) as PiiType;
      const number = Number(placeholder.slice(cut + 1, -1));
      if (number > (this.#last.get(type) ?? 0)) this.#last.set(type, number);
    }
  }

  /** A name found by its context in one field is known in the fields that follow. */
  learn(name: string): void {
    this.#names.add(name);
  }

  get learnedNames(): ReadonlySet<string> {
    return this.#names;
  }
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Person } from './person.ts';

/** What came of an attempt to sign in. */
export type SignIn = { readonly person: Person } | { readonly refused: 'wrong_password' | 'disabled' };

/** The company's people, and who of them has left. */
export class Directory {
  readonly #people: readonly Person[];
  readonly #disabled = new Set<string>();

  constructor(people: readonly Person[]) {
    this.#people = people;
  }

  all(): readonly Person[] {
    return this.#people;
  }

  isDisabled(sub: string): boolean {
    return this.#disabled.has(sub);
  }

  /** The person, unless disabled or unknown: what every token and session is checked against. */
  active(sub: string): Person | undefined {
    return this.#disabled.has(sub) ? undefined : this.#people.find((person) => person.sub === sub);
  }

  /** Someone by user name or e-mail, in any case. */
  byName(name: string): Person | undefined {
    const wanted = name.trim().toLowerCase();
    return this.#people.find(({ username, email }) => username === wanted || email.toLowerCase() === wanted);
  }

  /** An unknown name and a wrong password are the same refusal, so that names cannot be collected. */
  signIn(name: string, password: string): SignIn {
    const person = this.byName(name);
    const matches = sameText(person?.password ?? '', password);
    if (!person || !matches) return { refused: 'wrong_password' };
    return this.#disabled.has(person.sub) ? { refused: 'disabled' } : { person };
  }

  /** @returns false when nobody has this `sub`. */
  setDisabled(sub: string, disabled: boolean): boolean {
    if (!this.#people.some((person) => person.sub === sub)) return false;
    if (disabled) this.#disabled.add(sub);
    else this.#disabled.delete(sub);
    return true;
  }
}

function sameText(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

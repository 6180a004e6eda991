/** Runs deeds on the same name one after another; different names do not wait for each other. */
export class NameLocks {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(name: string, deed: () => Promise<T> | T): Promise<T> {
    const before = this.#tails.get(name) ?? Promise.resolve();
    const result = before.then(deed);
    const tail = result.then(
      () => {},
      () => {},
    );
    this.#tails.set(name, tail);
    try {
      return await result;
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
    }
  }
}

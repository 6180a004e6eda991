import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** ms since the epoch */
  readonly expiresAt: number;
}

/** Sign-ins in progress and forgotten ones must not fill memory. */
const MAX_ENTRIES = 10_000;

/** Sessions, sign-ins and codes of one provider, in memory: they end with the process. */
export function memoryStore(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (model) => new MemoryAdapter(model, entries);
}

class MemoryAdapter implements Adapter {
  readonly #model: string;
  readonly #entries: Map<string, Entry>;

  constructor(model: string, entries: Map<string, Entry>) {
    this.#model = model;
    this.#entries = entries;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn = Number.POSITIVE_INFINITY): Promise<void> {
    const key = this.#key(id);
    this.#entries.delete(key);
    this.#entries.set(key, { payload, expiresAt: Date.now() + expiresIn * 1000 });
    if (this.#entries.size > MAX_ENTRIES) this.#makeRoom();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#live(this.#key(id))?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#search((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#search((payload) => payload.userCode === userCode);
  }

  /** Marks a code used. The provider refuses a consumed code and revokes what it issued. */
  async consume(id: string): Promise<void> {
    const entry = this.#live(this.#key(id));
    if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#entries) {
      if (payload.grantId === grantId) this.#entries.delete(key);
    }
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #live(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.expiresAt > Date.now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  #search(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of this.#entries) {
      if (key.startsWith(`${this.#model}:`) && matches(payload)) return this.#live(key)?.payload;
    }
    return undefined;
  }

  /** Expired entries first, then the oldest. */
  #makeRoom(): void {
    for (const key of [...this.#entries.keys()]) this.#live(key);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
  }
}

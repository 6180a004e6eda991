/** What goes wrong on purpose. */
export interface FaultSettings {
  /** Every API path answers 503 as a sealed Vault does. */
  readonly sealed?: boolean;
  /** Milliseconds each API request waits before it runs, or until the fault is lifted. */
  readonly slow?: number;
  /** Every API path answers 500. */
  readonly '500'?: boolean;
}

const MAX_SLOW_MS = 600_000;

/** The faults in force. Setting replaces them all, so `{}` heals the server. */
export class Faults {
  #settings: FaultSettings = {};
  readonly #waiting = new Set<() => void>();

  get current(): FaultSettings {
    return this.#settings;
  }

  /** @throws Error naming the key that is unknown or of the wrong type. */
  set(settings: Readonly<Record<string, unknown>>): void {
    this.#settings = readSettings(settings);
    this.release();
  }

  /** Waits as long as `slow` says, and no longer than the fault stands. */
  async delay(): Promise<void> {
    const { slow } = this.#settings;
    if (!slow) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, slow);
      const waiting = this.#waiting;
      waiting.add(done);
      function done() {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      }
    });
  }

  /** Lets every waiting request run. */
  release(): void {
    for (const done of [...this.#waiting]) done();
  }
}

function readSettings({ sealed, slow, '500': failing, ...unknown }: Readonly<Record<string, unknown>>): FaultSettings {
  const [stray] = Object.keys(unknown);
  if (stray) throw new Error(`unknown fault ${stray}`);
  if (sealed !== undefined && typeof sealed !== 'boolean') throw new Error('sealed: expected true or false');
  if (failing !== undefined && typeof failing !== 'boolean') throw new Error('500: expected true or false');
  if (slow !== undefined && !(typeof slow === 'number' && slow >= 0 && slow <= MAX_SLOW_MS)) {
    throw new Error(`slow: expected milliseconds up to ${MAX_SLOW_MS}`);
  }
  return { ...(sealed ? { sealed } : {}), ...(failing ? { '500': failing } : {}), ...(slow ? { slow } : {}) };
}

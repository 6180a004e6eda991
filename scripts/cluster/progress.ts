const BEAT_MS = 15_000;

/** `75_000` → `1 min 15 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Says what is being done and, every 15 s, for how long; then how long it took. */
export class Progress {
  private readonly say: (line: string) => void;
  private readonly now: () => number;

  constructor(say: (line: string) => void, now: () => number = Date.now) {
    this.say = say;
    this.now = now;
  }

  line(text: string): void {
    this.say(text);
  }

  async step<T>(what: string, deed: () => Promise<T> | T): Promise<T> {
    const began = this.now();
    const beat = setInterval(() => this.say(`  … ${what}: ${duration(this.now() - began)} so far`), BEAT_MS);
    try {
      const result = await deed();
      this.say(`✓ ${what} (${duration(this.now() - began)})`);
      return result;
    } catch (error) {
      this.say(`✗ ${what} (after ${duration(this.now() - began)})`);
      throw error;
    } finally {
      clearInterval(beat);
    }
  }
}

import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventBatch } from '@sallyport/contracts';

export type SpooledEvent = EventBatch['events'][number];

/** A segment is closed at this many events, so that what has been shipped can be dropped. */
const SEGMENT_EVENTS = 500;

/**
 * Local write-ahead spool: one file per segment, one JSON line per event, named `<epoch>.<first counter>.ndjson`.
 * `append` resolves once the line is on disk (`fdatasync`, shared by everything that waits at that moment).
 */
export class Spool {
  #file: FileHandle | undefined;
  #name = '';
  #count = 0;
  #pending: { line: string; done: () => void; failed: (error: unknown) => void }[] = [];
  #writing: Promise<void> | undefined;

  constructor(
    private readonly dir: string,
    private readonly epoch: string,
  ) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }

  append(item: SpooledEvent): Promise<void> {
    return new Promise((done, failed) => {
      this.#pending.push({ line: `${JSON.stringify(item)}\n`, done, failed });
      this.#writing ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0);
      try {
        const file = await this.#segment(group[0]?.line ?? '');
        await file.appendFile(group.map(({ line }) => line).join(''));
        await file.datasync();
        this.#count += group.length;
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    // In the same turn as the last look at the queue: later, an append could join a drain that looks no more.
    this.#writing = undefined;
  }

  async #segment(firstLine: string): Promise<FileHandle> {
    if (this.#file && this.#count < SEGMENT_EVENTS) return this.#file;
    await this.#file?.close();
    const { counter } = JSON.parse(firstLine) as SpooledEvent;
    this.#name = `${this.epoch}.${String(counter).padStart(12, '0')}.ndjson`;
    this.#file = await open(join(this.dir, this.#name), 'a', 0o600);
    this.#count = 0;
    return this.#file;
  }

  /** Segments that earlier processes left behind, oldest first: what they hold was never acknowledged. */
  async leftovers(): Promise<{ file: string; epoch: string; events: SpooledEvent[] }[]> {
    const names = (await readdir(this.dir)).filter((name) => name.endsWith('.ndjson') && !name.startsWith(this.epoch));
    return Promise.all(
      names.sort().map(async (name) => {
        const file = join(this.dir, name);
        const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
        return { file, epoch: name.slice(0, 36), events: lines.flatMap(whole) };
      }),
    );
  }

  /** Drops this epoch's closed segments whose events all have counters up to `acknowledged`. */
  async forget(acknowledged: number): Promise<void> {
    const own = (await readdir(this.dir)).filter((name) => name.startsWith(this.epoch)).sort();
    for (const [at, name] of own.entries()) {
      const next = own[at + 1];
      if (next !== undefined && Number(next.split('.')[1]) - 1 <= acknowledged) await unlink(join(this.dir, name));
    }
  }

  /** Closes the open segment; drops it when everything in it was acknowledged. */
  async close(everythingAcknowledged: boolean): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    if (everythingAcknowledged && this.#file) await unlink(join(this.dir, this.#name));
    this.#file = undefined;
  }
}

/** A line cut by a crash was never waited for by anybody: it is dropped, everything before it counts. */
function whole(line: string): SpooledEvent[] {
  try {
    return [JSON.parse(line) as SpooledEvent];
  } catch {
    return [];
  }
}

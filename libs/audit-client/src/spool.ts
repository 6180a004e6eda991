import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventBatch } from '@sallyport/contracts';

export type SpooledEvent = EventBatch['events'][number];

/** A segment is closed at this many events, so that what has been shipped can be dropped. */
const SEGMENT_EVENTS = 5_000;
/** Events nobody waits for are written together this often, in milliseconds (audit research §4, class C). */
const GROUP_MS = 25;

interface Pending {
  item: SpooledEvent;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Local write-ahead spool: one file per segment, one JSON line per event, named `<epoch>.<first counter>.ndjson`.
 * `append` resolves once the line is on disk (`fdatasync`, shared by everything that waits at that moment).
 */
export class Spool {
  #file: FileHandle | undefined;
  #name = '';
  #count = 0;
  #last = -1;
  /** Full segments of this epoch, with the counter each ends at. */
  #full: { name: string; last: number }[] = [];
  #pending: Pending[] = [];
  #writing: Promise<void> | undefined;
  #later: NodeJS.Timeout | undefined;

  constructor(
    private readonly dir: string,
    private readonly epoch: string,
  ) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }

  append(item: SpooledEvent): Promise<void> {
    return new Promise((done, failed) => {
      this.#pending.push({ item, done, failed });
      this.#writing ??= this.#drain();
    });
  }

  /** Joins the next group, which is written soon whoever asks for it. */
  appendLater(item: SpooledEvent, failed: (error: unknown) => void): void {
    this.#pending.push({ item, done: () => undefined, failed });
    this.#later ??= setTimeout(() => {
      this.#later = undefined;
      if (this.#pending.length > 0) this.#writing ??= this.#drain();
    }, GROUP_MS);
  }

  async #drain(): Promise<void> {
    while (this.#pending.length > 0) {
      const group = this.#pending.splice(0);
      try {
        const file = await this.#segment(group[0]?.item.counter ?? 0);
        await file.write(group.map(({ item }) => `${JSON.stringify(item)}\n`).join(''));
        await file.datasync();
        this.#count += group.length;
        this.#last = Math.max(this.#last, ...group.map(({ item }) => item.counter));
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    // In the same turn as the last look at the queue: later, an append could join a drain that looks no more.
    this.#writing = undefined;
  }

  async #segment(first: number): Promise<FileHandle> {
    if (this.#file && this.#count < SEGMENT_EVENTS) return this.#file;
    if (this.#file) {
      await this.#file.close();
      this.#full.push({ name: this.#name, last: this.#last });
    }
    this.#name = `${this.epoch}.${String(first).padStart(12, '0')}.ndjson`;
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

  /** Drops full segments whose events were all acknowledged. */
  async forget(acknowledged: number): Promise<void> {
    const done = this.#full.filter(({ last }) => last <= acknowledged);
    this.#full = this.#full.filter(({ last }) => last > acknowledged);
    for (const { name } of done) await unlink(join(this.dir, name));
  }

  /** Closes the open segment; drops it when everything in it was acknowledged. */
  async close(everythingAcknowledged: boolean): Promise<void> {
    clearTimeout(this.#later);
    if (this.#pending.length > 0) this.#writing ??= this.#drain();
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

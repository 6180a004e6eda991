import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredEntry } from '../log/audit-log.ts';
import type { Sink } from './sink.ts';

/** Read backwards in steps of this many bytes when looking for the last whole line. */
const STEP = 65_536;

/** One line of OCSF JSON per event, fsynced: what any log shipper can tail. */
export class NdjsonFile implements Sink {
  readonly name = 'ndjson';
  #file: FileHandle | undefined;

  constructor(private readonly path: string) {}

  async deliver(entries: readonly StoredEntry[]): Promise<void> {
    try {
      this.#file ??= await openAtLastLine(this.path);
      await this.#file.appendFile(entries.map(({ body }) => `${body}\n`).join(''));
      await this.#file.sync();
    } catch (error) {
      // A write may have been cut (disk full): the next attempt looks at the file afresh.
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }
}

/** Opens for appending; half a line at the end, left by a crash, is cut off: its event is delivered again. */
async function openAtLastLine(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    let { size: end } = await file.stat();
    while (end > 0) {
      const from = Math.max(0, end - STEP);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(end - from), 0, end - from, from);
      const newline = buffer.subarray(0, bytesRead).lastIndexOf(0x0a);
      if (newline >= 0) {
        end = from + newline + 1;
        break;
      }
      end = from;
    }
    await file.truncate(end);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AuditLog } from './audit-log.ts';
import { openCheckpoint } from './checkpoint.ts';
import { TILE_WIDTH } from './frontier.ts';
import { formatVkey } from './note.ts';
import { levelsOf, type TileName, tilePath, tilesOfLevel } from './tiles.ts';

/** File in the log directory that holds the log's own vkey. Verifiers should pin a copy they got elsewhere. */
export const VKEY_FILE = 'log.vkey';
/** Partial tiles are rewritten at most this often, in milliseconds. */
const PAUSE_MS = 500;

/**
 * The log as files (C2SP tlog-tiles): what the offline verifier, a mirror and a break-glass reader use. It follows the
 * database; the checkpoint is renamed into place after the tiles it needs.
 */
export class LogDirectory {
  #published: number;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(
    private readonly directory: string,
    private readonly log: AuditLog,
    published: number,
    private readonly onError: (error: unknown) => void,
  ) {
    this.#published = published;
  }

  /**
   * @param onError told when publishing fails; it is tried again after the next commit
   * @throws Error where the directory holds a checkpoint that this database cannot continue: it was rolled back or
   *   replaced, and going on would fork the log
   */
  static async open(directory: string, log: AuditLog, onError: (error: unknown) => void): Promise<LogDirectory> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await replace(join(directory, VKEY_FILE), `${formatVkey(log.verifier)}\n`);
    const published = await publishedSize(directory, log);
    const follower = new LogDirectory(directory, log, published, onError);
    log.onCommit(() => follower.#soon());
    await follower.publish();
    return follower;
  }

  /** Writes what the log has gained. Calls that overlap share one run. */
  publish(): Promise<void> {
    this.#running ??= this.#publish().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Publishes what is there and stops following. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.publish();
  }

  #soon(): void {
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.publish().catch(this.onError);
    }, PAUSE_MS).unref();
  }

  async #publish(): Promise<void> {
    const { size, note } = await this.log.checkpoint();
    if (size === this.#published && size > 0) return;
    const written: TileName[] = [];
    for (const level of ['entries' as const, ...levelsOf(size)]) {
      const before = level === 'entries' ? this.#published : Math.floor(this.#published / TILE_WIDTH ** level);
      for (const tile of tilesOfLevel(level, size, Math.floor(before / TILE_WIDTH))) {
        await replace(join(this.directory, tilePath(tile)), await this.log.tile(tile));
        written.push(tile);
      }
    }
    await replace(join(this.directory, 'checkpoint'), note);
    this.#published = size;
    for (const tile of written) await this.#dropStalePartials(tile);
  }

  /** A partial tile has no use once a wider one is there (C2SP tlog-tiles, "Partial Tiles"). */
  async #dropStalePartials(tile: TileName): Promise<void> {
    const partials = join(this.directory, `${tilePath({ ...tile, width: TILE_WIDTH })}.p`);
    if (tile.width === TILE_WIDTH) return rm(partials, { recursive: true, force: true });
    for (const name of await readdir(partials)) {
      if (name !== String(tile.width)) await rm(join(partials, name), { force: true });
    }
  }
}

async function publishedSize(directory: string, log: AuditLog): Promise<number> {
  let note: string;
  try {
    note = await readFile(join(directory, 'checkpoint'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const { size, root } = openCheckpoint(note, log.verifier);
  const known = await log.checkpoint();
  if (size > known.size || !(await log.rootAt(size)).equals(root)) {
    throw new Error(
      `the log directory holds a checkpoint of ${size} entries that this database (${known.size} entries) does not continue; ` +
        'the database was rolled back or replaced: keep the directory as evidence and start with an empty one',
    );
  }
  return size;
}

/** Writes a file so that a reader, or a crash, sees the old or the new content, never half of it. */
async function replace(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

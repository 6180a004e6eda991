import { type Checkpoint, openCheckpoint } from '../log/checkpoint.ts';
import { Frontier, TILE_WIDTH } from '../log/frontier.ts';
import { HASH_BYTES, leafHash } from '../log/hash.ts';
import { NoteInvalid, type NoteVerifier } from '../log/note.ts';
import { decodeBundle, levelsOf, type TileName, tilesOfLevel } from '../log/tiles.ts';
import { originOf } from './entry-check.ts';
import { LogFiles } from './log-files.ts';
import { ProducerCounts } from './producer-counts.ts';
import { conclude, type Finding, type Report } from './report.ts';

/** After this many findings a report says enough. */
const MAX_FINDINGS = 50;

export interface VerifyOptions {
  key: NoteVerifier;
  /** Whether the key was given from outside the directory. */
  pinned: boolean;
  /** An earlier checkpoint of this log (signed note) that it must continue. */
  since?: string | undefined;
}

/**
 * Verifies a log directory offline: the checkpoint's signature, the root over every entry, every tile, canonical entries,
 * producer counters, and that it continues an earlier checkpoint. Reads each file once; memory grows by 32 bytes per 256 entries.
 */
export async function verifyLog(directory: string, options: VerifyOptions): Promise<Report> {
  const files = new LogFiles(directory);
  const { pinned, key, since } = options;
  const note = (await files.read('checkpoint'))?.toString('utf8');
  if (note === undefined) {
    const findings: Finding[] = [{ verdict: 'incomplete', kind: 'checkpoint_missing', file: 'checkpoint' }];
    return { ...conclude(findings), verified: 0, pinned, findings };
  }
  let checkpoint: Checkpoint;
  let held: Checkpoint | undefined;
  try {
    checkpoint = openCheckpoint(note, key);
    held = since === undefined ? undefined : openCheckpoint(since, key);
  } catch (error) {
    if (!(error instanceof NoteInvalid)) throw error;
    const findings: Finding[] = [
      { verdict: 'tampered', kind: 'checkpoint_invalid', file: 'checkpoint', detail: error.message },
    ];
    return { ...conclude(findings), verified: 0, pinned, findings };
  }
  return new Verification(files, checkpoint, held).run(pinned);
}

class Verification {
  readonly #files: LogFiles;
  readonly #checkpoint: Checkpoint;
  readonly #held: Checkpoint | undefined;
  readonly #findings: Finding[] = [];
  readonly #counts = new ProducerCounts();
  readonly #frontier = new Frontier();
  /** Subtree roots by level ≥ 1, as the entries give them. */
  readonly #roots: Buffer[][] = [];
  #verified = 0;
  #whole = true;

  constructor(files: LogFiles, checkpoint: Checkpoint, held: Checkpoint | undefined) {
    this.#files = files;
    this.#checkpoint = checkpoint;
    this.#held = held;
  }

  async run(pinned: boolean): Promise<Report> {
    const { origin, size, root } = this.#checkpoint;
    if (this.#held && this.#held.size > size) this.#found('tampered', 'rolled_back', size);
    for (const tile of tilesOfLevel('entries', size)) await this.#checkBundle(tile);
    for (const level of levelsOf(size)) {
      if (level > 0) for (const tile of tilesOfLevel(level, size)) await this.#checkUpperTile(tile);
    }
    if (this.#whole && !this.#frontier.root().equals(root)) this.#found('tampered', 'root_mismatch');
    await this.#checkOtherFiles();
    // Entries that are not there would show as gaps once more.
    if (this.#findings.every(({ verdict }) => verdict === 'note')) this.#findings.push(...this.#counts.gaps());
    const findings = this.#findings;
    return {
      ...conclude(findings),
      origin,
      size,
      verified: this.#verified,
      root: root.toString('base64'),
      pinned,
      findings,
    };
  }

  /** A checkpoint held outside is the only thing that catches a rewriter who has the key. */
  #checkHeld(held: Checkpoint | undefined): void {
    // Without every entry up to here the root proves nothing either way.
    if (!held || !this.#whole || held.size !== this.#frontier.size) return;
    if (!this.#frontier.root().equals(held.root)) this.#found('tampered', 'history_rewritten', 0);
  }

  async #checkBundle(name: TileName): Promise<void> {
    const first = name.n * TILE_WIDTH;
    const hashes = await this.#leafHashes({ ...name, level: 0 });
    const bundle = await this.#files.tile(name);
    if (!bundle) this.#found('incomplete', 'entries_missing', first);
    const { entries, whole } = decodeBundle(bundle?.bytes ?? Buffer.alloc(0));
    if (bundle && (!whole || entries.length !== bundle.width)) {
      this.#found('tampered', 'entries_malformed', first + Math.min(entries.length, name.width), bundle.path);
    }
    for (let i = 0; i < name.width; i += 1) {
      const entry = entries[i];
      const leaf = entry ? leafHash(entry) : hashes?.[i];
      // Where an entry is missing its hash in the tile stands in, so that the rest can still be judged.
      if (leaf) this.#append(leaf);
      else this.#whole = false;
      if (entry)
        this.#checkEntry(entry, first + i, hashes !== undefined && !leaf?.equals(hashes[i] as Buffer), bundle?.path);
    }
  }

  #append(leaf: Buffer): void {
    if (!this.#whole) return;
    this.#frontier.append(leaf, (level, index, hash) => {
      this.#roots[level] ??= [];
      (this.#roots[level] as Buffer[])[index] = hash;
    });
    this.#checkHeld(this.#held);
  }

  #checkEntry(entry: Buffer, index: number, misfit: boolean, file: string | undefined): void {
    const origin = originOf(entry);
    if (misfit) this.#found('tampered', 'entry_mismatch', index, file);
    else if (!origin) this.#found('tampered', 'entry_not_canonical', index, file);
    else if (this.#counts.see(origin, index)) {
      const { producer, epoch, counter } = origin;
      this.#found('tampered', 'counter_repeated', index, file, `${producer} run ${epoch} counter ${counter}`);
    } else this.#verified += 1;
  }

  async #leafHashes(name: TileName): Promise<Buffer[] | undefined> {
    const tile = await this.#files.tile(name);
    if (!tile) this.#found('incomplete', 'tile_missing', name.n * TILE_WIDTH);
    else if (tile.bytes.length !== tile.width * HASH_BYTES) {
      this.#found(
        'tampered',
        'tile_malformed',
        name.n * TILE_WIDTH + Math.floor(tile.bytes.length / HASH_BYTES),
        tile.path,
      );
    } else return split(tile.bytes);
    return undefined;
  }

  async #checkUpperTile(name: TileName): Promise<void> {
    const span = TILE_WIDTH ** (name.level as number);
    const first = name.n * TILE_WIDTH;
    const tile = await this.#files.tile(name);
    if (!tile) this.#found('incomplete', 'tile_missing', first * span);
    else if (tile.bytes.length !== tile.width * HASH_BYTES) {
      this.#found('tampered', 'tile_malformed', first * span, tile.path);
    } else {
      const ours = this.#roots[name.level as number] ?? [];
      const hashes = split(tile.bytes).slice(0, name.width);
      const bad = hashes.findIndex((hash, i) => !(ours[first + i] ?? hash).equals(hash));
      if (bad >= 0) this.#found('tampered', 'tile_mismatch', (first + bad) * span, tile.path);
    }
  }

  /** Narrower or wider copies of a tile must agree with the one that was checked; strangers are named. */
  async #checkOtherFiles(): Promise<void> {
    const { size } = this.#checkpoint;
    for await (const { path, tile } of this.#files.all()) {
      if (!tile) {
        this.#found('note', 'foreign_file', undefined, path);
        continue;
      }
      const span = tile.level === 'entries' ? 1 : TILE_WIDTH ** tile.level;
      const [expected] = tilesOfLevel(tile.level, size, tile.n);
      if (!expected || tile.width > expected.width) this.#found('note', 'beyond_checkpoint', undefined, path);
      if (!expected || tile.width === expected.width) continue;
      const [copy, checked] = [await this.#files.read(path), await this.#files.tile(expected)];
      const shared = Math.min(copy?.length ?? 0, checked?.bytes.length ?? 0);
      if (copy && checked && !copy.subarray(0, shared).equals(checked.bytes.subarray(0, shared))) {
        this.#found('tampered', 'tile_mismatch', tile.n * TILE_WIDTH * span, path);
      }
    }
  }

  #found(verdict: Finding['verdict'], kind: Finding['kind'], index?: number, file?: string, detail?: string): void {
    if (this.#findings.length < MAX_FINDINGS) this.#findings.push({ verdict, kind, index, file, detail });
  }
}

function split(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TILE_WIDTH } from '../log/frontier.ts';
import { parseTilePath, type TileName, tilePath } from '../log/tiles.ts';

/** The files of a log directory, read as they are. */
export class LogFiles {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** A file's bytes, or undefined where there is none. */
  async read(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.directory, path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  }

  /**
   * The tile, or a wider one where the log has grown since its checkpoint (a tile only ever grows at its end).
   * @returns its bytes and how many items they should hold
   */
  async tile(tile: TileName): Promise<{ path: string; bytes: Buffer; width: number } | undefined> {
    const widths = [tile.width, TILE_WIDTH, ...(await this.#partials(tile)).filter((width) => width > tile.width)];
    for (const width of widths) {
      const path = tilePath({ ...tile, width });
      const bytes = await this.read(path);
      if (bytes) return { path, bytes, width };
    }
    return undefined;
  }

  /** Every file below `tile/`, with the tile it is where its name is that of one. */
  async *all(): AsyncGenerator<{ path: string; tile: TileName | undefined }> {
    const found = await readdir(join(this.directory, 'tile'), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of found) {
      if (file.isDirectory()) continue;
      const path = join(file.parentPath, file.name).slice(join(this.directory, '/').length);
      yield { path, tile: parseTilePath(path) };
    }
  }

  async #partials(tile: TileName): Promise<number[]> {
    const directory = join(this.directory, `${tilePath({ ...tile, width: TILE_WIDTH })}.p`);
    return (await readdir(directory).catch(() => [])).map(Number).filter(Number.isInteger);
  }
}

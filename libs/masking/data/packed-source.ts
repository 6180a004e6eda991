import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { placeIn } from '../src/model/word-planes.ts';
import { hashOf } from '../src/text/vocabulary.ts';

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };

/** Bytes as they lie in a source file: compressed, base64. */
export const packed = (bytes: Uint8Array): string => brotliCompressSync(bytes, { params }).toString('base64');

/**
 * Writes `src/<file>` with one constant of packed bytes.
 *
 * @param origin what the bytes are and whose, for the head of the file
 * @returns KiB written
 */
export function writePacked(file: string, constant: string, origin: string, text: string): number {
  const source = `/* ${origin}: do not edit. */\nexport const ${constant} =\n  '${text}';\n`;
  writeFileSync(new URL(`../src/${file}`, import.meta.url), source);
  return Math.round(source.length / 1024);
}

/** Sets of folded words as `WordPlanes` reads them; says how many words each has. */
export const packedPlanes = (bits: number, ...sets: readonly Iterable<string>[]): string =>
  packed(
    Buffer.concat(
      sets.map((words) => {
        const plane = Buffer.alloc(2 ** bits / 8);
        let count = 0;
        for (const word of words) {
          const place = placeIn(hashOf(word), bits);
          plane[place >>> 3] = (plane[place >>> 3] as number) | (1 << (place & 7));
          count += 1;
        }
        process.stderr.write(`${count} words\n`);
        return plane;
      }),
    ),
  );

import { brotliDecompressSync } from 'node:zlib';

/** Bytes as `data/packed-source.ts` lays them into a source file: compressed, base64. */
export const unpackedBytes = (packed: string): Buffer => brotliDecompressSync(Buffer.from(packed, 'base64'));

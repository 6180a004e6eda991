import { packed } from '../data/packed-source.ts';
import { EMBEDDED, LARGEST_EMBEDDED } from '../src/model/hidden-layer.ts';
import { LARGEST_WEIGHT, WIDTH } from '../src/model/labels.ts';
import type { Crf } from './crf.ts';

/**
 * The model as text: transition scores and the matrices of the hidden layer as 32-bit floats, the number of rows, then for
 * each row the distance of its number from the one before (base 128, little end first), a bit for each label with a weight,
 * and those weights; then the embeddings of all rows.
 */
export function pack({ weights, scores, hidden: { embeddings, layer } }: Crf): string {
  const floats = [scores, ...Object.values(layer.matrices)].flatMap((numbers) => [...numbers]);
  const rows: Buffer[] = [];
  const embedded: Buffer[] = [];
  let before = 0;
  for (let row = 0; row * WIDTH < weights.length; row += 1) {
    if (isEmpty(weights, row, WIDTH) && isEmpty(embeddings, row, EMBEDDED)) continue;
    const own = bytesOf(weights.subarray(row * WIDTH, (row + 1) * WIDTH), LARGEST_WEIGHT);
    const embedding = bytesOf(embeddings.subarray(row * EMBEDDED, (row + 1) * EMBEDDED), LARGEST_EMBEDDED);
    const labels = own.reduce((bits, weight, label) => (weight === 0 ? bits : bits | (1 << label)), 0);
    if (labels === 0 && embedding.every((number) => number === 0)) continue;
    rows.push(Buffer.from([...base128(row - before), labels & 255, labels >> 8, ...own.filter((byte) => byte !== 0)]));
    embedded.push(Buffer.from(embedding));
    before = row;
  }
  const head = Buffer.alloc(floats.length * 4 + 4);
  for (const [index, number] of floats.entries()) head.writeFloatLE(number, index * 4);
  head.writeUInt32LE(rows.length, floats.length * 4);
  return packed(Buffer.concat([head, ...rows, ...embedded]));
}

function isEmpty(numbers: Float32Array, row: number, width: number): boolean {
  for (let at = row * width; at < (row + 1) * width; at += 1) if (numbers[at] !== 0) return false;
  return true;
}

/** Signed bytes: 127 stands for `largest`. */
const bytesOf = (numbers: Float32Array, largest: number): number[] =>
  Array.from(numbers, (number) => Math.max(-127, Math.min(127, Math.round((number / largest) * 127))) & 255);

function base128(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}

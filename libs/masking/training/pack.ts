import { packed } from '../data/packed-source.ts';
import { LARGEST_WEIGHT, WIDTH } from '../src/model/labels.ts';

export function pack(weights: Float32Array, transitionScores: Float64Array): string {
  const parts: Buffer[] = [];
  let rows = 0;
  let before = 0;
  for (let row = 0; row * WIDTH < weights.length; row += 1) {
    const small = Array.from(weights.subarray(row * WIDTH, (row + 1) * WIDTH), toByte);
    const labels = small.reduce((bits, weight, label) => (weight === 0 ? bits : bits | (1 << label)), 0);
    if (labels === 0) continue;
    const values = small.filter((weight) => weight !== 0);
    parts.push(
      Buffer.from([...base128(row - before), labels & 255, labels >> 8, ...values.map((value) => value & 255)]),
    );
    before = row;
    rows += 1;
  }
  const head = Buffer.alloc(WIDTH * WIDTH * 4 + 4);
  for (const [index, score] of transitionScores.entries()) head.writeFloatLE(score, index * 4);
  head.writeUInt32LE(rows, WIDTH * WIDTH * 4);
  return packed(Buffer.concat([head, ...parts]));
}

const toByte = (weight: number): number => Math.max(-127, Math.min(127, Math.round((weight / LARGEST_WEIGHT) * 127)));

function base128(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}

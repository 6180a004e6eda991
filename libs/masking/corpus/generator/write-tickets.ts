import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type GenerateOptions, generateTickets, SHAPE_NAMES } from './generate.ts';

/** Seeds from 1000 on make the CI part, which nobody develops the masker with. */
export const GENERATE_USAGE = `[--count 10000] [--seed 1] [--shape NAME] [--out FILE]; seeds from 1000 on make the CI part; shapes: ${SHAPE_NAMES.join(', ')}`;

/** Writes labelled tickets as JSON lines, to standard output without `--out`. @returns exit code */
export function writeTickets(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      shape: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const { shape } = values;
  const isShape = shape === undefined || SHAPE_NAMES.includes(shape);
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed) || seed < 0 || !isShape) {
    process.stderr.write(`usage: ${GENERATE_USAGE}\n`);
    return 2;
  }
  const options = { seed, count, ...(shape && { shape }) };
  if (values.out) writeLines(values.out, linesOf(options));
  else for (const line of linesOf(options)) process.stdout.write(line);
  return 0;
}

function* linesOf(options: GenerateOptions): Generator<string> {
  for (const ticket of generateTickets(options)) yield `${JSON.stringify(ticket)}\n`;
}

function writeLines(path: string, lines: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    for (const line of lines) writeSync(file, line);
  } finally {
    closeSync(file);
  }
}

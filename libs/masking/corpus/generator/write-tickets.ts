import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { generateTickets } from './generate.ts';

/** Seeds from 1000 on make the CI part, which nobody develops the masker with. */
export const GENERATE_USAGE = '[--count 10000] [--seed 1] [--out FILE]; seeds from 1000 on make the CI part';

/** Writes labelled tickets as JSON lines, to standard output without `--out`. @returns exit code */
export function writeTickets(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed) || seed < 0) {
    process.stderr.write(`usage: ${GENERATE_USAGE}\n`);
    return 2;
  }
  if (values.out) writeLines(values.out, linesOf(seed, count));
  else for (const line of linesOf(seed, count)) process.stdout.write(line);
  return 0;
}

function* linesOf(seed: number, count: number): Generator<string> {
  for (const ticket of generateTickets({ seed, count })) yield `${JSON.stringify(ticket)}\n`;
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

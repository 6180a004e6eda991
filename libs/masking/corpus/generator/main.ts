/* Makes labelled tickets: node main.ts --count 10000 --seed 1 [--out FILE] → JSON lines, on stdout without a file. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { generateTickets } from './generate.ts';

const USAGE = 'usage: main.ts [--count 10000] [--seed 1] [--out FILE]; seeds from 1000 on make the CI part\n';

function main(args: string[]): number {
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
    process.stderr.write(USAGE);
    return 2;
  }
  if (values.out) mkdirSync(dirname(values.out), { recursive: true });
  const file = values.out ? openSync(values.out, 'w') : 1;
  for (const ticket of generateTickets({ seed, count })) writeSync(file, `${JSON.stringify(ticket)}\n`);
  if (values.out) closeSync(file);
  return 0;
}

process.exitCode = main(process.argv.slice(2));

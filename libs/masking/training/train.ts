/* Trains the tagger: node train.ts writes src/model/packed-weights.ts; node train.ts --folds 4 says how well it generalises. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateTickets } from '../corpus/generator/generate.ts';
import { writePacked } from '../data/packed-source.ts';
import { type LabelledRecord, parseRecords } from '../src/score/labelled-file.ts';
import { evaluate } from './evaluate.ts';
import { type Lessons, trained } from './lessons.ts';
import { pack } from './pack.ts';

const USAGE = `npm run mask:train -- [options]

Learns from the development part of the written corpus and from generated tickets, and writes src/model/packed-weights.ts.

  --folds N        train N times without one N-th of the written tickets, score that part, write nothing
  --generated N    generated tickets to learn from besides (default 7000)
  --epochs N       times that everything is gone through (default 4)
  --copies N       variations of each written ticket in each epoch (default 2)
`;
/** Batches written as an inbox would be sampled: gone through twice, so that what is rare there is thought rare. */
const LIKE_AN_INBOX = /^development-(?:4[7-9]|5[0-9]|6[013-8]|78|8[0-367]|91)-/;
/** Tickets kept from the training, six batches and every fifth of two: they say how the tagger does with what it has not met. */
const KEPT = /^development-(?:(?:89|9[03-6])-|8[58]-\d*[38]$)/;
const twice = (written: readonly LabelledRecord[]): LabelledRecord[] => [
  ...written,
  ...written.filter(({ id }) => LIKE_AN_INBOX.test(String(id))),
];
/** Seeds below 1000 make the generator's development part. */
const SEED = 77;

const { values } = parseArgs({
  options: {
    folds: { type: 'string' },
    generated: { type: 'string', default: '7000' },
    epochs: { type: 'string', default: '4' },
    copies: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(USAGE);
else main();

function main(): void {
  const development = new URL('../corpus/written/development.jsonl', import.meta.url);
  const written = parseRecords(readFileSync(development, 'utf8')).filter(({ id }) => !KEPT.test(String(id)));
  const generated = [...generateTickets({ seed: SEED, count: Number(values.generated) })] as LabelledRecord[];
  const lessons: Omit<Lessons, 'written'> = {
    generated,
    epochs: Number(values.epochs),
    copies: Number(values.copies),
    onEpoch: (message) => process.stderr.write(`${message}\n`),
  };
  if (values.folds) {
    const folds = Number(values.folds);
    for (let fold = 0; fold < folds; fold += 1) {
      const model = trained({ ...lessons, written: twice(written.filter((_, index) => index % folds !== fold)) });
      const lines = evaluate(
        written.filter((_, index) => index % folds === fold),
        model,
      );
      process.stdout.write(`fold ${fold + 1} of ${folds}\n${lines.join('\n')}\n`);
    }
    return;
  }
  const model = trained({ ...lessons, written: twice(written) });
  const origin = 'Weights of the tagger, made by training/train.ts';
  const kib = writePacked('model/packed-weights.ts', 'PACKED_WEIGHTS', origin, pack(model));
  process.stderr.write(`${kib} KiB written\n`);
}

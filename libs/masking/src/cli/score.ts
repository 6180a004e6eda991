/* Scores the masker on a labelled JSON-lines file: node score.ts FILE.jsonl → JSON on stdout. */
import { readFileSync } from 'node:fs';
import { maskText } from '../mask-text.ts';
import { type LabelledRecord, parseRecords } from '../score/labelled-file.ts';
import { score } from '../score/score.ts';

function main(path: string | undefined): void {
  if (!path) {
    process.stderr.write('usage: npm run mask:score -- FILE.jsonl\n');
    process.exitCode = 2;
    return;
  }
  let records: LabelledRecord[];
  try {
    records = parseRecords(readFileSync(path, 'utf8'));
  } catch (error) {
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}\n`);
    process.exitCode = 1;
    return;
  }
  let bytes = 0;
  let refused = 0;
  let elapsedMs = 0;
  const mask = ({ text, known = {} }: LabelledRecord): string => {
    const begun = performance.now();
    try {
      return maskText(text, { known, profile: 'result' }).masked;
    } catch {
      refused += 1;
      return '';
    } finally {
      elapsedMs += performance.now() - begun;
      bytes += Buffer.byteLength(text);
    }
  };
  // The first pass also compiles; speed is that of a second one.
  for (const record of records) mask(record);
  bytes = 0;
  refused = 0;
  elapsedMs = 0;
  const result = score(records, mask);
  const mbPerSecond = elapsedMs > 0 ? Math.round(bytes / elapsedMs / 10) / 100 : 0;
  process.stdout.write(`${JSON.stringify({ ...result, refused, mbPerSecond }, null, 2)}\n`);
}

main(process.argv[2]);

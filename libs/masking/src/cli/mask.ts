/* Masks a JSON-lines file: node mask.ts FILE.jsonl → one {"id","masked","spans"} a line on stdout, nothing else. */
import { readFileSync } from 'node:fs';
import { maskText } from '../mask-text.ts';
import { MaskingRefused } from '../refusal.ts';
import { knownOf, type LabelledRecord, parseRecords } from '../score/labelled-file.ts';
import { warmUp } from '../warm-up.ts';

/** Profile `result`: doubtful stretches are masked. A text that cannot be masked becomes a marker, never itself. */
function maskRecord(record: LabelledRecord): object {
  const { id, text } = record;
  try {
    const { masked, spans } = maskText(text, { known: knownOf(record), profile: 'result' });
    return { id, masked, spans };
  } catch (error) {
    const why = error instanceof MaskingRefused ? error.message : 'masking_failed';
    process.stderr.write(`record ${id}: ${why}\n`);
    return { id, masked: `[masked: ${why}]`, spans: [] };
  }
}

/** Masking looks at no label, so a wrong one is none of its business. */
const ignoreLabels = () => undefined;

function main(path: string | undefined): void {
  if (!path) {
    process.stderr.write('usage: npm run mask -- FILE.jsonl\n');
    process.exitCode = 2;
    return;
  }
  try {
    const records = parseRecords(readFileSync(path, 'utf8'), ignoreLabels);
    warmUp();
    process.stdout.write(records.map((record) => `${JSON.stringify(maskRecord(record))}\n`).join(''));
  } catch (error) {
    process.stderr.write(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}\n`);
    process.exitCode = 1;
  }
}

main(process.argv[2]);

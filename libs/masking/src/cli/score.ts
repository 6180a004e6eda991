/* Scores the masker on a labelled JSON-lines file: node score.ts FILE.jsonl → JSON on stdout. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { maskText } from '../mask-text.ts';
import { knownOf, type LabelledRecord, parseRecords } from '../score/labelled-file.ts';
import { type Score, Scoring } from '../score/score.ts';
import { type Gate, missedTargets, TARGETS } from '../score/targets.ts';
import { warmUp } from '../warm-up.ts';

const USAGE = `npm run mask:score -- FILE.jsonl [options]

  --verbose      also recall by language and tag, what was masked without a label, and the strings to keep that were lost
  --totals       figures only: no value of the file is printed, not even a leaked one
  --gate NAME    exit 1 when a target is missed: "own" (this repository's corpus) or "independent" (sets nobody here has seen)
  --rounds N     mask the file N more times for the speed figure (default 1)

npm run mask:score -- generate [--count 10000] [--seed 1] [--shape NAME] [--out FILE] makes a labelled file; see libs/masking/corpus/generator.

FILE holds one record a line: {"id", "text", "known": {"name", "email", "company"}, "spans": [{"start", "end", "type", "optional"}],
"keep": []}. Offsets are UTF-16 units, end exclusive. See docs/masking.md.
`;

interface Options {
  doubtfulLabels: number;
  verbose: boolean;
  totals: boolean;
  gate?: Gate;
  rounds: number;
}

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      verbose: { type: 'boolean', default: false },
      totals: { type: 'boolean', default: false },
      gate: { type: 'string' },
      rounds: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  const rounds = Number(values.rounds);
  const gate = values.gate as Gate | undefined;
  if (
    !path ||
    values.help ||
    !(rounds >= 1 && rounds <= 100) ||
    (gate !== undefined && !Object.hasOwn(TARGETS, gate))
  ) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  let doubtfulLabels = 0;
  const records = parseRecords(readFileSync(path, 'utf8'), (doubt) => {
    doubtfulLabels += 1;
    process.stderr.write(`${path}: ${doubt}\n`);
  });
  warmUp();
  return report(records, {
    doubtfulLabels,
    verbose: values.verbose,
    totals: values.totals,
    rounds,
    ...(gate ? { gate } : {}),
  });
}

function report(
  records: readonly LabelledRecord[],
  { doubtfulLabels, verbose, totals, gate, rounds }: Options,
): number {
  const { score, refused } = scored(records, true);
  const { score: withoutKnown } = scored(records, false);
  const { leaks, overMasked, lost, byType, byLanguage, byTag, ...figures } = score;
  const missed = gate ? missedTargets(score, withoutKnown, gate) : [];
  const result = {
    ...figures,
    leaked: leaks.length,
    person: { withKnown: byType.PERSON, withoutKnown: withoutKnown.byType.PERSON },
    withoutKnown: { recall: withoutKnown.recall, precision: withoutKnown.precision },
    refused,
    doubtfulLabels,
    overMaskedRuns: overMasked.length,
    mbPerSecond: speedOf(records, rounds),
    byType,
    ...(verbose ? { byLanguage, byTag } : {}),
    ...(gate ? { gate, missed } : {}),
    ...(totals ? {} : { leaks }),
    ...(verbose && !totals ? { overMasked, lost } : {}),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  for (const miss of missed) process.stderr.write(`missed: ${miss}\n`);
  return missed.length > 0 ? 1 : 0;
}

function scored(records: readonly LabelledRecord[], useKnown: boolean): { score: Score; refused: number } {
  const scoring = new Scoring();
  let refused = 0;
  for (const [index, record] of records.entries()) {
    const output = masked(record, useKnown);
    if (output === undefined) refused += 1;
    scoring.add(record, output ?? '');
    if ((index + 1) % 1_000 === 0) {
      process.stderr.write(`${index + 1} of ${records.length} scored, ${useKnown ? 'with' : 'without'} known values\n`);
    }
  }
  return { score: scoring.score, refused };
}

/** Profile `result`; a text that is refused leaks nothing and keeps nothing. */
function masked(record: LabelledRecord, useKnown: boolean): string | undefined {
  try {
    return maskText(record.text, { known: useKnown ? knownOf(record) : {}, profile: 'result' }).masked;
  } catch {
    return undefined;
  }
}

/** Megabytes (10⁶ bytes of UTF-8) a second and core: the fastest round, after the passes that scored have warmed everything up. */
function speedOf(records: readonly LabelledRecord[], rounds: number): number {
  const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    for (const record of records) masked(record, true);
    fastest = Math.min(fastest, performance.now() - begun);
  }
  return Math.round(bytes / fastest / 10) / 100;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`mask:score: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exitCode = 2;
}

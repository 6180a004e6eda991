import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateTickets } from '../../libs/masking/corpus/generator/generate.ts';
import { type LabelledRecord, parseRecords } from '../../libs/masking/src/score/labelled-file.ts';
import { Scoring } from '../../libs/masking/src/score/score.ts';
import { ZERO_LEAK_TYPES } from '../../libs/masking/src/score/targets.ts';
import { installLibraries } from './install.ts';
import { type Library, loadLibraries, ours } from './libraries.ts';

const root = join(import.meta.dirname, '../..');
/** The parts the masker was not developed with: anything else would flatter it beside libraries that have seen neither. */
const WRITTEN = join(root, 'libs/masking/corpus/written/ci-only.jsonl');
const SEED = 1000;

export interface Row {
  library: string;
  version: string;
  recall: number;
  person: number;
  precision: number;
  keep: number;
  /** Tickets without a leak, of all. */
  leakFree: number;
  /** Leaked secrets, passwords, cards, IBANs and national ids. */
  severe: number;
  tickets: number;
  /** Tickets on which it threw; they count as masked completely. */
  failed: number;
  cpuMicrosPerTicket: number;
}

export interface Comparison {
  date: string;
  node: string;
  sets: { name: string; tickets: number; spans: number; keep: number; rows: Row[] }[];
}

/** Scores every library on the written and the generated tickets in one run; writes `out/masking-libraries/result.json`. */
export async function compareLibraries(generated: number, say: (text: string) => void): Promise<Comparison> {
  const out = join(root, 'out/masking-libraries');
  await mkdir(out, { recursive: true });
  say('Installing the libraries to compare with …');
  const libraries = [...ours, ...(await loadLibraries(installLibraries(out)))];
  const written = parseRecords(await readFile(WRITTEN, 'utf8'));
  const lines = Array.from(generateTickets({ seed: SEED, count: generated }), (ticket) => JSON.stringify(ticket));
  const sets: Comparison['sets'] = [];
  for (const [name, records] of [
    ['written by hand, CI part', written],
    ['generated, CI part', parseRecords(lines.join('\n'))],
  ] as const) {
    const rows: Row[] = [];
    for (const library of libraries) {
      rows.push(await rowOf(library, records));
      say(`  ${name}: ${library.name} done`);
    }
    const spans = records.reduce((sum, record) => sum + record.spans.filter(({ optional }) => !optional).length, 0);
    const keep = records.reduce((sum, record) => sum + record.keep.length, 0);
    sets.push({ name, tickets: records.length, spans, keep, rows });
  }
  const comparison = { date: new Date().toISOString().slice(0, 10), node: process.version, sets };
  await writeFile(join(out, 'result.json'), JSON.stringify(comparison, null, 2));
  return comparison;
}

async function rowOf(library: Library, records: readonly LabelledRecord[]): Promise<Row> {
  // Compilation, word lists and wasm are paid before the clock runs.
  for (const record of records.slice(0, 500)) await attempt(library, record);
  const outputs: (string | undefined)[] = [];
  const begun = process.cpuUsage();
  for (const record of records) outputs.push(await attempt(library, record));
  const { user, system } = process.cpuUsage(begun);
  const scoring = new Scoring();
  for (const [index, record] of records.entries()) scoring.add(record, outputs[index] ?? '');
  const { recall, precision, keep, leakFree, leaks, byType } = scoring.score;
  const severe: readonly string[] = ZERO_LEAK_TYPES;
  return {
    library: library.name,
    version: library.version,
    recall,
    person: byType.PERSON?.recall ?? 1,
    precision,
    keep: keep.rate,
    leakFree,
    severe: leaks.filter(({ type }) => severe.includes(type)).length,
    tickets: records.length,
    failed: outputs.filter((output) => output === undefined).length,
    cpuMicrosPerTicket: Math.round((user + system) / records.length),
  };
}

async function attempt(library: Library, record: LabelledRecord): Promise<string | undefined> {
  try {
    return await library.mask(record);
  } catch {
    return undefined;
  }
}

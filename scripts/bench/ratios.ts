import type { Measurement } from './measure.ts';
import type { Era } from './messages.ts';
import type { ServerName } from './stage.ts';

/** One measured line: who, with what, in which round. */
export interface Round extends Measurement {
  round: number;
  server: ServerName;
  era: Era;
  workload: string;
  connections: number;
  /** Distinct access tokens in turn; 0 at servers that ask for none. */
  tokens: number;
}

type Row = Pick<Round, 'server' | 'era' | 'workload' | 'connections' | 'tokens'>;
const FIGURES = ['requestsPerSecond', 'cpuMicrosPerCall', 'p50', 'p99'] as const;
export type MedianRow = Row & Record<(typeof FIGURES)[number], number> & { errors: number; rounds: number };

/** One line for each server, era, workload and number of connections: medians over the rounds. */
export function mediansOf(rounds: readonly Round[]): MedianRow[] {
  return [...Map.groupBy(rounds, rowKey).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { server, era, workload, connections, tokens } = first;
    const figures = FIGURES.map((figure) => [figure, median(rows.map((row) => row[figure]))] as const);
    const errors = rows.reduce((sum, row) => sum + row.errors, 0);
    return {
      server,
      era,
      workload,
      connections,
      tokens,
      errors,
      rounds: rows.length,
      ...Object.fromEntries(figures),
    } as MedianRow;
  });
}

const rowKey = ({ server, era, workload, connections, tokens }: Row) =>
  [server, era, workload, connections, tokens].join(' ');

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Ratio name → which era of ours stands against which server in which era. */
const PAIRS: readonly [label: string, ours: Era, theirs: ServerName, theirEra: Era][] = [
  ['b1', '2025-11-25', 'b1', '2025-11-25'],
  ['b2', '2026-07-28', 'b2', '2026-07-28'],
  ['b2_2025', '2025-11-25', 'b2', '2025-11-25'],
];
export const RATIO_CONNECTIONS = 16;

export interface Ratios {
  /** `<workload>_vs_<baseline>`: our requests a second over theirs; `…_cpu`: their CPU time a call over ours. Above 1 is ours. */
  ratios: Record<string, number>;
  /** The same within each single round: smallest and largest. */
  spread: Record<string, [number, number]>;
}

/** Ratios at 16 connections and with one token, from medians; the spread tells how far single rounds lie apart. */
export function ratiosOf(rounds: readonly Round[]): Ratios {
  const ratios: Ratios['ratios'] = {};
  const spread: Ratios['spread'] = {};
  const compared = rounds.filter(({ connections, tokens }) => connections === RATIO_CONNECTIONS && tokens <= 1);
  for (const workload of new Set(compared.map((row) => row.workload))) {
    for (const [label, era, theirs, theirEra] of PAIRS) {
      const of = (rows: readonly Round[], server: ServerName, inEra: Era) =>
        mediansOf(rows).find((row) => row.server === server && row.era === inEra && row.workload === workload);
      const compare = (rows: readonly Round[]) => {
        const [us, them] = [of(rows, 'sallyport', era), of(rows, theirs, theirEra)];
        return (
          us && them && [us.requestsPerSecond / them.requestsPerSecond, them.cpuMicrosPerCall / us.cpuMicrosPerCall]
        );
      };
      const overall = compare(compared);
      if (!overall) continue;
      const single = [...Map.groupBy(compared, ({ round }) => round).values()].flatMap((rows) => [compare(rows) ?? []]);
      for (const [at, name] of [`${workload}_vs_${label}`, `${workload}_vs_${label}_cpu`].entries()) {
        const each = single.flatMap((pair) => pair[at] ?? []);
        ratios[name] = rounded(overall[at] ?? Number.NaN);
        spread[name] = [rounded(Math.min(...each)), rounded(Math.max(...each))];
      }
    }
  }
  return { ratios, spread };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

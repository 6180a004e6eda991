import type { MedianRow, Ratios } from './ratios.ts';

const NAMES = { b1: 'B1 (SDK v1, bare)', b2: 'B2 (SDK v2, bare)', sallyport: 'Sallyport (guarded)' } as const;
const HEAD = ['', 'revision', 'tokens', 'req/s', 'CPU µs/call', 'p50 ms', 'p99 ms', 'wrong'];

/** The medians as a person reads them, workload by workload. */
export function tableOf(rows: readonly MedianRow[]): string {
  const parts = [...Map.groupBy(rows, ({ workload, connections }) => `${workload}, ${connections} at once`)];
  return parts.map(([title, group]) => `${title}\n${aligned([HEAD, ...group.map(cellsOf)])}\n`).join('\n');
}

const cellsOf = (row: MedianRow): string[] => [
  NAMES[row.server],
  row.era,
  String(row.tokens || '-'),
  row.requestsPerSecond.toFixed(0),
  row.cpuMicrosPerCall.toFixed(0),
  row.p50.toFixed(2),
  row.p99.toFixed(2),
  String(row.errors),
];

/** What the ratios say, one a line. */
export function ratioLines({ ratios, spread }: Ratios): string {
  return aligned(
    Object.entries(ratios).map(([name, value]) => [name, `${value.toFixed(2)} ×`, `(${spread[name]?.join(' to ')})`]),
  );
}

/** First column to the left, the others to the right. */
export function aligned(lines: readonly string[][]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((line) => `  ${line.join('  ')}`.trimEnd())
    .join('\n');
}

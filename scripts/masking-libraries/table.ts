import { readFile, writeFile } from 'node:fs/promises';
import type { Comparison, Row } from './compare.ts';

const BEGIN = '<!-- measured by "npm run bench -- masking --libraries": do not edit by hand -->';
const END = '<!-- end of what was measured -->';
const HEAD = ['', 'recall', 'PERSON', 'precision', 'keep', 'leak-free', 'severe leaks', 'CPU µs/ticket'];

/** The comparison as the tables of `docs/masking.md`. */
export function tablesOf({ date, node, sets }: Comparison): string {
  const tables = sets.map(({ name, tickets, spans, keep, rows }) =>
    [
      `**${name}**: ${tickets} tickets, ${spans} values to mask, ${keep} strings to keep`,
      '',
      line(HEAD),
      line(HEAD.map(() => '---')),
      ...rows.map((row) => line(cellsOf(row))),
    ].join('\n'),
  );
  return `Measured ${date}, Node ${node.slice(1)}, all in one run.\n\n${tables.join('\n\n')}`;
}

function cellsOf(row: Row): string[] {
  const failed = row.failed > 0 ? ` (threw on ${row.failed})` : '';
  return [
    `${row.library}${row.version ? ` ${row.version}` : ''}${failed}`,
    percent(row.recall),
    percent(row.person),
    percent(row.precision),
    percent(row.keep),
    `${row.leakFree} / ${row.tickets}`,
    String(row.severe),
    String(row.cpuMicrosPerTicket),
  ];
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Replaces the measured part of a page: tables, then `lines` as a list. @throws Error when the page has no marks for it */
export async function writeTables(file: string, comparison: Comparison, lines: readonly string[]): Promise<void> {
  const page = await readFile(file, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('the page has no place for the tables');
  await writeFile(
    file,
    `${page.slice(0, begin)}${BEGIN}\n\n${tablesOf(comparison)}\n\n${lines.map((line) => `- ${line}\n`).join('')}\n${page.slice(end)}`,
  );
}

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from './compare.ts';
import { libraryRatios, missedRatios } from './ratios.ts';
import { writeTables } from './table.ts';

const comparison: Comparison = {
  date: '2026-11-21',
  node: 'v24.21.0',
  sets: [
    {
      name: 'written',
      tickets: 2,
      spans: 3,
      keep: 4,
      rows: [
        {
          library: 'ours',
          version: '',
          recall: 0.991,
          person: 1,
          precision: 0.98,
          keep: 1,
          leakFree: 2,
          severe: 0,
          tickets: 2,
          failed: 0,
          cpuMicrosPerTicket: 180,
        },
        {
          library: 'theirs',
          version: '1.0.0',
          recall: 0.2,
          person: 0,
          precision: 0.5,
          keep: 0.7,
          leakFree: 0,
          severe: 3,
          tickets: 2,
          failed: 1,
          cpuMicrosPerTicket: 90,
        },
      ],
    },
  ],
};
const page = async (text: string) => {
  const file = join(await mkdtemp(join(tmpdir(), 'tables-')), 'page.md');
  await writeFile(file, text);
  return file;
};
const BEGIN = '<!-- measured by "npm run bench -- masking --libraries": do not edit by hand -->';
const END = '<!-- end of what was measured -->';

describe('our masker over the library that finds most', () => {
  const row = (library: string, recall: number, precision: number) => ({
    ...comparison.sets[0]?.rows[0],
    library,
    recall,
    precision,
  });
  const against = (recall: number, precision: number) =>
    ({
      sets: [
        {
          name: 'written',
          rows: [
            row('Sallyport', 0.97, 0.96),
            row('Sallyport, no known values', 0.99, 0.9),
            row('timid', 0.1, 0.99),
            row('greedy', recall, precision),
          ],
        },
      ],
    }) as unknown as Comparison;

  it('is compared in recall, and in precision with that same library', () => {
    expect(libraryRatios(against(0.4, 0.32))).toEqual([{ set: 'written', best: 'greedy', recall: 2.42, precision: 3 }]);
    expect(missedRatios(libraryRatios(against(0.4, 0.32)))).toEqual([]);
  });

  it('misses its targets when the library comes near', () => {
    expect(missedRatios(libraryRatios(against(0.5, 0.6)))).toEqual([
      'written: recall is 1.94 × that of greedy, below 2.3',
      'written: precision is 1.6 × that of greedy, below 2',
    ]);
  });
});

describe('the tables of docs/masking.md', () => {
  it('stand between their marks, name set, date and versions, and say where a library threw', async () => {
    const file = await page(`before\n${BEGIN}\nold\n${END}\nafter\n`);
    await writeTables(file, comparison, ['whole pipeline: 2.4 MB/s']);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/^before\n/);
    expect(text).toMatch(/\nafter\n$/);
    expect(text).not.toContain('old');
    expect(text).toContain('Measured 2026-11-21, Node 24.21.0');
    expect(text).toContain('| ours | 99.1 % | 100.0 % | 98.0 % | 100.0 % | 2 / 2 | 0 | 180 |');
    expect(text).toContain('| theirs 1.0.0 (threw on 1) | 20.0 %');
    expect(text).toContain('- whole pipeline: 2.4 MB/s');
  });

  it('are not written into a page without a place for them', async () => {
    await expect(writeTables(await page('nothing here'), comparison, [])).rejects.toThrow('no place');
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../src/score/labelled-file.ts';
import { compilePart, PARTS, type Part, toJsonLines } from './compile.ts';

describe('the tickets written by hand', () => {
  for (const part of Object.keys(PARTS) as Part[]) {
    const labelledFile = () => readFile(new URL(PARTS[part], import.meta.url), 'utf8');

    it(`${PARTS[part]} is what the sources compile to`, async () => {
      expect(await labelledFile()).toBe(toJsonLines(await compilePart(part)));
    });

    it(`${PARTS[part]} reads back as the tickets that were written, secrets included`, async () => {
      expect(parseRecords(await labelledFile())).toEqual(await compilePart(part));
    });
  }

  it('no text and no identifier stands in both parts', async () => {
    const [development, ci] = await Promise.all([compilePart('development'), compilePart('ci')]);
    const seen = new Set(development.flatMap(({ id, text }) => [id, text]));
    expect(ci.filter(({ id, text }) => seen.has(id) || seen.has(text))).toEqual([]);
  });
});

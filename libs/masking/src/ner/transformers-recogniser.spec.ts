import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MaskingRefused } from '../refusal.ts';
import type { EntityRecogniser } from './entity-recogniser.ts';
import { maskTextWith } from './mask-text-with.ts';
import { writeTinyModel } from './tiny-model.spec.ts';
import { TransformersRecogniser } from './transformers-recogniser.ts';
import { entitiesOf } from './word-entities.ts';

const PACKAGE = '@huggingface/transformers';
const installed = await import(PACKAGE).then(
  () => true,
  () => false,
);
if (!installed) process.stdout.write(`the recogniser's contract is skipped: ${PACKAGE} is not installed\n`);

const directory = mkdtempSync(join(tmpdir(), 'tiny-model-'));
beforeAll(() => writeTinyModel(directory));
afterAll(() => rmSync(directory, { recursive: true }));

/** What every recogniser promises, whatever it is made of; `named` holds at least one person. */
function recogniserContract(make: () => EntityRecogniser, named: string): void {
  it('finds something, in order, inside the text and without overlaps', async () => {
    const found = await make().recognise(named);
    expect(found.length).toBeGreaterThan(0);
    let from = 0;
    for (const { start, end, score } of found) {
      expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeGreaterThan(start);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      from = end;
    }
    expect(from).toBeLessThanOrEqual(named.length);
  });

  it('finds the same in the same text, and nothing in none', async () => {
    const recogniser = make();
    expect(await recogniser.recognise(named)).toEqual(await recogniser.recognise(named));
    expect(await recogniser.recognise('')).toEqual([]);
  });

  it('reads texts longer than the model does at once, odd characters included', async () => {
    const text = `${'Grüße 😀 \u200b… '.repeat(200)}${named}`;
    const found = await make().recognise(text);
    const [first] = await make().recognise(named);
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(named.slice(first?.start, first?.end));
  });
}

describe.skipIf(!installed)('the recogniser on transformers.js', () => {
  const make = () => new TransformersRecogniser({ modelsDirectory: directory, model: 'tiny' });
  const text = 'The login fails with Zebulon Quack, and Amélie.';
  recogniserContract(make, text);

  it('joins the pieces of a name and gives offsets of the text as it was written', async () => {
    const found = await make().recognise(text);
    expect(found.map(({ start, end, type }) => [type, text.slice(start, end)])).toEqual([
      ['PERSON', 'Zebulon Quack'],
      ['PERSON', 'Amélie'],
    ]);
  });

  it('[C-OUT-1] adds to what is masked', async () => {
    const { masked } = await maskTextWith(make(), 'the ze\u200bbulon fails, jo@shop.example', { profile: 'result' });
    expect(masked).toBe('the [PERSON_1] fails, [EMAIL_1]');
  });

  it('[C-OUT-1] refuses a text when the model is not there', async () => {
    const missing = new TransformersRecogniser({ modelsDirectory: directory, model: 'absent' });
    await expect(maskTextWith(missing, text, { profile: 'result' })).rejects.toMatchObject({
      why: 'recogniser_failed',
    });
  });
});

describe('a text that a model reads', () => {
  const tokens = (labelled: readonly [word: string, entity: string][]) =>
    labelled.map(([word, entity]) => ({ word, entity, score: 0.9 }));

  it('[C-OUT-1] is refused when the package is missing, and marked in the log profile', async () => {
    const recogniser = new TransformersRecogniser({ modelsDirectory: join(directory, 'nowhere'), model: 'absent' });
    await expect(maskTextWith(recogniser, 'hello', { profile: 'strict' })).rejects.toBeInstanceOf(MaskingRefused);
    const marked = await maskTextWith(recogniser, 'hello', { profile: 'log' });
    expect(marked.masked).toBe('[masked: masking_failed]');
  });

  it('has its entities placed, past what the model has no piece for', () => {
    const text = 'Ça va, Zoë-Marie d’Aubigné? Non.';
    const found = entitiesOf(
      text,
      tokens([
        ['ca', 'O'],
        ['[UNK]', 'O'],
        ['zo', 'B-PER'],
        ['##e', 'I-PER'],
        ['-', 'I-PER'],
        ['marie', 'I-PER'],
        ['non', 'B-LOC'],
      ]),
      { PER: 'PERSON' },
    );
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Zoë-Marie']);
  });
});

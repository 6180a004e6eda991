import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { maskText } from '@sallyport/masking';
import { knownOf, type LabelledRecord } from '../../libs/masking/src/score/labelled-file.ts';
import { PINNED } from './install.ts';

/** A masker under comparison, used the way its documentation shows first. */
export interface Library {
  name: string;
  version: string;
  mask(record: LabelledRecord): string | Promise<string>;
}

type Range = readonly [start: number, end: number];

/** Our own masker, with the customer's known values and without. */
export const ours: readonly Library[] = [
  {
    name: 'Sallyport',
    version: '',
    mask: (record) => maskText(record.text, { known: knownOf(record), profile: 'result' }).masked,
  },
  { name: 'Sallyport, no known values', version: '', mask: ({ text }) => maskText(text, { profile: 'result' }).masked },
];

/** Loads the installed libraries. @param directory where {@link PINNED} are installed */
export async function loadLibraries(directory: string): Promise<Library[]> {
  const require = createRequire(join(directory, 'package.json'));
  const load = async <T>(name: string): Promise<T> => (await import(entryOf(require, directory, name))) as T;
  return [
    redactPii(require('redact-pii')),
    openRedaction(require('openredaction')),
    arcjet(await load('@arcjet/redact')),
    redactPiiNode(require('@redactpii/node')),
    compromise(require('compromise')),
    secretlint(await load('@secretlint/core'), await load('@secretlint/secretlint-rule-preset-recommend')),
  ];
}

/** A package that exports to `import` only, or to both. */
function entryOf(require: NodeJS.Require, directory: string, name: string): string {
  const folder = join(directory, 'node_modules', name);
  const { exports, module: esm, main } = require(join(folder, 'package.json')) as Record<string, unknown>;
  const root = typeof exports === 'object' && exports !== null ? (exports as Record<string, unknown>)['.'] : exports;
  return pathToFileURL(join(folder, fileOf(root) ?? fileOf(esm) ?? fileOf(main) ?? 'index.js')).href;
}

function fileOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return undefined;
  const conditions = entry as Record<string, unknown>;
  return fileOf(conditions.import ?? conditions.default);
}

const library = (name: string, mask: Library['mask']): Library => ({ name, version: PINNED[name] ?? '', mask });

function redactPii({ SyncRedactor }: { SyncRedactor: new () => { redact(text: string): string } }): Library {
  const redactor = new SyncRedactor();
  return library('redact-pii', ({ text }) => redactor.redact(text));
}

function openRedaction({
  OpenRedaction,
}: {
  OpenRedaction: new () => { detect(text: string): Promise<{ redacted: string }> };
}): Library {
  const redactor = new OpenRedaction();
  return library('openredaction', async ({ text }) => (await redactor.detect(text)).redacted);
}

function arcjet({ redact }: { redact(text: string): Promise<[string, unknown]> }): Library {
  return library('@arcjet/redact', async ({ text }) => (await redact(text))[0]);
}

function redactPiiNode({ Redactor }: { Redactor: new () => { redact(text: string): string } }): Library {
  const redactor = new Redactor();
  return library('@redactpii/node', ({ text }) => redactor.redact(text));
}

type Compromise = (text: string) => {
  people(): { json(options: { offset: true }): { offset: { start: number; length: number } }[] };
};

function compromise(nlp: Compromise): Library {
  return library('compromise', ({ text }) => {
    const people = nlp(text).people().json({ offset: true });
    return without(
      text,
      people.map(({ offset: { start, length } }): Range => [start, start + length]),
    );
  });
}

interface SecretlintCore {
  lintSource(options: object): Promise<{ messages: { range: Range }[] }>;
}

function secretlint({ lintSource }: SecretlintCore, { creator }: { creator: unknown }): Library {
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
  const mask: Library['mask'] = async ({ text }) => {
    const source = { content: text, filePath: 'ticket.txt', ext: '.txt', contentType: 'text' };
    const { messages } = await lintSource({ source, options: { config } });
    return without(
      text,
      messages.map(({ range }) => range),
    );
  };
  return { name: 'secretlint, recommended preset', version: PINNED['@secretlint/core'] ?? '', mask };
}

/** The text with each range replaced by a mark; ranges that overlap become one. */
function without(text: string, ranges: readonly Range[]): string {
  let from = 0;
  let masked = '';
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    if (start >= from) masked += `${text.slice(from, start)}[MASKED]`;
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}

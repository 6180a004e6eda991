import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REQUIREMENTS, type RequirementId } from '../../test/e2e/requirements.ts';
import { GENERATED } from './markdown.ts';

const CITATION = /\[(C-[A-Z]{2,3}-\d+)\]/g;
/** A test title: the first string argument of it/test/describe, or of their `.each(…)` forms. */
const TITLE =
  /\b(?:it|test|describe)(?:\.each)?\b[^'"`]{0,120}?(['"`])((?:\\.|(?!\1).)*\[C-[A-Z]{2,3}-\d+\](?:\\.|(?!\1).)*)\1/gs;

/** `verifies('id', 'what exactly')`: the promise names the controls (test/e2e/requirements.ts). */
const PROMISE = /verifies\(\s*'([\w:-]+)'(?:,\s*(['"`])((?:\\.|(?!\2).)*)\2)?/gs;

interface Proof {
  file: string;
  title: string;
}

/**
 * docs/controls.md: control → tests that prove it → code beside them. A control is cited by `[C-XX-n]` in a test's title;
 * Rego tests cite it in a comment above the test.
 */
export async function controlsPage(root: string): Promise<string> {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(spec|test)\.ts$|_test\.rego$/.test(file))
    .sort();
  const proofs = new Map<string, Proof[]>();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8').catch(() => '');
    for (const title of titlesOf(file, text)) {
      for (const [, id] of title.matchAll(CITATION)) {
        if (id) proofs.set(id, [...(proofs.get(id) ?? []), { file, title: clean(title) }]);
      }
    }
  }
  const ids = [...proofs.keys()].sort(byId);
  const count = [...proofs.values()].reduce((sum, list) => sum + list.length, 0);
  return `${GENERATED}
# Controls and their proofs

${ids.length} controls are proven by ${count} tests. A control counts only when a test that carries its ID fails without it.

${ids.map((id) => section(id, proofs.get(id) ?? [])).join('\n')}`;
}

function titlesOf(file: string, text: string): string[] {
  if (file.endsWith('.rego')) return text.split('\n').filter((line) => line.startsWith('#') && CITATION.test(line));
  const titles = [...text.matchAll(TITLE)].map((match) => match[2] ?? '');
  return [...titles, ...[...text.matchAll(PROMISE)].flatMap(([, id, , title]) => promised(id as RequirementId, title))];
}

function promised(id: RequirementId, title?: string): string[] {
  const promise = REQUIREMENTS[id];
  if (!promise) return [];
  const controls = (promise.source as readonly string[]).filter((source) => /^C-[A-Z]{2,3}-\d+$/.test(source));
  return controls.length === 0
    ? []
    : [`${controls.map((control) => `[${control}]`).join(' ')} ${title ?? promise.behaviour}`];
}

const clean = (title: string) =>
  title
    .replace(CITATION, '')
    .replace(/^#+\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

function section(id: string, proofs: Proof[]): string {
  const files = [...new Set(proofs.map(({ file }) => file))];
  const lists = files.map((file) => {
    const titles = proofs.filter((proof) => proof.file === file).map(({ title }) => `  - ${title}`);
    return `- [${file}](../${file}) · code in [${dirname(file)}](../${dirname(file)})\n${[...new Set(titles)].join('\n')}`;
  });
  return `## ${id}\n\n${lists.join('\n')}\n`;
}

function byId(left: string, right: string): number {
  const [, area = '', number] = left.split('-');
  const [, otherArea = '', otherNumber] = right.split('-');
  return area.localeCompare(otherArea) || Number(number) - Number(otherNumber);
}

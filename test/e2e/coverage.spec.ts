import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REQUIREMENTS } from './requirements.ts';

const SPECS = globSync('**/*.spec.ts', { cwd: import.meta.dirname });
const cited = new Set(
  SPECS.flatMap((spec) => {
    const text = readFileSync(join(import.meta.dirname, spec), 'utf8');
    return [...text.matchAll(/\bverifies\(\s*'([^']*)'/g)].map(([, id]) => id as string);
  }),
);
const promised = Object.keys(REQUIREMENTS);

describe('requirements and specs', () => {
  it('every promise is cited by a spec', () => {
    expect(promised.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('every cited promise exists', () => {
    expect([...cited].filter((id) => !promised.includes(id))).toEqual([]);
  });

  it('every promise names the control it serves', () => {
    const without = Object.entries(REQUIREMENTS).filter(([, { source }]) => !source.some((one) => /^C-/.test(one)));
    expect(without.map(([id]) => id)).toEqual([]);
  });
});

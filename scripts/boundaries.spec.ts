import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Lints one file with our rules, as if it stood at that path of the tree. */
function lint(path: string, code: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'sallyport-boundaries-'));
  const { vcs: _, $schema: __, ...rules } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  writeFileSync(join(tree, 'biome.json'), JSON.stringify(rules));
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), `${code}\n`);
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const run = spawnSync(biome, ['lint', path], { cwd: tree, encoding: 'utf8' });
  return run.stdout + run.stderr;
}

describe('import boundaries are lint errors', () => {
  it.each([
    [
      'a service importing a service',
      'services/audit/src/a.ts',
      "import '@sallyport/mcp-server';",
      'services never import services',
    ],
    [
      'a service reaching into a service',
      'services/audit/src/a.ts',
      "import '../../token-broker/src/main.ts';",
      'services never import services',
    ],
    ['a lib importing a service', 'libs/authn/src/a.ts', "import '@sallyport/audit';", 'libs never import services'],
    [
      'a shipped service importing a simulator',
      'services/audit/src/a.ts',
      "import '@sallyport/linear-simulator';",
      'stay out of what is shipped',
    ],
    ['contracts importing Node', 'libs/contracts/src/a.ts', "import 'node:fs';", 'import zod only'],
    [
      'the catalogue importing contracts',
      'libs/tool-catalog/src/a.ts',
      "import '@sallyport/contracts';",
      'import zod only',
    ],
    [
      'process.env outside of main.ts',
      'services/audit/src/a.ts',
      'export const port = process.env.PORT;',
      'noProcessEnv',
    ],
  ])('%s', (_, path, code, message) => {
    expect(lint(path, code)).toContain(message);
  });

  it.each([
    ['libs/contracts/src/a.ts', "import { z } from 'zod';\nexport const a = z.int();"],
    ['services/audit/src/main.ts', 'export const port = process.env.PORT;'],
  ])('what is allowed in %s stays allowed', (path, code) => {
    expect(lint(path, code)).not.toMatch(/noRestrictedImports|noProcessEnv/);
  });
});

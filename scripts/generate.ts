import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configPage } from './generate/config-page.ts';
import { controlsPage } from './generate/controls-page.ts';
import { eventsPage } from './generate/events-page.ts';
import { policyData } from './generate/policy-data.ts';
import { toolsPage } from './generate/tools-page.ts';

/** `npm run generate [-- --check]`: files that derive from code; with `--check` it changes nothing and names what is stale. */
const root = join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const outputs: [string, () => Promise<string> | string][] = [
  ['deploy/policies/tools/data.json', policyData],
  ['docs/reference/tools.md', toolsPage],
  ['docs/reference/events.md', eventsPage],
  ['docs/reference/config.md', () => configPage(root)],
  ['docs/controls.md', () => controlsPage(root)],
];

const stale: string[] = [];
for (const [file, make] of outputs) {
  const path = join(root, file);
  const made = await make();
  const present = await readFile(path, 'utf8').catch(() => '');
  if (made === present) continue;
  if (checking) stale.push(file);
  else await writeFile(path, made);
}
if (stale.length > 0) {
  process.stderr.write(`sallyport: out of date: ${stale.join(', ')}; run "npm run generate"\n`);
  process.exit(1);
}

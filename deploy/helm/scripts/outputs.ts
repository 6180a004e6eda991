import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceConfigs } from '../schema/service-settings.ts';
import { valuesSchema } from '../schema/values-schema.ts';
import { readme } from './readme.ts';

export const chart = join(import.meta.dirname, '..');
const root = join(chart, '../..');

/** Files of the chart that derive from others, by name; the text is what should stand in them. */
export async function outputs(configs: ServiceConfigs): Promise<Map<string, string>> {
  const read = (file: string) => readFile(join(chart, file), 'utf8');
  return new Map([
    ['values.schema.json', formatted('values.schema.json', JSON.stringify(valuesSchema(configs)))],
    ['README.md', readme(await read('scripts/README.template.md'), await read('values.yaml'))],
  ]);
}

function formatted(name: string, text: string): string {
  const biome = join(root, 'node_modules/.bin/biome');
  const run = spawnSync(biome, ['format', `--stdin-file-path=${join(chart, name)}`], {
    input: text,
    encoding: 'utf8',
    cwd: root,
  });
  if (run.status !== 0) throw new Error(`${name} could not be formatted: ${run.stderr}`);
  return run.stdout;
}

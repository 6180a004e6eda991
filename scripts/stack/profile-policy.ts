import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ManifestContent, revisionOf } from '@sallyport/policy';
import { policyDataOf, type ToolDefinition } from '@sallyport/tool-catalog';

interface PolicyData {
  tools: Record<string, unknown>;
  roles: Record<string, { tools: string[] }>;
}

/**
 * A policy bundle for a test profile: the very same compiled policy, with the profile's own tools on the allow-list of
 * support people. A tool that policy does not list cannot be called even where it is registered (C-AZ-5).
 */
export async function writeProfilePolicy(bundle: string, dir: string, tools: readonly ToolDefinition[]): Promise<void> {
  await mkdir(dir, { recursive: true });
  const data = JSON.parse(await readFile(join(bundle, 'data.json'), 'utf8')) as PolicyData;
  Object.assign(data.tools, policyDataOf(tools));
  for (const role of ['support_engineer', 'support_lead']) {
    data.roles[role]?.tools.push(...tools.map(({ name }) => name));
    data.roles[role]?.tools.sort();
  }
  const text = JSON.stringify(data);
  const { revision: _, ...content } = JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8')) as {
    revision: string;
  } & ManifestContent;
  content.files['data.json'] = createHash('sha256').update(text).digest('hex');
  await copyFile(join(bundle, 'policy.wasm'), join(dir, 'policy.wasm'));
  await writeFile(join(dir, 'data.json'), text);
  await writeFile(join(dir, 'manifest.json'), JSON.stringify({ revision: revisionOf(content), ...content }));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { variableName } from '@sallyport/bootstrap';
import { z } from 'zod';
import { GENERATED, table } from './markdown.ts';

interface Source {
  title: string;
  prefix: string;
  /** Compiled module and the name of its schema. */
  module: string;
  schema: string;
  /** Where the words about each key stand. */
  sources: string[];
}

const SOURCES: Source[] = [
  {
    title: 'mcp-server',
    prefix: 'MCP',
    module: 'services/mcp-server/dist/config.js',
    schema: 'configSchema',
    sources: ['services/mcp-server/src/config.ts'],
  },
  {
    title: 'token-broker, placement issuer',
    prefix: 'BROKER',
    module: 'services/token-broker/dist/issuer.config.js',
    schema: 'issuerConfig',
    sources: ['services/token-broker/src/issuer.config.ts'],
  },
  {
    title: 'token-broker, placement gateway',
    prefix: 'BROKER',
    module: 'services/token-broker/dist/gateway/gateway.config.js',
    schema: 'gatewayConfig',
    sources: ['services/token-broker/src/gateway/gateway.config.ts'],
  },
  {
    title: 'audit',
    prefix: 'AUDIT',
    module: 'services/audit/dist/config.js',
    schema: 'configSchema',
    sources: ['services/audit/src/config.ts'],
  },
];

/** docs/reference/config.md: every setting of every placement, from the schemas that parse them. */
export async function configPage(root: string): Promise<string> {
  const sections = await Promise.all(SOURCES.map((source) => section(root, source)));
  return `${GENERATED}
# Configuration

Settings come from the environment. An unknown variable with a service's prefix is a start-up error, because it is a typo; reports
name the variable and the rule, never the value. Secrets are files, never variables.

${sections.join('\n')}`;
}

async function section(root: string, { title, prefix, module, schema, sources }: Source): Promise<string> {
  const exported = (await import(join(root, module))) as Record<string, z.ZodObject>;
  const object = exported[schema];
  if (!object) throw new Error(`${module} exports no ${schema}`);
  const words = new Map<string, string>();
  for (const file of sources) readWords(await readFile(join(root, file), 'utf8'), words);
  const rows = Object.entries(object.shape).map(([key, type]) => {
    const json = z.toJSONSchema(type as z.ZodType, { io: 'input', unrepresentable: 'any' });
    return [`\`${variableName(prefix, key)}\``, ruleOf(json), defaultOf(json, type as z.ZodType), words.get(key) ?? ''];
  });
  return `## ${title}\n\n${table(['variable', 'rule', 'default', ''], rows)}`;
}

/** The doc comment right above a key. */
function readWords(source: string, words: Map<string, string>): void {
  for (const [, comment, key] of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+(\w+):/g)) {
    if (comment && key) words.set(key, comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim());
  }
}

function ruleOf(json: z.core.JSONSchema.BaseSchema): string {
  if (json.enum) return json.enum.map((value) => `\`${value}\``).join(', ');
  if (json.const !== undefined) return `\`${json.const}\``;
  if (json.type === 'integer' || json.type === 'number') return `${json.minimum}–${json.maximum}`;
  return json.format === 'uri' ? 'URL' : 'text';
}

function defaultOf(json: z.core.JSONSchema.BaseSchema, type: z.ZodType): string {
  if (json.default !== undefined && json.default !== '') return `\`${String(json.default)}\``;
  return type.safeParse(undefined).success ? '' : 'required';
}

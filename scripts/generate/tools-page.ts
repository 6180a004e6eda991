import { listingOf, placementOf, TOOLS, type ToolDefinition } from '@sallyport/tool-catalog';
import { GENERATED, table } from './markdown.ts';

interface Property {
  type?: string;
  enum?: string[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  description?: string;
}

/** docs/reference/tools.md: what an agent may ask for, and what that takes. */
export function toolsPage(): string {
  return `${GENERATED}
# Tools

${TOOLS.map(section).join('\n')}`;
}

function section(tool: ToolDefinition): string {
  const listing = listingOf(tool);
  const facts = [
    ['tier', String(tool.tier)],
    ['effect', tool.effect],
    ['approval', tool.approval],
    ['OAuth scope', `\`${tool.scope}\``],
    ['placement', placementOf(tool)],
    [
      'credential',
      tool.credential
        ? `\`${tool.credential.operation}\` at ${tool.credential.resource}, class ${tool.credential.class}`
        : 'none',
    ],
    [
      'limits',
      `${tool.limits.callsPerMinute} calls a minute, ${tool.limits.timeoutMs / 1_000} s, $${tool.limits.costUsd} a call`,
    ],
  ];
  return `## \`${tool.name}\`

${tool.description}

${table(['', ''], facts)}
**Input**

${properties(listing.inputSchema)}
**Result**

${properties(listing.outputSchema)}`;
}

function properties(schema: Record<string, unknown>): string {
  const required = new Set((schema.required as string[] | undefined) ?? []);
  const entries = Object.entries((schema.properties ?? {}) as Record<string, Property>);
  return table(
    ['field', 'type', 'required', ''],
    entries.map(([name, property]) => [
      `\`${name}\``,
      typeOf(property),
      required.has(name) ? 'yes' : '',
      property.description ?? '',
    ]),
  );
}

function typeOf(property: Property): string {
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(', ');
  if (property.format) return property.format;
  if (property.type === 'string') return `string, at most ${property.maxLength}`;
  if (property.type === 'integer') return `integer ${property.minimum}–${property.maximum}`;
  if (property.type === 'array') return `array, at most ${property.maxItems}`;
  return property.type ?? '';
}

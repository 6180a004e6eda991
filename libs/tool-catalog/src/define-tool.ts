import { z } from 'zod';

/** What a tool does to the world; the MCP annotations follow from it and cannot disagree. */
export type Effect = 'read' | 'create' | 'update' | 'delete';
/** 0 harmless · 1 reads customer data · 2 changes something elsewhere (C-AZ-5). */
export type Tier = 0 | 1 | 2;
export type Approval = 'none' | 'requester' | 'second_person';
/** Where the tool is served: one image, two deployments (C-AZ-10). */
export type Placement = 'read' | 'write';

/** What the broker is asked for; handlers cannot ask for anything else. */
export interface CredentialNeed {
  resource: string;
  /** Gateway operation (contracts `OPERATIONS`). */
  operation: string;
  /** Class of the person's downstream grant. */
  class: string;
}

export interface ToolLimits {
  timeoutMs: number;
  callsPerMinute: number;
  /** US dollars a call is charged with against budgets. */
  costUsd: number;
}

export interface ToolDefinition<
  Name extends string = string,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> {
  name: Name;
  title: string;
  description: string;
  tier: Tier;
  effect: Effect;
  approval: Approval;
  /** OAuth scope of the MCP resource a caller needs. */
  scope: string;
  /** Strict object: an unknown field is refused (C-IN-1). */
  input: Input;
  /** Strict object: also the allow-list of what may be returned (C-OUT-2). */
  output: Output;
  credential: CredentialNeed | null;
  limits: ToolLimits;
}

/** The placement follows from the effect: whatever only reads is served by the read deployment. */
export const placementOf = (tool: Pick<ToolDefinition, 'effect'>): Placement =>
  tool.effect === 'read' ? 'read' : 'write';

/**
 * Declares a tool once. Refuses nonsense when the module loads: open objects, unbounded strings or arrays, a harmless
 * tier with an effect, a write without a credential, a wildcard anywhere (C-AZ-2, C-IN-1).
 * @throws Error naming the tool and the rule it breaks
 */
export function defineTool<const Name extends string, Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: ToolDefinition<Name, Input, Output>,
): ToolDefinition<Name, Input, Output> {
  const refuse = (rule: string): never => {
    throw new Error(`tool ${tool.name}: ${rule}`);
  };
  if (!/^[a-z][a-z0-9_]{2,63}$/.test(tool.name)) refuse('name must be snake_case, 3 to 64 characters');
  if (tool.effect !== 'read' && tool.tier !== 2) refuse('an effect other than read is tier 2');
  if (tool.effect !== 'read' && tool.credential === null) refuse('a write declares the credential it needs');
  if (tool.approval !== 'none' && tool.tier !== 2) refuse('an approval only belongs to tier 2');
  const words = [tool.scope, tool.credential?.operation, tool.credential?.class, tool.credential?.resource];
  if (words.some((word) => word?.includes('*'))) refuse('no wildcards in grants');
  for (const [side, schema] of [
    ['input', tool.input],
    ['output', tool.output],
  ] as const) {
    const json = z.toJSONSchema(schema, { io: side, unrepresentable: 'throw' });
    unboundedPath(json, side, refuse);
  }
  return Object.freeze(tool);
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** C-IN-1: string ≤ 8 kB, array ≤ 1,000, objects closed; outputs are bounded as well, so that a result cannot flood. */
function unboundedPath(schema: JsonSchema, path: string, refuse: (rule: string) => never): void {
  if (schema.type === 'object') {
    const record = schema.propertyNames !== undefined;
    if (!record && schema.additionalProperties !== false) refuse(`${path} must be a strict object`);
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      if (typeof child === 'object') unboundedPath(child as JsonSchema, `${path}.${key}`, refuse);
    }
  }
  if (schema.type === 'string' && schema.enum === undefined && schema.const === undefined) {
    const fixed = schema.format === 'uuid' || schema.format === 'date-time';
    if (!fixed && !((schema.maxLength ?? Number.POSITIVE_INFINITY) <= 20_000)) refuse(`${path} needs a maximum length`);
  }
  if (schema.type === 'array') {
    if (!((schema.maxItems ?? Number.POSITIVE_INFINITY) <= 1_000))
      refuse(`${path} needs a maximum of at most 1,000 items`);
    if (typeof schema.items === 'object') unboundedPath(schema.items as JsonSchema, `${path}[]`, refuse);
  }
  for (const child of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    unboundedPath(child as JsonSchema, path, refuse);
  }
}

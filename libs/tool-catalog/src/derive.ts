import { z } from 'zod';
import { placementOf, type ToolDefinition } from './define-tool.ts';

/** MCP tool annotations (2025-11-25 and 2026-07-28 schema, `ToolAnnotations`), from the effect alone. */
export function annotationsOf(tool: ToolDefinition) {
  return {
    title: tool.title,
    readOnlyHint: tool.effect === 'read',
    destructiveHint: tool.effect === 'delete',
    // C-IN-3: a repeat of a write has no further effect.
    idempotentHint: true,
    openWorldHint: tool.credential !== null,
  };
}

/** One entry of `tools/list`. */
export function listingOf(tool: ToolDefinition) {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: z.toJSONSchema(tool.input, { io: 'input' }) as { type: 'object'; [key: string]: unknown },
    outputSchema: z.toJSONSchema(tool.output, { io: 'output' }) as { type: 'object'; [key: string]: unknown },
    annotations: annotationsOf(tool),
  };
}

/** `data.tools` for Rego: name → facts (deploy/policies/tools/data.json is generated from this). */
export function policyDataOf(tools: readonly ToolDefinition[]) {
  return Object.fromEntries(
    tools.map((tool) => [
      tool.name,
      {
        tier: tool.tier,
        effect: tool.effect,
        approval: tool.approval,
        scope: tool.scope,
        placement: placementOf(tool),
        credential: tool.credential,
      },
    ]),
  );
}

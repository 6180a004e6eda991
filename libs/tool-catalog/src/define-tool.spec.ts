import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineTool, listingOf, policyDataOf, TOOLS, type ToolDefinition } from './index.ts';

const harmless = {
  name: 'say_hello',
  title: 'Say hello',
  description: 'Says hello.',
  tier: 0,
  effect: 'read',
  approval: 'none',
  scope: 'hello:read',
  input: z.strictObject({ name: z.string().max(100) }),
  output: z.strictObject({ text: z.string().max(200) }),
  credential: null,
  limits: { timeoutMs: 1_000, callsPerMinute: 10, costUsd: 0 },
} satisfies ToolDefinition;

describe('a tool definition', () => {
  const nonsense: [string, Partial<ToolDefinition>, RegExp][] = [
    ['an open input object', { input: z.object({ a: z.string().max(1) }) }, /strict object/],
    ['an open nested object', { input: z.strictObject({ a: z.looseObject({}) }) }, /input\.a must be a strict/],
    ['a string without a bound', { input: z.strictObject({ a: z.string() }) }, /input\.a needs a maximum length/],
    ['an array without a bound', { output: z.strictObject({ a: z.array(z.int()) }) }, /output\.a needs a maximum/],
    [
      'an unbounded string inside an array',
      { input: z.strictObject({ a: z.array(z.string()).max(2) }) },
      /input\.a\[\]/,
    ],
    ['a wildcard scope', { scope: 'tickets:*' }, /no wildcards/],
    ['an effect below tier 2', { effect: 'create', tier: 1 }, /tier 2/],
    ['a write without a credential', { effect: 'create', tier: 2 }, /credential/],
    ['an approval below tier 2', { approval: 'requester' }, /approval/],
    ['a name that is not snake_case', { name: 'SayHello' }, /snake_case/],
  ];
  it.each(nonsense)('[C-IN-1] [C-AZ-2] refuses %s when the module loads', (_, change, message) => {
    expect(() => defineTool({ ...harmless, ...change } as ToolDefinition)).toThrow(message);
  });

  it('accepts a bounded, closed definition and freezes it', () => {
    expect(Object.isFrozen(defineTool({ ...harmless }))).toBe(true);
  });
});

describe('what derives from the catalogue', () => {
  it.each(TOOLS.map((tool) => [tool.name, tool] as const))('[C-OUT-8] %s keeps its published definition', (_, tool) => {
    expect(listingOf(tool)).toMatchSnapshot();
  });

  it('says which tools destroy and which only read, from the effect', () => {
    const hints = Object.fromEntries(TOOLS.map((tool) => [tool.name, listingOf(tool).annotations]));
    expect(hints.get_support_tickets?.readOnlyHint).toBe(true);
    expect(hints.delete_issue?.destructiveHint).toBe(true);
    expect(hints.escalate_ticket).toMatchObject({
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
    });
  });

  it('gives policy the tier, scope, placement and credential of each tool and nothing else', () => {
    expect(policyDataOf(TOOLS)).toMatchSnapshot();
  });
});

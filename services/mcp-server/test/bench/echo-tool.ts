import { defineTool } from '@sallyport/tool-catalog';
import { z } from 'zod';

/** A tool with nothing behind it: what is measured is the gate alone. */
export const echo = defineTool({
  name: 'echo',
  title: 'Echo',
  description: 'Answers what it was told.',
  tier: 0,
  effect: 'read',
  approval: 'none',
  scope: 'tickets:read',
  input: z.strictObject({ message: z.string().max(1_000) }),
  output: z.strictObject({ message: z.string().max(1_000) }),
  credential: null,
  limits: { timeoutMs: 1_000, callsPerMinute: 1_000, costUsd: 0 },
});

import { defineTool } from '@sallyport/tool-catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { filterResult } from './filter-result.ts';

const tool = defineTool({
  ...{ name: 'get_support_tickets', title: 'Spec', description: 'Spec.', tier: 1, effect: 'read', approval: 'none' },
  ...{ scope: 'tickets:read', credential: null, limits: { timeoutMs: 1_000, callsPerMinute: 100, costUsd: 0 } },
  input: z.strictObject({}),
  output: z.strictObject({
    subject: z.string().max(20_000),
    more: z
      .array(z.strictObject({ id: z.string().max(9) }))
      .max(9)
      .optional(),
  }),
});
const SECRET = 'margaret@brightwell.example';
const filter = (result: Record<string, unknown>) => filterResult({ result, masked: {} }, tool);

describe('a result', () => {
  it.each<[string, Record<string, unknown>]>([
    ['with a field more', { subject: 'a', email: SECRET }],
    ['with a field more deep inside', { subject: 'a', more: [{ id: '1', email: SECRET }] }],
    ['without a field', {}],
    ['with a value of another kind', { subject: { email: SECRET } }],
    ['with a text that is too long', { subject: SECRET.repeat(1_000) }],
  ])('[C-OUT-2] %s does not go out, and the error does not quote it', (_, result) => {
    expect(() => filter(result)).toThrow(/^result of get_support_tickets breaks its schema: /);
    expect(() => filter(result)).not.toThrow(/margaret/);
  });

  it('[C-OUT-5] heavier than 64 KiB does not go out', () => {
    const wide = { ...tool, output: z.strictObject({ texts: z.array(z.string()) }) };
    expect(() => filterResult({ result: { texts: Array(9).fill('x'.repeat(8_000)) }, masked: {} }, wide)).toThrow(
      /larger/,
    );
  });

  it('[C-OUT-2] that keeps its schema goes out as structure and as text', () => {
    const { structured, text, bytes } = filter({ subject: 'ä' });
    expect([structured, text, bytes]).toEqual([{ subject: 'ä' }, '{"subject":"ä"}', 16]);
  });
});

describe('over the wire', () => {
  let fixture: Fixture;
  const definition = { ...tool, name: 'get_support_tickets' };
  beforeAll(async () => {
    const leaky = {
      definition,
      handler: { prepare: async () => ({ outcome: { result: { subject: 'a', email: SECRET }, masked: {} } }) },
    };
    fixture = await startFixture({}, { tools: [leaky] });
  });
  afterAll(() => fixture.close());

  it('[C-OUT-2] a handler that returns too much ends in an error that says nothing but the trace', async () => {
    const { text, body } = await fixture.agent('ada').call('get_support_tickets');
    expect(body.error?.code).toBe(-32603);
    expect(body.error?.message).toMatch(/^Internal error \(trace [0-9a-f]{32}\)$/);
    expect(text + fixture.log.join('')).not.toContain('margaret');
  });
});

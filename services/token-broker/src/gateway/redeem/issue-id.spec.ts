import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueIdOf } from './issue-id.ts';

const KEY = randomBytes(32);
const TOOL = 'escalate_ticket';

describe('[C-IN-3] the id of a ticket at Linear', () => {
  it('is a version 4 UUID, the same every time and for every spelling of the ticket id', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (tenant, ticket) => {
        const id = issueIdOf(KEY, tenant, TOOL, ticket);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(issueIdOf(KEY, tenant, TOOL, ticket.toUpperCase())).toBe(id);
      }),
    );
  });

  it('is another for another tenant, tool, ticket or key', () => {
    const ticket = randomUUID();
    const ids = [
      issueIdOf(KEY, 'harbor', TOOL, ticket),
      issueIdOf(KEY, 'meridian', TOOL, ticket),
      issueIdOf(KEY, 'harbor', 'other_tool', ticket),
      issueIdOf(KEY, 'harbor', TOOL, randomUUID()),
      issueIdOf(randomBytes(32), 'harbor', TOOL, ticket),
    ];
    expect(new Set(ids).size).toBe(5);
  });

  it('cannot be reached by a tenant whose name runs into the tool’s', () => {
    expect(issueIdOf(KEY, 'a|b', 'c', 't')).not.toBe(issueIdOf(KEY, 'a', 'b|c', 't'));
    expect(issueIdOf(KEY, 'a","b', 'c', 't')).not.toBe(issueIdOf(KEY, 'a', 'b","c', 't'));
  });
});

import { ROLES } from '@sallyport/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ada, escalating } from '../test/questions.ts';
import { CompiledPolicy } from './compiled-policy.ts';

let policy: CompiledPolicy;
beforeAll(async () => {
  policy = await CompiledPolicy.load();
});

const TOOLS = ['get_support_tickets', 'escalate_ticket', 'delete_issue', 'drop_tables'];
const PLACEMENTS = ['read', 'write', 'combined'] as const;
const RESOURCES = {
  'own tenant': { tenant: 'harbor' },
  'own team': { tenant: 'harbor', team: 'PAY' },
  'unlisted team': { tenant: 'harbor', team: 'LEGAL' },
  'other tenant': { tenant: 'meridian', team: 'PAY' },
};

/** The demand, said a second time and in another way than Rego says it. */
function expected(role: string, tool: string, placement: string, resource: string): string[] {
  const reasons: string[] = [];
  if (tool === 'drop_tables') reasons.push('tool_not_listed', 'tool_unknown');
  else {
    if (role === 'platform_admin') reasons.push('role_not_permitted');
    const home = tool === 'get_support_tickets' ? 'read' : 'write';
    if (placement !== 'combined' && placement !== home) reasons.push('placement_not_permitted');
  }
  if (resource === 'unlisted team') reasons.push('target_not_permitted');
  if (resource === 'other tenant') reasons.push('tenant_mismatch');
  return reasons.sort();
}

describe('[C-AZ-4] [C-AZ-5] mcp.tool_call, role × tool × placement × resource', () => {
  for (const role of ROLES) {
    it.each(TOOLS)(`${role} calls %s`, (tool) => {
      for (const placement of PLACEMENTS) {
        for (const [name, resource] of Object.entries(RESOURCES)) {
          const question = { ...escalating, subject: { ...ada, roles: [role] }, tool, placement, resource };
          const decision = policy.toolCall(question);
          const reasons = expected(role, tool, placement, name);
          expect({ placement, name, reasons: decision.reasons }).toEqual({ placement, name, reasons });
          expect(decision.allow).toBe(reasons.length === 0);
        }
      }
    });
  }

  it('demands the durable record for tier 2 and the fingerprint of the arguments from tier 1', () => {
    expect(policy.toolCall(escalating).obligations).toEqual(['audit_before_act', 'log_arguments']);
    expect(policy.toolCall({ ...escalating, tool: 'get_support_tickets' }).obligations).toEqual(['log_arguments']);
  });

  it('[C-ID-9] refuses a write after a weak sign-in, and not a read', () => {
    const subject = { ...ada, acr: 'pwd' };
    expect(policy.toolCall({ ...escalating, subject }).reasons).toEqual(['acr_insufficient']);
    expect(policy.toolCall({ ...escalating, subject, tool: 'get_support_tickets' }).allow).toBe(true);
  });
});

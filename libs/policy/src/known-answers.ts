import type { Reason } from '@sallyport/contracts';
import { PolicyBundleError } from './bundle-error.ts';
import { judge } from './judgement.ts';
import type { Entrypoint } from './manifest.ts';

/**
 * A whole question by somebody with no role and no scope, about another tenant and a name in no catalogue. Its answer
 * depends on no data, so every bundle must know it; a policy that allows everything, or says no without looking, does not.
 */
const subject = { type: 'person', sub: 'nobody', tenant: 'here', roles: [], scopes: [], acr: 'none', amr: [] };
const context = { environment: 'production', network: 'unknown', device: 'unknown', hour: 0 };

const KNOWN: { entrypoint: Entrypoint; question: object; reasons: Reason[] }[] = [
  {
    entrypoint: 'mcp/tool_call/decision',
    question: { subject, context, agent: 'x', tool: 'no-tool', placement: 'write', resource: { tenant: 'elsewhere' } },
    reasons: ['tenant_mismatch', 'tool_not_listed', 'tool_unknown'],
  },
  {
    entrypoint: 'broker/token_exchange/decision',
    question: {
      subject,
      context,
      actors: [],
      client: 'no-client',
      audience: 'a',
      client_resource: 'b',
      tool: 'no-tool',
      operation: 'noOperation',
      target: { tenant: 'elsewhere' },
      approval: null,
    },
    reasons: [
      'client_not_permitted',
      'operation_not_permitted',
      'scope_exceeds_tool',
      'subject_token_foreign',
      'target_not_permitted',
      'tenant_mismatch',
      'token_claim_missing',
      'tool_not_listed',
      'tool_unknown',
    ],
  },
  {
    entrypoint: 'audit/access/decision',
    question: { subject, context, action: 'export', resource: { tenant: 'elsewhere' } },
    reasons: ['scope_missing', 'tenant_mismatch'],
  },
];

/** Answer of an entrypoint to a question in JSON, unchecked; throws whatever went wrong. */
export type Ask = (entrypoint: Entrypoint, question: string) => unknown;

/**
 * Asks every entrypoint the question whose answer is known, and an empty one, which must never be allowed.
 * Throws `PolicyBundleError` for any other answer.
 */
export async function demandKnownAnswers(ask: Ask): Promise<void> {
  for (const { entrypoint, question, reasons } of KNOWN) {
    const known = judge(await answerOf(ask, entrypoint, question));
    const empty = judge(await answerOf(ask, entrypoint, {}));
    if (known.reasons.join() !== reasons.join() || !empty.reasons.includes('default_deny')) {
      throw new PolicyBundleError(`${entrypoint} does not give the known answer`);
    }
  }
}

async function answerOf(ask: Ask, entrypoint: Entrypoint, question: object): Promise<unknown> {
  try {
    return await ask(entrypoint, JSON.stringify(question));
  } catch {
    return undefined;
  }
}

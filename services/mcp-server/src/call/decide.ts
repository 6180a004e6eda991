import {
  type Caller,
  type ContextFacts,
  type Decision,
  MCP_SCOPES,
  type Reason,
  type ToolCallQuestion,
} from '@sallyport/contracts';
import { withSpan } from '@sallyport/telemetry';
import type { ToolDefinition } from '@sallyport/tool-catalog';
import type { LimitedCall } from './limit.ts';
import { refuse } from './refusal.ts';

declare const admitted: unique symbol;
/** A call that policy allowed: nothing but `Decide.admit` makes one. */
export type AdmittedCall = LimitedCall & { readonly decision: Decision; readonly [admitted]: true };

/** The part of the policy library that is used here. */
export interface ToolCallPolicy {
  toolCall(question: ToolCallQuestion): Decision | Promise<Decision>;
}

export interface DecideOptions {
  policy: ToolCallPolicy;
  placement: 'read' | 'write' | 'combined';
  environment: ContextFacts['environment'];
  /** Milliseconds since the epoch. */
  now(): number;
}

/** With one of these a tool does not exist for the caller; with any other reason it exists and the call is refused. */
const HIDING: ReadonlySet<Reason> = new Set<Reason>([
  'tool_unknown',
  'tool_not_listed',
  'role_not_permitted',
  'tenant_mismatch',
  'placement_not_permitted',
  'subject_not_person',
]);
/** Without a whole answer nothing is shown (C-AZ-9). */
const WITHHOLDING: ReadonlySet<Reason> = new Set<Reason>(['default_deny', 'policy_unavailable']);

const hides = ({ reasons }: Decision): boolean => reasons.some((reason) => HIDING.has(reason));

/** Everything to ask for in one step-up: what the token holds already and what the tool needs, so that nothing is lost. */
const scopesFor = (tool: ToolDefinition, caller: Caller): string[] =>
  MCP_SCOPES.filter((scope) => scope === tool.scope || caller.scopes.includes(scope));

/** Asks `mcp.tool_call` for every call (C-AZ-4). */
export class Decide {
  constructor(private readonly options: DecideOptions) {}

  /** @throws CallRefused tool_unknown, scope_missing, denied_by_policy */
  admit(call: LimitedCall): Promise<AdmittedCall> {
    const { definition } = call.tool;
    const attributes = { 'tool.name': definition.name, 'tenant.id': call.caller.tenant };
    return withSpan('policy.evaluate', attributes, async () => {
      const { team } = call.args as { team?: string };
      const decision = await this.#ask(definition, call.caller, team);
      if (decision.allow) return { ...call, decision } as AdmittedCall;
      const { reasons } = decision;
      if (hides(decision)) refuse({ reason: 'tool_unknown', decision });
      // RFC 6750 §3.1: scopes are what the client can do something about, so they are said first.
      if (reasons.includes('scope_missing')) {
        refuse({ reason: 'scope_missing', scopes: scopesFor(definition, call.caller), decision });
      }
      return refuse({ reason: 'denied_by_policy', reasons, decision, approval: definition.approval });
    });
  }

  /** @throws CallRefused tool_unknown when the tool does not exist for this caller */
  async demandVisible(tool: ToolDefinition, caller: Caller): Promise<void> {
    const decision = await this.#ask(tool, caller, undefined);
    if (hides(decision)) refuse({ reason: 'tool_unknown', decision });
  }

  /** Whether `tools/list` names the tool: also one whose scope is still to be asked for, so that step-up can happen. */
  async shows(tool: ToolDefinition, caller: Caller): Promise<boolean> {
    const decision = await this.#ask(tool, caller, undefined);
    return !hides(decision) && !decision.reasons.some((reason) => WITHHOLDING.has(reason));
  }

  async #ask(tool: ToolDefinition, caller: Caller, team: string | undefined): Promise<Decision> {
    const { policy, placement, environment, now } = this.options;
    return policy.toolCall({
      subject: {
        type: 'person',
        sub: caller.sub,
        tenant: caller.tenant,
        roles: caller.roles,
        scopes: caller.scopes,
        acr: caller.acr ?? 'unknown',
        amr: caller.amr,
      },
      agent: caller.clientId,
      tool: tool.name,
      placement,
      resource: { tenant: caller.tenant, ...(team === undefined ? {} : { team }) },
      // Nobody vouches for network and device on this wire yet: they are unknown, and policy says what that means.
      context: { environment, network: 'unknown', device: 'unknown', hour: new Date(now()).getUTCHours() },
    });
  }
}

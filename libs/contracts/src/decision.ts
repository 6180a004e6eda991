import { z } from 'zod';
import { REASONS } from './reasons.ts';

/** What policy answers, whatever was asked; `reasons` is empty exactly when `allow` is true. */
export const decisionResult = z.strictObject({
  allow: z.boolean(),
  reasons: z.array(z.enum(REASONS)),
  obligations: z.array(z.string().max(100)).max(16),
});
export type DecisionResult = z.infer<typeof decisionResult>;

/** A decision that can be pointed at: `id` is `d-<uuidv7>`, `revision` names the policy bundle that answered. */
export interface Decision extends DecisionResult {
  id: string;
  revision: string;
}

/** Facts about the person and agent that policy sees; context that nobody vouches for is `unknown`. */
export interface SubjectFacts {
  type: 'person' | 'workload';
  sub: string;
  tenant: string;
  roles: string[];
  scopes: string[];
  acr: string;
  amr: string[];
}
export interface ContextFacts {
  environment: 'production' | 'development';
  network: 'trusted' | 'untrusted' | 'unknown';
  device: 'managed' | 'unmanaged' | 'unknown';
  /** Hour of the day in UTC, 0–23. */
  hour: number;
}

/** `mcp.tool_call`: may this call run? */
export interface ToolCallQuestion {
  subject: SubjectFacts;
  /** OAuth client id of the agent. */
  agent: string;
  tool: string;
  placement: 'read' | 'write' | 'combined';
  /** Tenant and id of what is touched, as far as known before the call runs. */
  resource: { tenant: string; team?: string | undefined };
  context: ContextFacts;
}

/** `broker.token_exchange`: may this credential exist? */
export interface TokenExchangeQuestion {
  subject: SubjectFacts;
  /** Actors of the subject token, outermost first. */
  actors: string[];
  /** Authenticated OAuth client that asks (the mcp-server placement). */
  client: string;
  /** `aud` of the subject token. */
  audience: string;
  /** The resource that client is allowed to present tokens for. */
  client_resource: string;
  tool: string;
  operation: string;
  target: { tenant: string; team?: string | undefined; ticket?: string | undefined; issue?: string | undefined };
  approval: { id: string; approvers: string[] } | null;
  context: ContextFacts;
}

/** `audit.access`: may this person see or export this? */
export interface AuditAccessQuestion {
  subject: SubjectFacts;
  action: 'read' | 'export';
  resource: { tenant: string };
  context: ContextFacts;
}

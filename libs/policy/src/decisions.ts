import { randomUUIDv7 } from 'node:crypto';
import type {
  AuditAccessQuestion,
  Decision,
  DecisionResult,
  TokenExchangeQuestion,
  ToolCallQuestion,
} from '@sallyport/contracts';
import type { Entrypoint } from './manifest.ts';

/** The three questions of the house; an engine answers them at once or in a moment. */
export abstract class Decisions<Answered extends Decision | Promise<Decision>> {
  /** Names the bundle: `r-` and 12 hex digits. */
  abstract readonly revision: string;
  protected abstract decide(entrypoint: Entrypoint, question: unknown): Answered;

  /** `mcp.tool_call`: may this call run? */
  toolCall(question: ToolCallQuestion): Answered {
    return this.decide('mcp/tool_call/decision', question);
  }

  /** `broker.token_exchange`: may this credential exist? */
  tokenExchange(question: TokenExchangeQuestion): Answered {
    return this.decide('broker/token_exchange/decision', question);
  }

  /** `audit.access`: may this person see or export this? */
  auditAccess(question: AuditAccessQuestion): Answered {
    return this.decide('audit/access/decision', question);
  }

  /** Whether the engine answers as it must, now; for readiness. */
  abstract ready(): Promise<boolean>;
  abstract close(): void;
}

/** An answer with its own id. Copies: a caller that changes its decision must not change a remembered one. */
export const decisionOf = ({ allow, reasons, obligations }: DecisionResult, revision: string): Decision => ({
  allow,
  reasons: [...reasons],
  obligations: [...obligations],
  id: `d-${randomUUIDv7()}`,
  revision,
});

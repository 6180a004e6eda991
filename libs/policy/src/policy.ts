import { randomUUIDv7 } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type {
  AuditAccessQuestion,
  Decision,
  DecisionResult,
  TokenExchangeQuestion,
  ToolCallQuestion,
} from '@sallyport/contracts';
import { readBundle } from './bundle.ts';
import { Engine } from './engine.ts';
import { judge, UNAVAILABLE } from './judgement.ts';
import { demandKnownAnswers } from './known-answers.ts';
import type { Entrypoint } from './manifest.ts';
import { RecentAnswers } from './recent-answers.ts';

/** Beside `src` and `dist` alike. */
const COMMITTED_BUNDLE = fileURLToPath(new URL('../bundle/', import.meta.url));

/**
 * Answers the three questions from a compiled bundle, in process and synchronously. It never throws and never allows
 * by accident: no answer, or one that makes no sense, is `{allow: false, reasons: ['policy_unavailable']}` (C-AZ-9).
 */
export class Policy {
  /** Names the bundle: `r-` and 12 hex digits. */
  readonly revision: string;
  readonly #engine: Engine;
  readonly #recent = {
    'mcp/tool_call/decision': new RecentAnswers(),
    'broker/token_exchange/decision': new RecentAnswers(),
    'audit/access/decision': new RecentAnswers(),
  } satisfies Record<Entrypoint, RecentAnswers>;

  private constructor(revision: string, engine: Engine) {
    this.revision = revision;
    this.#engine = engine;
  }

  /**
   * Loads a bundle (default: the committed one) and asks it questions with known answers before anybody may use it.
   * Throws `PolicyBundleError` for a missing, changed, sweeping, incomplete or wrongly answering bundle.
   */
  static async load(dir: string = COMMITTED_BUNDLE): Promise<Policy> {
    const bundle = await readBundle(dir);
    const engine = new Engine(bundle);
    demandKnownAnswers(engine);
    return new Policy(bundle.revision, engine);
  }

  /** `mcp.tool_call`: may this call run? */
  toolCall(question: ToolCallQuestion): Decision {
    return this.#decide('mcp/tool_call/decision', question);
  }

  /** `broker.token_exchange`: may this credential exist? */
  tokenExchange(question: TokenExchangeQuestion): Decision {
    return this.#decide('broker/token_exchange/decision', question);
  }

  /** `audit.access`: may this person see or export this? */
  auditAccess(question: AuditAccessQuestion): Decision {
    return this.#decide('audit/access/decision', question);
  }

  #decide(entrypoint: Entrypoint, question: unknown): Decision {
    const { allow, reasons, obligations } = this.#answer(entrypoint, question);
    // Copies: a caller that changes its decision must not change the remembered one.
    return {
      allow,
      reasons: [...reasons],
      obligations: [...obligations],
      id: `d-${randomUUIDv7()}`,
      revision: this.revision,
    };
  }

  #answer(entrypoint: Entrypoint, question: unknown): DecisionResult {
    try {
      const asked = JSON.stringify(question);
      const known = this.#recent[entrypoint].get(asked);
      if (known) return known;
      const answer = judge(this.#engine.ask(entrypoint, asked));
      if (answer !== UNAVAILABLE) this.#recent[entrypoint].set(asked, answer);
      return answer;
    } catch {
      return UNAVAILABLE;
    }
  }
}

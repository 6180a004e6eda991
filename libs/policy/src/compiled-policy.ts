import { fileURLToPath } from 'node:url';
import type { Decision, DecisionResult } from '@sallyport/contracts';
import { type Bundle, readBundle, readSignedBundle } from './bundle.ts';
import { Decisions, decisionOf } from './decisions.ts';
import { judge, UNAVAILABLE } from './judgement.ts';
import { demandKnownAnswers } from './known-answers.ts';
import type { Entrypoint } from './manifest.ts';
import { RecentAnswers } from './recent-answers.ts';
import { WasmEngine } from './wasm-engine.ts';

/** Beside `src` and `dist` alike. */
const COMMITTED_BUNDLE = fileURLToPath(new URL('../bundle/', import.meta.url));

/**
 * Answers the three questions from a compiled bundle, in process and synchronously. It never throws and never allows
 * by accident: no answer, or one that makes no sense, is `{allow: false, reasons: ['policy_unavailable']}` (C-AZ-9).
 */
export class CompiledPolicy extends Decisions<Decision> {
  readonly revision: string;
  readonly #engine: WasmEngine;
  readonly #recent = {
    'mcp/tool_call/decision': new RecentAnswers(),
    'broker/token_exchange/decision': new RecentAnswers(),
    'audit/access/decision': new RecentAnswers(),
  } satisfies Record<Entrypoint, RecentAnswers>;

  private constructor(revision: string, engine: WasmEngine) {
    super();
    this.revision = revision;
    this.#engine = engine;
  }

  /**
   * Loads a bundle directory (default: the committed one) and asks it questions with known answers before anybody may use it.
   * Throws `PolicyBundleError` for a missing, changed, sweeping, incomplete or wrongly answering bundle.
   */
  static async load(dir: string = COMMITTED_BUNDLE): Promise<CompiledPolicy> {
    return CompiledPolicy.#from(await readBundle(dir));
  }

  /**
   * The same from an archive that bears the signature of the key in `keyFile`.
   * Throws `PolicyBundleError` also for one that is unsigned, changed, or signed by another key.
   */
  static async loadSigned(archive: string, keyFile: string): Promise<CompiledPolicy> {
    return CompiledPolicy.#from(await readSignedBundle(archive, keyFile));
  }

  static async #from(bundle: Bundle): Promise<CompiledPolicy> {
    const engine = new WasmEngine(bundle);
    await demandKnownAnswers((entrypoint, question) => engine.ask(entrypoint, question));
    return new CompiledPolicy(bundle.revision, engine);
  }

  protected decide(entrypoint: Entrypoint, question: unknown): Decision {
    return decisionOf(this.#answer(entrypoint, question), this.revision);
  }

  /** What it loaded it has. */
  async ready(): Promise<boolean> {
    return true;
  }

  close(): void {}

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

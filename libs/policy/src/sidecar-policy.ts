import { Agent, request } from 'node:http';
import type { Decision } from '@sallyport/contracts';
import { z } from 'zod';
import { PolicyBundleError } from './bundle-error.ts';
import { Decisions, decisionOf } from './decisions.ts';
import { judge, UNAVAILABLE } from './judgement.ts';
import { demandKnownAnswers } from './known-answers.ts';
import type { Entrypoint } from './manifest.ts';

interface Answer {
  result: unknown;
  revision: string;
}

export interface SidecarOptions {
  /** Unix socket of `opa run --server`. */
  socketPath: string;
  /** How long one answer may take, in milliseconds. */
  budgetMs: number;
  /** How long to wait for a sidecar that has just been started, in milliseconds. */
  waitMs?: number;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
}

/** OPA's answer to `POST /v1/data/…?provenance=true`, as far as it is read. */
const answerBody = z.object({
  result: z.unknown(),
  provenance: z.object({ bundles: z.record(z.string(), z.object({ revision: z.string().max(64) })) }),
});

const MAX_ANSWER_BYTES = 65_536;
/** After this many failures in a row nobody is asked for a while: callers are refused at once instead of after the budget. */
const BREAK_AFTER = 5;
const BREAK_MS = 250;

const WAIT_MS = 15_000;
const LOOK_AGAIN_MS = 200;

/**
 * Asks the OPA sidecar over its socket. It never throws and never allows by accident. A bundle revision that was not seen
 * before must give the known answers before any other answer of it counts: what the sidecar loads is judged here again.
 */
export class SidecarPolicy extends Decisions<Promise<Decision>> {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #options: SidecarOptions;
  readonly #now: () => number;
  /** Revision → its proof, under way or done. */
  readonly #proofs = new Map<string, Promise<void>>();
  #revision = 'none';
  #failures = 0;
  #brokenUntil = 0;

  private constructor(options: SidecarOptions) {
    super();
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** @throws PolicyBundleError when the sidecar does not give the known answers in time */
  static async open(options: SidecarOptions): Promise<SidecarPolicy> {
    const policy = new SidecarPolicy(options);
    const deadline = policy.#now() + (options.waitMs ?? WAIT_MS);
    while (!(await policy.ready())) {
      if (policy.#now() >= deadline) {
        policy.close();
        throw new PolicyBundleError('the policy sidecar does not give the known answers');
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return policy;
  }

  get revision(): string {
    return this.#revision;
  }

  async ready(): Promise<boolean> {
    return demandKnownAnswers(async (entrypoint, question) => (await this.#ask(entrypoint, question)).result).then(
      () => true,
      () => false,
    );
  }

  close(): void {
    this.#agent.destroy();
  }

  protected async decide(entrypoint: Entrypoint, question: unknown): Promise<Decision> {
    try {
      const { result, revision } = await this.#ask(entrypoint, JSON.stringify(question));
      return decisionOf(judge(result), revision);
    } catch {
      return decisionOf(UNAVAILABLE, this.#revision);
    }
  }

  /** @throws Error without an answer in time, or where the bundle that answers does not prove itself */
  async #ask(entrypoint: Entrypoint, question: string): Promise<Answer> {
    if (this.#now() < this.#brokenUntil) throw new Error('the policy engine is not asked for a moment');
    try {
      const answer = await this.#post(entrypoint, question);
      await this.#proven(answer.revision);
      this.#failures = 0;
      return answer;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= BREAK_AFTER) this.#brokenUntil = this.#now() + BREAK_MS;
      throw error;
    }
  }

  async #proven(revision: string): Promise<void> {
    let proof = this.#proofs.get(revision);
    if (!proof) {
      // One bundle more than the one in use: a swap under way. Older ones prove themselves again.
      if (this.#proofs.size > 1) this.#proofs.clear();
      proof = demandKnownAnswers(async (entrypoint, question) => (await this.#post(entrypoint, question)).result);
      this.#proofs.set(revision, proof);
      proof.catch(() => this.#proofs.delete(revision));
    }
    await proof;
    this.#revision = revision;
  }

  #post(entrypoint: Entrypoint, question: string): Promise<Answer> {
    const { socketPath, budgetMs } = this.#options;
    // The question is JSON already; it is carried as it is.
    const body = Buffer.from(`{"input":${question}}`);
    return new Promise((resolve, reject) => {
      const asked = request({
        socketPath,
        path: `/v1/data/${entrypoint}?provenance=true`,
        method: 'POST',
        agent: this.#agent,
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      });
      const budget = setTimeout(() => asked.destroy(new Error('the policy engine took too long')), budgetMs);
      const settle = (deed: () => void) => {
        clearTimeout(budget);
        deed();
      };
      asked.on('error', (error) => settle(() => reject(error)));
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) asked.destroy(new Error('the policy engine said too much'));
          else chunks.push(chunk);
        });
        response.on('error', (error) => settle(() => reject(error)));
        response.on('end', () =>
          settle(() => {
            try {
              if (response.statusCode !== 200) throw new Error(`the policy engine answered ${response.statusCode}`);
              resolve(readAnswer(Buffer.concat(chunks)));
            } catch (error) {
              reject(error as Error);
            }
          }),
        );
      });
      asked.end(body);
    });
  }
}

function readAnswer(bytes: Buffer): Answer {
  const { result, provenance } = answerBody.parse(JSON.parse(bytes.toString('utf8')));
  const [bundle, ...more] = Object.values(provenance.bundles);
  if (!bundle || more.length > 0) throw new Error('the policy engine does not answer from one bundle');
  return { result, revision: bundle.revision };
}

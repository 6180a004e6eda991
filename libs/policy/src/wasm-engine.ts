import * as opa from '@open-policy-agent/opa-wasm';
import type { Bundle } from './bundle.ts';
import { PolicyBundleError } from './bundle-error.ts';
import { ENTRYPOINTS, type Entrypoint } from './manifest.ts';

// Its types name `loadPolicySync` as an export; the module itself has it on the default export only.
const { loadPolicySync } = (opa as unknown as { default: typeof opa }).default;

/** Longest question in UTF-16 units: about twice the longest one the contracts allow; more never reaches the module. */
const MAX_QUESTION_LENGTH = 32_768;

/** Runs the compiled policy in process. An instance that threw is not asked again: its stack is in an unknown state. */
export class WasmEngine {
  readonly #bundle: Bundle;
  readonly #encoder = new TextEncoder();
  #instance: opa.LoadedPolicy | undefined;

  /** Throws `PolicyBundleError` where the module does not run, or its entrypoints are not exactly the ones expected. */
  constructor(bundle: Bundle) {
    this.#bundle = bundle;
    let entrypoints: string[];
    try {
      this.#instance = this.#start();
      entrypoints = Object.keys(this.#instance.entrypoints).sort();
    } catch (cause) {
      throw new PolicyBundleError('policy.wasm: is not a policy', { cause });
    }
    if (entrypoints.join() !== [...ENTRYPOINTS].join()) {
      throw new PolicyBundleError(`policy.wasm: answers [${entrypoints.join(', ')}], not [${ENTRYPOINTS.join(', ')}]`);
    }
  }

  /** Answer of `entrypoint` to a question in JSON, unchecked. Throws whatever went wrong. */
  ask(entrypoint: Entrypoint, question: string): unknown {
    if (question.length > MAX_QUESTION_LENGTH) throw new RangeError('question too long');
    this.#instance ??= this.#start();
    try {
      const results: unknown = this.#instance.evaluate(this.#encoder.encode(question).buffer, entrypoint);
      return Array.isArray(results) && results.length === 1 ? results[0].result : undefined;
    } catch (error) {
      this.#instance = undefined;
      throw error;
    }
  }

  #start(): opa.LoadedPolicy {
    const instance = loadPolicySync(this.#bundle.wasm);
    instance.setData(this.#bundle.data);
    return instance;
  }
}

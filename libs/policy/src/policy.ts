import type { Decision } from '@sallyport/contracts';
import { PolicyBundleError } from './bundle-error.ts';
import { CompiledPolicy } from './compiled-policy.ts';
import type { Decisions } from './decisions.ts';
import { SidecarPolicy } from './sidecar-policy.ts';

/** What a service asks, whichever engine answers. */
export type Policy = Decisions<Decision> | Decisions<Promise<Decision>>;

export interface PolicyOptions {
  /** `wasm`: in this process. `opa`: the sidecar beside it, from the same bundle. */
  engine: 'wasm' | 'opa';
  /** Bundle of the wasm engine: a directory, or with a key a signed archive. Default: the committed directory. */
  bundle?: string | undefined;
  /** PEM file of the key whose signature an archive must bear. */
  bundleKeyFile?: string | undefined;
  /** Unix socket of the sidecar. */
  socketPath?: string | undefined;
  /** How long the sidecar may take for one answer, in milliseconds. */
  budgetMs?: number | undefined;
}

const BUDGET_MS = 250;

/**
 * Opens the engine that the configuration names, once it gave the known answers.
 * @throws PolicyBundleError for a bundle that must not be used, or a sidecar that does not answer as one must
 */
export async function openPolicy(options: PolicyOptions): Promise<Policy> {
  const { engine, bundle, bundleKeyFile, socketPath, budgetMs = BUDGET_MS } = options;
  if (engine === 'opa') {
    if (!socketPath) throw new PolicyBundleError('the policy engine opa needs its socket');
    return SidecarPolicy.open({ socketPath, budgetMs });
  }
  if (bundleKeyFile === undefined) return CompiledPolicy.load(bundle);
  // The committed directory comes with the code: a key would prove nothing about it.
  if (!bundle) throw new PolicyBundleError('a bundle key needs a signed bundle to prove');
  return CompiledPolicy.loadSigned(bundle, bundleKeyFile);
}

/** A policy bundle that must not be used; the message names the file and the rule, never content. */
export class PolicyBundleError extends Error {
  override name = 'PolicyBundleError';
}

import { Refused, type ReplayStore, variablesDigest, verifyCapability, verifyDpopProof } from '@sallyport/authn';
import type { AuthorizationDetail, CapabilityClaims } from '@sallyport/contracts';
import type { JWK } from 'jose';
import type { Presented } from './presented.ts';

/** A capability the issuer signed for this gateway, presented by the key it is for, with the variables it is for. */
export interface ProvenCapability {
  claims: CapabilityClaims;
  detail: AuthorizationDetail;
  variables: Record<string, unknown>;
}

export interface ProofOfCapabilityOptions {
  /** `iss` of capabilities. */
  issuer: string;
  /** Base URL of this gateway: the audience. */
  audience: string;
  /** URL of the endpoint, as it stands in the DPoP proof. */
  endpoint: string;
  /** The issuer's keys; `refresh` when a key is unknown. */
  issuerKeys: (refresh?: boolean) => Promise<readonly JWK[]>;
  replay: ReplayStore;
  now: () => number;
}

/**
 * Signature, times and audience; then the proof of possession (RFC 9449 §4.3); then that key and variables are the ones
 * the capability names. The cheap checks that need no secret come first, and none of them leaves a trace.
 * @throws Refused capability_*, dpop_*, variables_mismatch, downstream_unavailable (issuer keys cannot be had)
 */
export async function proveCapability(
  options: ProofOfCapabilityOptions,
  { capability, proof, variables }: Presented,
): Promise<ProvenCapability> {
  const now = options.now();
  const claims = await verified(options, capability, now);
  const { jkt } = await verifyDpopProof(proof, {
    method: 'POST',
    url: options.endpoint,
    accessToken: capability,
    now,
    replay: options.replay,
  });
  if (jkt !== claims.cnf.jkt) throw new Refused('capability_foreign_key');
  const [detail] = claims.authorization_details;
  if (digestOf(variables) !== detail.variables_digest) throw new Refused('variables_mismatch');
  return { claims, detail, variables };
}

async function verified(
  { issuer, audience, issuerKeys }: ProofOfCapabilityOptions,
  capability: string,
  now: number,
): Promise<CapabilityClaims> {
  const attempt = async (refresh: boolean) =>
    verifyCapability(capability, { issuer, audience, keys: await keysOf(issuerKeys, refresh), now });
  try {
    return await attempt(false);
  } catch (error) {
    // The issuer may have rotated its key since we last looked.
    if (error instanceof Refused && error.detail.cause === 'unknown key') return attempt(true);
    throw error;
  }
}

async function keysOf(issuerKeys: ProofOfCapabilityOptions['issuerKeys'], refresh: boolean): Promise<readonly JWK[]> {
  try {
    return await issuerKeys(refresh);
  } catch {
    throw new Refused('downstream_unavailable', { service: 'issuer', deed: 'keys' });
  }
}

function digestOf(variables: Record<string, unknown>): string | undefined {
  try {
    return variablesDigest(variables);
  } catch {
    // Nested beyond what the canonical form can be made of: certainly not what the issuer was asked about.
    return undefined;
  }
}

import type { SignedIn } from '@sallyport/contracts';
import type { Json } from './envelope.ts';

/** One hop of authority: who received it, under which id, from which parent. */
export interface Hop {
  uid: string;
  parent_uid: string;
  delegate: string;
}

/**
 * The chain of authority, person first: the grant to the agent, each further actor (RFC 8693 §4.1 `act`, stored outermost
 * first), and the credential made for one action. One missing parent makes a lineage unrecoverable, so every hop has one;
 * without a grant nothing was delegated.
 */
export function chainOf(who: SignedIn, credentialId?: string): Hop[] {
  const delegates = who.actors.length > 0 ? who.actors.toReversed() : [who.agent];
  const hops: Hop[] = [];
  if (who.grantId === undefined) return hops;
  let parent = `person:${who.sub}`;
  for (const [depth, delegate] of delegates.entries()) {
    const uid = depth === 0 ? who.grantId : `${who.grantId}/${depth}`;
    hops.push({ uid, parent_uid: parent, delegate });
    parent = uid;
  }
  const last = delegates.at(-1) as string;
  if (credentialId !== undefined) hops.push({ uid: credentialId, parent_uid: parent, delegate: last });
  return hops;
}

/** The person as an OCSF user: id and display name of staff who acted; nothing of any customer. */
export function userOf(who: SignedIn): Json {
  return { uid: who.sub, full_name: who.name, type_id: 1, type: 'User', org: { uid: who.tenant } };
}

/** OCSF 1.9 `actor` (the principal), `ai_agent` (the delegate) and `delegation` (under what authority). */
export function actingFor(who: SignedIn, credentialId?: string): { attributes: Json; unmapped: Json } {
  const chain = chainOf(who, credentialId);
  const actor = { user: userOf(who), app_uid: who.agent };
  const hop = chain.at(-1);
  if (!hop) return { attributes: { actor, ai_agent: { uid: who.agent } }, unmapped: {} };
  const { uid, parent_uid } = hop;
  return {
    attributes: {
      actor: { ...actor, session: { uid: who.grantId } },
      ai_agent: { uid: who.agent, instance_uid: who.grantId },
      delegation: { uid, parent_uid, issuer_uid: 'token-broker-issuer' },
    },
    unmapped: { delegation_root_uid: who.grantId, delegation_chain: chain },
  };
}

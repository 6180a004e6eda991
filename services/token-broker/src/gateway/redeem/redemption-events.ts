import { actorChain, type CapabilityClaims, type EventOf, type Reason, type VaultAccess } from '@sallyport/contracts';
import { eventBase } from '../../record/event-base.ts';

/** The resource every capability is for. */
const RESOURCE = 'https://api.linear.app';

/** What is said in the record about one redemption; ids and words only, never text, code or token. */
export class RedemptionEvents {
  readonly #claims: CapabilityClaims;
  readonly #now: () => number;
  #vault: VaultAccess | undefined;

  constructor(claims: CapabilityClaims, now: () => number) {
    this.#claims = claims;
    this.#now = now;
  }

  /** From now on the record says under which names Vault knows what was read (C-CR-2). */
  readFrom(vault: VaultAccess): void {
    this.#vault = vault;
  }

  /** The intent: this capability is about to be used. */
  redeemed(): EventOf<'capability_redeemed'> {
    return { ...eventBase(this.#now()), kind: 'capability_redeemed', ...this.#facts() };
  }

  refused(reason: Reason): EventOf<'capability_refused'> {
    const { jti: credentialId } = this.#claims;
    return { ...eventBase(this.#now()), kind: 'capability_refused', who: this.#who(), reasons: [reason], credentialId };
  }

  filed(issue: { id: string; identifier: string }, alreadyFiled: boolean, since: number): EventOf<'issue_filed'> {
    return {
      ...eventBase(this.#now()),
      kind: 'issue_filed',
      ...this.#facts(),
      issue: issue.id,
      identifier: issue.identifier,
      alreadyFiled,
      durationMs: this.#now() - since,
      ...this.#vaultFacts(),
    };
  }

  filingFailed(reason: Reason, since: number): EventOf<'issue_filing_failed'> {
    const durationMs = this.#now() - since;
    const outcome = { reasons: [reason], durationMs, ...this.#vaultFacts() };
    return { ...eventBase(this.#now()), kind: 'issue_filing_failed', ...this.#facts(), ...outcome };
  }

  #vaultFacts() {
    return this.#vault === undefined ? {} : { vault: this.#vault };
  }

  #facts() {
    const { jti, exp, iat, decision_id, policy_revision, authorization_details } = this.#claims;
    const [{ operation, target }] = authorization_details;
    const words = [
      target.team && `team ${target.team}`,
      target.ticket && `ticket ${target.ticket}`,
      target.class && `connection ${target.class}`,
    ];
    return {
      who: this.#who(),
      credential: {
        id: jti,
        operation,
        resource: RESOURCE,
        target: words.filter(Boolean).join(', '),
        expiresIn: exp - iat,
      },
      decision: { id: decision_id, revision: policy_revision },
    };
  }

  #who() {
    const { sub, name, tenant, client_id: agent, act, grant_id: grantId } = this.#claims;
    return { sub, name, tenant, agent, actors: actorChain(act).slice(0, 4), grantId };
  }
}

import { randomUUID } from 'node:crypto';
import { actorChain, type CapabilityClaims, type EventOf, type Reason, type VaultAccess } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';

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
    return { ...this.#base(), kind: 'capability_redeemed', ...this.#facts() };
  }

  refused(reason: Reason): EventOf<'capability_refused'> {
    const { jti: credentialId } = this.#claims;
    return { ...this.#base(), kind: 'capability_refused', who: this.#who(), reasons: [reason], credentialId };
  }

  filed(issue: { id: string; identifier: string }, alreadyFiled: boolean, since: number): EventOf<'issue_filed'> {
    return {
      ...this.#base(),
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
    return { ...this.#base(), kind: 'issue_filing_failed', ...this.#facts(), ...outcome };
  }

  #vaultFacts() {
    return this.#vault === undefined ? {} : { vault: this.#vault };
  }

  #base() {
    return { uid: eventId(this.#now()), time: this.#now(), traceId: traceIdOf() };
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

/** UUIDv7 (RFC 9562 §5.7) of that millisecond. */
export function eventId(now: number): string {
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

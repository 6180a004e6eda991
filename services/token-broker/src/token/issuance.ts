import { randomUUID } from 'node:crypto';
import { encryptFor, Refused, type SigningKey, signJwt } from '@sallyport/authn';
import {
  type ActorClaim,
  type AuthorizationDetail,
  CAPABILITY_TTL_SECONDS,
  CAPABILITY_TYP,
  type CapabilityClaims,
  type Decision,
  type EventOf,
  type Operation,
  PERSON_ASSERTION_TYP,
  type PersonAssertionClaims,
  type Who,
} from '@sallyport/contracts';
import type { JWK } from 'jose';
import { eventBase } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';

/** Everything a capability says, decided and allowed. */
export interface AllowedIssuance {
  who: Who;
  act: ActorClaim;
  detail: AuthorizationDetail;
  decision: Decision;
  /** Thumbprint of the key that may redeem it. */
  jkt: string;
}
export interface Issued {
  capability: string;
  expiresIn: number;
}

/** Which login at Vault an operation needs: an assertion for one cannot be used for another. */
function vaultRole(operation: Operation): PersonAssertionClaims['vault_role'] {
  switch (operation) {
    case 'issueCreate':
      return 'linear-issues-create';
    case 'connectLinear':
      return 'linear-onboard';
    case 'issueTrash':
      // No Vault role reads a credential that could trash an issue until approvals exist.
      throw new Refused('operation_not_permitted', { operation });
  }
}

/**
 * Makes capabilities. The only place that does: intent durable, then person assertion and capability, then the record that
 * it was issued; a failure at any step leaves nothing behind that anybody could use.
 */
export class Issuance {
  constructor(
    private readonly key: SigningKey,
    private readonly gatewayKey: JWK,
    private readonly urls: { issuer: string; gateway: string },
    private readonly recorder: Recorder,
    private readonly now: () => number,
  ) {}

  /** @throws Refused audit_unavailable, operation_not_permitted */
  async issue(allowed: AllowedIssuance): Promise<Issued> {
    const { who, detail, decision } = allowed;
    const role = vaultRole(detail.operation);
    const facts = { who, tool: detail.tool, decision: { id: decision.id, revision: decision.revision } };
    await this.recorder.recordDurably([
      { ...eventBase(this.now()), kind: 'token_exchange_requested', ...facts, operation: detail.operation },
    ]);
    const claims = await this.#claims(allowed, role);
    const capability = signJwt(this.key, CAPABILITY_TYP, claims);
    await this.recorder.record({
      ...eventBase(this.now()),
      kind: 'token_exchange_issued',
      ...facts,
      credential: this.#credential(claims, detail),
    });
    return { capability, expiresIn: claims.exp - claims.iat };
  }

  async #claims(allowed: AllowedIssuance, role: PersonAssertionClaims['vault_role']): Promise<CapabilityClaims> {
    const { who, act, detail, decision, jkt } = allowed;
    const iat = Math.floor(this.now() / 1_000);
    const times = { iat, nbf: iat, exp: iat + CAPABILITY_TTL_SECONDS };
    const assertion: PersonAssertionClaims = {
      iss: this.urls.issuer,
      aud: 'vault',
      sub: who.sub,
      tenant: who.tenant,
      jti: randomUUID(),
      ...times,
      vault_role: role,
    };
    return {
      iss: this.urls.issuer,
      aud: this.urls.gateway,
      sub: who.sub,
      name: who.name,
      tenant: who.tenant,
      client_id: who.agent,
      act,
      grant_id: who.grantId,
      jti: randomUUID(),
      ...times,
      cnf: { jkt },
      authorization_details: [detail],
      decision_id: decision.id,
      policy_revision: decision.revision,
      // Encrypted for the gateway: whoever carries the capability cannot log in to Vault with what is inside.
      person_assertion: await encryptFor(this.gatewayKey, signJwt(this.key, PERSON_ASSERTION_TYP, assertion)),
    };
  }

  #credential(claims: CapabilityClaims, detail: AuthorizationDetail): EventOf<'token_exchange_issued'>['credential'] {
    return {
      id: claims.jti,
      operation: detail.operation,
      resource: this.urls.gateway,
      target: targetText(detail),
      expiresIn: claims.exp - claims.iat,
    };
  }
}

/** `team PAY, ticket 0198…`: what a capability is for, in words; every part is an id or an enum. */
export function targetText({ target }: AuthorizationDetail): string {
  return Object.entries(target)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

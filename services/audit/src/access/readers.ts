import { type AccessTokenVerifier, Refused } from '@sallyport/authn';
import {
  type AuditAccessQuestion,
  actorChain,
  type Caller,
  type ContextFacts,
  type Decision,
  type Who,
} from '@sallyport/contracts';
import { HttpRefusal } from '../http/refusal.ts';
import type { OwnFact } from '../own-events/own-events.ts';
import type { Refusal } from '../own-events/refusals.ts';

/** Whose records: a tenant, or the platform itself (policy `audit.access`). */
export const PLATFORM = 'platform';

export interface ReadRequest {
  authorization: string | undefined;
  dpop: string | undefined;
  method: string;
  /** Path of the request; what is recorded as read. */
  path: string;
}

export interface ReadersOptions {
  publicUrl: string;
  tokens: Pick<AccessTokenVerifier, 'verify'>;
  policy: { auditAccess(question: AuditAccessQuestion): Decision | Promise<Decision> };
  environment: ContextFacts['environment'];
  now(): number;
  record(fact: OwnFact): Promise<unknown>;
  refused(refusal: Refusal): void;
}

/** People who read the log: known by token, permitted by policy, recorded before they see anything. */
export class Readers {
  constructor(private readonly options: ReadersOptions) {}

  /** @throws HttpRefusal 401 with the challenge of RFC 6750 §3 */
  async authenticate({ authorization, dpop, method, path }: ReadRequest): Promise<Caller> {
    try {
      const url = `${this.options.publicUrl}${path}`;
      return await this.options.tokens.verify({ authorization, dpop, method, url });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.options.refused({ reasons: [error.reason] });
      const metadata = `resource_metadata="${this.options.publicUrl}/.well-known/oauth-protected-resource"`;
      const failed = error.reason === 'token_missing' ? '' : ', error="invalid_token"';
      throw new HttpRefusal(401, error.reason, {
        'www-authenticate': `Bearer ${metadata}, scope="audit:read"${failed}`,
      });
    }
  }

  /** Asks policy without recording: to leave out what somebody who may read here may not see. */
  async maySee(caller: Caller, tenant: string): Promise<boolean> {
    return (await this.#ask(caller, tenant)).allow;
  }

  /**
   * Lets a person read records of all these tenants, and records that they did, first (C-AU-2).
   * @throws HttpRefusal 403 with the first reason, 503 when the reading cannot be recorded
   */
  async admit(caller: Caller, path: string, tenants: readonly string[]): Promise<void> {
    const decisions = await Promise.all(tenants.map((tenant) => this.#ask(caller, tenant)));
    const denied = decisions.find(({ allow }) => !allow);
    if (denied) {
      this.options.refused({ who: whoOf(caller), reasons: denied.reasons });
      const missing = denied.reasons.includes('scope_missing');
      const challenge = { 'www-authenticate': 'Bearer error="insufficient_scope", scope="audit:read"' };
      throw new HttpRefusal(403, missing ? 'scope_missing' : denied.reasons[0], missing ? challenge : {});
    }
    const { id, revision } = decisions[0] as Decision;
    const fact = { kind: 'audit_read', who: whoOf(caller), action: 'read', resource: path.slice(0, 200) } as const;
    try {
      await this.options.record({ ...fact, decision: { id, revision } });
    } catch (cause) {
      const refusal = new HttpRefusal(503, 'audit_unavailable', { 'retry-after': '1' });
      refusal.cause = cause;
      throw refusal;
    }
  }

  async #ask(caller: Caller, tenant: string): Promise<Decision> {
    const { sub, roles, scopes, acr = 'unknown', amr } = caller;
    const hour = new Date(this.options.now()).getUTCHours();
    return this.options.policy.auditAccess({
      subject: { type: 'person', sub, tenant: caller.tenant, roles, scopes, acr, amr },
      action: 'read',
      resource: { tenant },
      // Nobody vouches for network and device here: they are unknown, and policy says what that means.
      context: { environment: this.options.environment, network: 'unknown', device: 'unknown', hour },
    });
  }
}

function whoOf(caller: Caller): Who {
  const { sub, name, tenant, clientId, act, grantId } = caller;
  return { sub, name, tenant, agent: clientId, actors: actorChain(act), grantId };
}

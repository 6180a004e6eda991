import { Refused } from '@sallyport/authn';
import {
  type AccessTokenClaims,
  type ActorClaim,
  type AuthorizationDetail,
  actorChain,
  type Decision,
  type ExchangeResponse,
  JWT_TOKEN_TYPE,
  type Reason,
  type TokenExchangeQuestion,
  type Who,
} from '@sallyport/contracts';
import type { ExchangeClient } from '../authorization-server/clients.ts';
import type { ConnectHandles } from '../connect/connect-handles.ts';
import { type Connections, connectionClassOf } from '../connect/connections.ts';
import type { ExchangePolicy } from './exchange-policy.ts';
import type { ExchangeRequest } from './exchange-request.ts';
import type { Issuance } from './issuance.ts';
import type { SubjectTokens } from './subject-token.ts';

/** Who is asking: authenticated by `private_key_jwt`, and by a DPoP proof with one of its own keys. */
export interface ProvenClient extends ExchangeClient {
  jkt: string;
}

/** The exchange came to an end without a capability; facts for the record and for the authenticated client. */
export class ExchangeRefused extends Error {
  override readonly name = 'ExchangeRefused';
  constructor(
    readonly reasons: readonly Reason[],
    readonly facts: {
      who?: Who | undefined;
      detail?: AuthorizationDetail | undefined;
      decision?: Decision | undefined;
      interactionUrl?: string | undefined;
    } = {},
  ) {
    super(reasons.join(', '));
  }
}

/** RFC 8693: a person's token in, one capability for one operation out, or nothing at all. */
export class TokenExchange {
  constructor(
    private readonly subjectTokens: SubjectTokens,
    private readonly policy: ExchangePolicy,
    private readonly connections: Connections,
    private readonly handles: ConnectHandles,
    private readonly issuance: Issuance,
  ) {}

  /**
   * Decides before anything is made (C-AZ-3).
   * @throws ExchangeRefused; then nothing was minted
   */
  async run(request: ExchangeRequest, client: ProvenClient, connectUrl: (handle: string) => string) {
    const { detail } = request;
    const subject = await this.subjectTokens.verify(request.subjectToken).catch((error) => {
      throw error instanceof Refused ? new ExchangeRefused([error.reason], { detail }) : error;
    });
    const who = whoOfToken(subject);
    const decision = await this.policy.decide(questionOf(subject, client, detail));
    if (!decision.allow) throw new ExchangeRefused(decision.reasons, { who, detail, decision });
    await this.#requireConnection(who, detail, decision, connectUrl);
    const act: ActorClaim = { sub: client.id, act: subject.act };
    const allowed = { who, act, detail, decision, jkt: client.jkt };
    const { capability, expiresIn } = await this.issuance.issue(allowed).catch((error) => {
      throw error instanceof Refused ? new ExchangeRefused([error.reason], { who, detail, decision }) : error;
    });
    const answer: ExchangeResponse = {
      access_token: capability,
      issued_token_type: JWT_TOKEN_TYPE,
      token_type: 'DPoP',
      expires_in: expiresIn,
      decision_id: decision.id,
    };
    return answer;
  }

  async #requireConnection(
    who: Who,
    detail: AuthorizationDetail,
    decision: Decision,
    connectUrl: (handle: string) => string,
  ): Promise<void> {
    const connection = connectionClassOf(detail.operation);
    if (connection === undefined || (await this.connections.exists(who.sub, connection))) return;
    const interactionUrl = connectUrl(await this.handles.create(who, connection));
    throw new ExchangeRefused(['consent_required'], { who, detail, decision, interactionUrl });
  }
}

const whoOfToken = (claims: AccessTokenClaims): Who => ({
  sub: claims.sub,
  name: claims.name,
  tenant: claims.tenant,
  agent: claims.client_id,
  actors: actorChain(claims.act),
  grantId: claims.grant_id,
});

function questionOf(
  subject: AccessTokenClaims,
  client: ProvenClient,
  { tool, operation, target }: AuthorizationDetail,
): Omit<TokenExchangeQuestion, 'context'> {
  return {
    subject: {
      type: 'person',
      sub: subject.sub,
      tenant: subject.tenant,
      roles: subject.roles,
      scopes: subject.scope.split(' ').filter(Boolean),
      acr: subject.acr ?? '',
      amr: subject.amr ?? [],
    },
    actors: actorChain(subject.act),
    client: client.id,
    audience: subject.aud,
    client_resource: client.resource,
    tool,
    operation,
    target: { tenant: subject.tenant, team: target.team, ticket: target.ticket, issue: target.issue },
    approval: null,
  };
}

import { randomUUID } from 'node:crypto';
import { createDpopProof, type SigningKey, signJwt, variablesDigest } from '@sallyport/authn';
import { ACCESS_TOKEN_TYPE, type AuthorizationDetail, TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import { postForm, type TokenAnswer } from './agent.ts';

export const TICKET = '0b6c2b5e-6f0e-4f5b-9a53-2d1c8f8f7a10';
export const VARIABLES = {
  ticketId: TICKET,
  team: 'PAY',
  title: 'Card payments fail with 502',
  description: 'Since 10:00 every card payment fails.',
  priority: 1,
};

export interface ExchangeWishes {
  /** Parameters to change; undefined removes one. */
  form?: Record<string, string | string[] | undefined>;
  detail?: Partial<AuthorizationDetail>;
  /** Key of the client assertion, and of the DPoP proof. */
  key?: SigningKey;
  proofKey?: SigningKey;
  /** Sent instead of a fresh proof; null sends none. */
  proof?: string | null;
  assertion?: Record<string, unknown>;
}

/** The mcp-server as far as the exchange meets it. */
export class McpServer {
  constructor(
    private readonly issuer: string,
    private readonly gateway: string,
    private readonly key: SigningKey,
    private readonly now: () => number,
    private readonly id = 'mcp-server',
  ) {}

  detail(changes: Partial<AuthorizationDetail> = {}): AuthorizationDetail {
    return {
      type: 'linear_operation',
      operation: 'issueCreate',
      tool: 'escalate_ticket',
      target: { team: 'PAY', ticket: TICKET },
      variables_digest: variablesDigest(VARIABLES),
      ...changes,
    };
  }

  assertion(changes: Record<string, unknown> = {}, key = this.key): string {
    const iat = Math.floor(this.now() / 1_000);
    const claims = { iss: this.id, sub: this.id, aud: this.issuer, iat, exp: iat + 60, jti: randomUUID(), ...changes };
    return signJwt(key, 'JWT', claims);
  }

  proof(key = this.key): string {
    return createDpopProof(key, { method: 'POST', url: `${this.issuer}/token`, now: this.now() });
  }

  exchange(subjectToken: string, wishes: ExchangeWishes = {}): Promise<TokenAnswer> {
    const proof = wishes.proof === undefined ? this.proof(wishes.proofKey ?? this.key) : wishes.proof;
    return postForm(
      `${this.issuer}/token`,
      {
        grant_type: TOKEN_EXCHANGE_GRANT,
        client_id: this.id,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: this.assertion(wishes.assertion, wishes.key),
        subject_token: subjectToken,
        subject_token_type: ACCESS_TOKEN_TYPE,
        resource: this.gateway,
        authorization_details: JSON.stringify([this.detail(wishes.detail)]),
        ...wishes.form,
      },
      proof === null ? {} : { dpop: proof },
    );
  }
}

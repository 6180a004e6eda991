import { randomUUID } from 'node:crypto';
import { createDpopProof, type SigningKey, signJwt, variablesDigest } from '@sallyport/authn';
import {
  ACCESS_TOKEN_TYPE,
  type AuthorizationDetail,
  type IssueCreateVariables,
  JWT_TOKEN_TYPE,
  type ServiceName,
  TOKEN_EXCHANGE_GRANT,
} from '@sallyport/contracts';
import { house, keyOf, REDEEM_URL, TOKEN_URL } from './house.ts';
import { type Answer, type Form, type Sent, send, sendForm } from './send.ts';

export interface ExchangeChanges {
  /** Parameters to change; undefined leaves one out, a list repeats it. */
  form?: Form;
  detail?: Partial<AuthorizationDetail>;
  /** Claims of the client assertion to change. */
  assertion?: Record<string, unknown>;
  assertionKey?: SigningKey;
  proofKey?: SigningKey;
  /** Sent instead of a fresh proof; null sends none. */
  proof?: string | null;
}

export interface RedeemChanges {
  key?: SigningKey;
  headers?: Sent['headers'];
  /** Instead of `{"variables": …}`. */
  body?: string | Buffer;
}

/** A service whose process was taken over: its real key, and a caller's token in hand; it speaks as it likes. */
export class Captured {
  private readonly service: ServiceName;
  readonly key: SigningKey;

  constructor(service: ServiceName, key: SigningKey) {
    this.service = service;
    this.key = key;
  }

  static async service(name: ServiceName): Promise<Captured> {
    return new Captured(name, await keyOf(name));
  }

  assertion(changes: Record<string, unknown> = {}, key = this.key): string {
    const iat = Math.floor(Date.now() / 1_000);
    const { service } = this;
    const claims = { iss: service, sub: service, aud: house.urls.issuer, iat, exp: iat + 60, jti: randomUUID() };
    return signJwt(key, 'JWT', { ...claims, ...changes });
  }

  /** Asks the issuer for a capability (RFC 8693 §2.1, RFC 9396). */
  exchange(
    subjectToken: string,
    changes: ExchangeChanges & { variables?: IssueCreateVariables } = {},
  ): Promise<Answer> {
    const { variables, proofKey = this.key } = changes;
    const proof =
      changes.proof === undefined
        ? createDpopProof(proofKey, { method: 'POST', url: TOKEN_URL, now: Date.now() })
        : (changes.proof ?? undefined);
    return sendForm(
      TOKEN_URL,
      {
        grant_type: TOKEN_EXCHANGE_GRANT,
        client_id: this.service,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: this.assertion(changes.assertion, changes.assertionKey),
        subject_token: subjectToken,
        subject_token_type: ACCESS_TOKEN_TYPE,
        requested_token_type: JWT_TOKEN_TYPE,
        resource: house.urls.gateway,
        authorization_details: JSON.stringify([{ ...detailOf(variables ?? VARIABLES), ...changes.detail }]),
        ...changes.form,
      },
      { dpop: proof },
    );
  }

  /** A capability for exactly these variables. @throws Error with the refusal */
  async capability(subjectToken: string, variables: IssueCreateVariables = VARIABLES): Promise<string> {
    const answer = await this.exchange(subjectToken, { variables });
    if (answer.status !== 200) throw new Error(`no capability: ${answer.text}`);
    return answer.json.access_token as string;
  }

  /** Redeems a capability at the gateway (RFC 9449 §7). */
  redeem(capability: string, variables: unknown, { key = this.key, headers, body }: RedeemChanges = {}) {
    const dpop = createDpopProof(key, { method: 'POST', url: REDEEM_URL, accessToken: capability, now: Date.now() });
    return send(REDEEM_URL, {
      headers: { 'content-type': 'application/json', authorization: `DPoP ${capability}`, dpop, ...headers },
      body: body ?? JSON.stringify({ variables }),
    });
  }
}

/** A harmless issue about a ticket that nobody has. */
export const VARIABLES: IssueCreateVariables = {
  ticketId: '0b6c2b5e-6f0e-4f5b-9a53-2d1c8f8f7a10',
  team: 'PAY',
  title: 'Card payments fail with 502',
  description: 'Since 10:00 every card payment fails with status 502.',
  priority: 1,
};

export const detailOf = (variables: IssueCreateVariables): AuthorizationDetail => ({
  type: 'linear_operation',
  operation: 'issueCreate',
  tool: 'escalate_ticket',
  target: { team: variables.team, ticket: variables.ticketId },
  variables_digest: variablesDigest(variables),
});

import { randomUUID } from 'node:crypto';
import { createDpopProof, decodeJwt, type SigningKey, signJwt } from '@sallyport/authn';
import { type HttpAnswer, type HttpClient, NoAnswer } from '@sallyport/bootstrap';
import {
  ACCESS_TOKEN_TYPE,
  type EventOf,
  type ExchangeResponse,
  exchangeRefusal,
  exchangeResponse,
  JWT_TOKEN_TYPE,
  type Operation,
  REASONS,
  type Reason,
  TOKEN_EXCHANGE_GRANT,
} from '@sallyport/contracts';
import { Secret } from '@sallyport/masking';
import { type Logger, withSpan } from '@sallyport/telemetry';
import type { Deed } from '../tools/tool-handler.ts';
import type { RecordedCall } from './recorder.ts';
import { refuse } from './refusal.ts';

/** Id, operation, target and lifetime of a credential: what may be written down about it. */
export type CredentialFacts = NonNullable<EventOf<'tool_call_completed'>['credential']>;

declare const issued: unique symbol;
/** The means for one deed, for seconds: only `TokenExchange.obtain` makes one. The capability itself prints as `[secret]`. */
export interface Credential {
  readonly [issued]: true;
  readonly capability: Secret;
  readonly operation: Operation;
  readonly facts: CredentialFacts;
}

export interface TokenExchangeOptions {
  issuerUrl: string;
  /** Where the issuer answers from here; proofs and assertions name the issuer itself. */
  issuerAddress: string;
  gatewayUrl: string;
  clientId: string;
  /** Signs client assertion and DPoP proof; the capability is bound to it. */
  key: SigningKey;
  http: HttpClient;
  logger: Logger;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Client assertions are used at once; a minute covers clock skew. */
const ASSERTION_SECONDS = 60;

/** RFC 8693 at the issuer: the caller's token in, a capability for one operation on one target with these variables out. */
export class TokenExchange {
  constructor(private readonly options: TokenExchangeOptions) {}

  /** @throws CallRefused denied_by_broker, connection_needed, downstream_*, audit_unavailable */
  obtain(call: RecordedCall, deed: Deed, signal: AbortSignal): Promise<Credential> {
    const { operation } = deed.detail;
    return withSpan('token.exchange', { 'credential.operation': operation }, async () => {
      const answer = await this.#ask(call, deed, signal);
      const granted = exchangeResponse.safeParse(answer.body);
      const id = granted.success ? nameOf(granted.data.access_token) : undefined;
      if (answer.status === 200 && granted.success && id) return credentialFrom(id, granted.data, call, deed);
      this.options.logger.warn({ status: answer.status, operation }, 'the issuer refused a token exchange');
      return this.#refused(answer, call);
    });
  }

  async #ask(call: RecordedCall, deed: Deed, signal: AbortSignal): Promise<HttpAnswer> {
    const { issuerUrl, issuerAddress, gatewayUrl, key, http, logger, now } = this.options;
    const url = `${issuerUrl}/token`;
    const form = new URLSearchParams({
      grant_type: TOKEN_EXCHANGE_GRANT,
      subject_token: call.subjectToken.reveal(),
      subject_token_type: ACCESS_TOKEN_TYPE,
      requested_token_type: JWT_TOKEN_TYPE,
      resource: gatewayUrl,
      authorization_details: JSON.stringify([deed.detail]),
      client_id: this.options.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: this.#clientAssertion(),
    });
    try {
      return await http.post(`${issuerAddress}/token`, {
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          dpop: createDpopProof(key, { method: 'POST', url, now: now() }),
        },
        body: form.toString(),
        signal,
      });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      logger.warn({ code: error.code }, 'the issuer did not answer');
      return refuse({ reason: 'downstream_unavailable' });
    }
  }

  /** RFC 7523 §3: proves which placement asks; one use. */
  #clientAssertion(): string {
    const { clientId, issuerUrl, key, now } = this.options;
    const iat = Math.floor(now() / 1_000);
    const exp = iat + ASSERTION_SECONDS;
    return signJwt(key, 'JWT', { iss: clientId, sub: clientId, aud: issuerUrl, iat, exp, jti: randomUUID() });
  }

  #refused({ status, body }: HttpAnswer, call: RecordedCall): never {
    const parsed = exchangeRefusal.safeParse(body);
    if (status === 429) return refuse({ reason: 'downstream_rate_limited' });
    const { reasons = [], decision_id: decisionId, interaction_url: url } = parsed.success ? parsed.data : {};
    if (url !== undefined && isOfIssuer(url, this.options.issuerUrl))
      return refuse({ reason: 'connection_needed', url, decisionId });
    const known = reasons.filter((reason): reason is Reason => (REASONS as readonly string[]).includes(reason));
    if (known.includes('audit_unavailable')) return refuse({ reason: 'audit_unavailable' });
    if (known.length > 0) {
      const { approval } = call.tool.definition;
      return refuse({ reason: 'denied_by_broker', reasons: known.slice(0, 16), decisionId, approval });
    }
    return refuse({ reason: status >= 500 ? 'downstream_unavailable' : 'downstream_failed' });
  }
}

/** A person is only ever sent to the issuer itself: whatever else an answer names is not shown. */
export const isOfIssuer = (url: string, issuerUrl: string): boolean =>
  new URL(url).origin === new URL(issuerUrl).origin;

/** Name of a capability for the record: read, not trusted, since the gateway is who verifies it. */
function nameOf(capability: string): string | undefined {
  try {
    const { jti } = decodeJwt(capability).claims;
    return typeof jti === 'string' && jti.length <= 64 ? jti : undefined;
  } catch {
    return undefined;
  }
}

function credentialFrom(id: string, granted: ExchangeResponse, call: RecordedCall, { detail }: Deed): Credential {
  const { team, ticket, issue } = detail.target;
  const facts: CredentialFacts = {
    id,
    operation: detail.operation,
    resource: call.tool.definition.credential?.resource ?? '',
    target: [team, ticket ?? issue].filter(Boolean).join(' ').slice(0, 200),
    expiresIn: granted.expires_in,
  };
  const credential = { capability: new Secret(granted.access_token), operation: detail.operation, facts };
  return credential as unknown as Credential;
}

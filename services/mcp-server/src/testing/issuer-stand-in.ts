import { randomUUID } from 'node:crypto';
import { ReplayMemory, type SigningKey, signJwt, verifyDpopProof, verifyJwt } from '@sallyport/authn';
import {
  ACCESS_TOKEN_TYPE,
  type AccessTokenClaims,
  type AuthorizationDetail,
  authorizationDetails,
  type ExchangeRefusal,
  type ExchangeResponse,
  JWT_TOKEN_TYPE,
  TOKEN_EXCHANGE_GRANT,
} from '@sallyport/contracts';
import { bytesOf, listen, type Neighbour } from './listen.ts';

export interface SeenExchange {
  subjectToken: string;
  detail: AuthorizationDetail;
  traceparent: string | undefined;
}

/** The issuer as far as the mcp-server meets it: publishes its key, and exchanges tokens for capabilities, or refuses. */
export interface IssuerStandIn extends Neighbour {
  exchanges: SeenExchange[];
  /** Sent instead of a capability. */
  refusal: { status: number; body: Partial<ExchangeRefusal> | string } | undefined;
  /** `hanging` takes the request and never answers; `cut` breaks off in the middle of the answer. */
  mode: 'up' | 'hanging' | 'cut';
}

export interface IssuerParts {
  key: SigningKey;
  /** The mcp-server's: of its assertions and proofs. */
  client: SigningKey;
  gatewayUrl: () => string;
  resourceUrl: string;
  now: () => number;
}

export async function startIssuer({ key, client, gatewayUrl, resourceUrl, now }: IssuerParts): Promise<IssuerStandIn> {
  const issuer: IssuerStandIn = {
    url: '',
    exchanges: [],
    refusal: undefined,
    mode: 'up',
    close: async () => undefined,
  };
  const replay = new ReplayMemory(now);
  const neighbour = await listen(async (request, response) => {
    if (request.url === '/jwks') return void response.end(JSON.stringify({ keys: [key.jwk] }));
    const form = new URLSearchParams((await bytesOf(request)).toString());
    const { dpop, traceparent } = request.headers;
    const url = `${issuer.url}/token`;
    const proof = Array.isArray(dpop) ? undefined : dpop;
    const { jkt } = await verifyDpopProof(proof, { method: 'POST', url, now: now(), replay });
    const own = { keys: [client.jwk], typ: 'jwt', audience: issuer.url, issuer: 'mcp-server', maxLifetimeSeconds: 60 };
    verifyJwt(String(form.get('client_assertion')), { ...own, now: now() });
    const subjectToken = String(form.get('subject_token'));
    const subject = { keys: [key.jwk], typ: 'at+jwt', audience: resourceUrl, maxLifetimeSeconds: 600, now: now() };
    const person = verifyJwt(subjectToken, subject) as unknown as AccessTokenClaims;
    const [detail] = authorizationDetails.parse(JSON.parse(String(form.get('authorization_details'))));
    if (
      form.get('grant_type') !== TOKEN_EXCHANGE_GRANT ||
      form.get('subject_token_type') !== ACCESS_TOKEN_TYPE ||
      form.get('resource') !== gatewayUrl() ||
      jkt !== client.jkt
    ) {
      throw new Error('not a token exchange');
    }
    issuer.exchanges.push({ subjectToken, detail, traceparent: traceparent as string | undefined });
    if (issuer.mode === 'hanging') return;
    if (issuer.mode === 'cut') {
      response.writeHead(200, { 'content-length': 999 }).write('{"access_token":', () => response.destroy());
      return;
    }
    if (issuer.refusal) {
      const { status, body } = issuer.refusal;
      return void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    }
    const answer: ExchangeResponse = {
      access_token: capabilityFor(person, detail),
      issued_token_type: JWT_TOKEN_TYPE,
      token_type: 'DPoP',
      expires_in: 60,
      decision_id: 'd-issuer',
    };
    response.end(JSON.stringify(answer));
  });
  return Object.assign(issuer, neighbour);

  function capabilityFor(person: AccessTokenClaims, detail: AuthorizationDetail): string {
    const iat = Math.floor(now() / 1_000);
    const { sub, name, tenant, client_id, grant_id, act } = person;
    return signJwt(key, 'capability+jwt', {
      ...{ iss: issuer.url, aud: gatewayUrl(), sub, name, tenant, client_id, grant_id, jti: randomUUID() },
      ...{ act: { sub: 'mcp-server', act }, iat, nbf: iat, exp: iat + 60, cnf: { jkt: client.jkt } },
      ...{ authorization_details: [detail], decision_id: 'd-issuer', policy_revision: 'r-issuer' },
      person_assertion: 'sealed',
    });
  }
}

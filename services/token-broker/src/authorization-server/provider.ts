import type { SigningKey } from '@sallyport/authn';
import { traceIdOf } from '@sallyport/telemetry';
import {
  type AccessToken,
  type Adapter,
  type Client,
  type ClientCredentials,
  type ClientMetadata,
  type JWK,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider';
import { cookieName } from '../browser/cookies.ts';
import { pageHeaders } from '../pages/page-headers.ts';
import { refusalPage } from '../pages/refusal-pages.ts';
import type { Accounts } from '../storage/accounts.ts';
import type { OneTimeIds } from '../storage/one-time-ids.ts';
import { checkClientAssertion } from '../token/client-assertion.ts';
import { accessTokenExtras } from './access-token-claims.ts';
import { checkClientMetadata } from './client-rules.ts';
import { oneInteraction } from './interaction-policy.ts';
import type { MetadataDocuments } from './metadata-documents.ts';
import { resourceIndicators } from './resource-indicators.ts';
import type { Resources } from './resources.ts';

export interface AuthorizationServerOptions {
  issuer: string;
  key: SigningKey;
  pageKey: Buffer;
  adapter: (model: string) => Adapter;
  accounts: Accounts;
  resources: Resources;
  clients: ClientMetadata[];
  replay: OneTimeIds;
  dynamicRegistration: boolean;
  documents: MetadataDocuments;
  /** Fetches what strangers name: client metadata documents and their key sets. */
  fetch: typeof fetch;
  /** Seconds. */
  lifetimes: { accessToken: number; connection: number };
  now: () => number;
}

/** Paths of the authorization server; everything else is ours. */
export const ROUTES = {
  authorization: '/authorize',
  token: '/token',
  jwks: '/jwks',
  revocation: '/revoke',
  registration: '/reg',
  pushed_authorization_request: '/par',
} as const;

const INTERACTION_SECONDS = 15 * 60;
const CODE_SECONDS = 60;

/** A public client in a browser (an inspector) reads answers from the origin it is sent back to, and from no other. */
const ownOrigin = (_ctx: KoaContextWithOIDC, origin: string, client: Client): boolean =>
  client.clientAuthMethod === 'none' && (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin);

/** The authorization server: OAuth 2.1 profile of `oidc-provider`, everything optional that is not needed switched off. */
export function createProvider(options: AuthorizationServerOptions): Provider {
  const { issuer, key, resources, lifetimes } = options;
  const privateJwk = key.privateKey.export({ format: 'jwk' }) as JWK;
  const provider = new Provider(issuer, {
    adapter: options.adapter,
    clients: options.clients,
    jwks: { keys: [{ ...privateJwk, kid: key.kid, use: 'sig', alg: 'ES256' }] },
    routes: ROUTES,
    scopes: resources.scopes,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['none', 'private_key_jwt'],
    clientDefaults: {
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519', 'PS256'],
      idTokenSigningAlgValues: ['ES256'],
      dPoPSigningAlgValues: ['ES256'],
    },
    extraClientMetadata: {
      properties: ['application_type'],
      validator: (ctx, _key, _value, metadata) => checkClientMetadata(ctx, metadata),
    },
    features: features(options),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}`, policy: oneInteraction() },
    loadExistingGrant: (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId;
      return grantId === undefined ? Promise.resolve(undefined) : ctx.oidc.provider.Grant.find(grantId);
    },
    findAccount: async (_ctx, sub) => {
      const account = await options.accounts.find(sub);
      return account && { accountId: sub, claims: () => ({ sub }) };
    },
    extraTokenClaims: accessTokenExtras(options.accounts, options.now),
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // OAuth 2.1 §4.3.1: every use rotates, so that reuse shows
    rotateRefreshToken: () => true,
    expiresWithSession: () => false,
    allowOmittingSingleRegisteredRedirectUri: false,
    clientBasedCORS: ownOrigin,
    assertJwtClientAuthClaimsAndHeader: checkClientAssertion(issuer),
    fetch: options.fetch,
    cookies: cookies(issuer, options.pageKey),
    renderError: (ctx, out) => renderError(ctx, out.error),
    ttl: {
      AccessToken: (_ctx: KoaContextWithOIDC, token: AccessToken | ClientCredentials) =>
        token.resourceServer?.accessTokenTTL ?? lifetimes.accessToken,
      AuthorizationCode: CODE_SECONDS,
      Grant: lifetimes.connection,
      Interaction: INTERACTION_SECONDS,
      // A rotated token never outlives the first one: the connection ends when the consent page said so.
      RefreshToken: (ctx: KoaContextWithOIDC) =>
        ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? lifetimes.connection,
      Session: INTERACTION_SECONDS,
    },
  });
  claimOnce(provider, options.replay);
  return provider;
}

function features({ resources, lifetimes, dynamicRegistration, documents }: AuthorizationServerOptions) {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    claimsParameter: { enabled: false },
    requestObjects: { enabled: false },
    revocation: {
      enabled: true,
      allowedPolicy: (
        _ctx: KoaContextWithOIDC,
        client: { clientId: string },
        token: { clientId?: string | undefined },
      ) => token.clientId === client.clientId,
    },
    pushedAuthorizationRequests: { enabled: true },
    dPoP: { enabled: true },
    resourceIndicators: resourceIndicators(resources, lifetimes.accessToken),
    registration: { enabled: dynamicRegistration, issueRegistrationAccessToken: false, initialAccessToken: false },
    clientIdMetadataDocument: {
      enabled: true,
      ack: 'draft-02',
      allowFetch: documents.allowFetch,
      allowClient: documents.allowClient,
      cacheDuration: { min: 60, max: 3_600 },
    },
  };
}

function cookies(issuer: string, pageKey: Buffer) {
  const secure = issuer.startsWith('https:');
  const options = { httpOnly: true, sameSite: 'lax' as const, signed: true, secure };
  return {
    names: {
      session: cookieName('session', secure),
      // bound to their own path, which `__Host-` does not allow
      interaction: cookieName('interaction', secure, '__Secure-'),
      resume: cookieName('resume', secure, '__Secure-'),
    },
    keys: [pageKey],
    long: options,
    short: options,
  };
}

async function renderError(ctx: KoaContextWithOIDC, error: string): Promise<void> {
  const page = refusalPage(ctx.status >= 500 ? 'internal' : 'request_refused', traceIdOf(), error);
  ctx.set(pageHeaders());
  ctx.body = page.html;
}

/**
 * The library looks for a `jti` and then stores it; two simultaneous requests could both find nothing. One unique insert
 * decides instead (C-ID-7).
 */
function claimOnce(provider: Provider, replay: OneTimeIds): void {
  const { ReplayDetection } = provider as unknown as {
    ReplayDetection: { unique(iss: string, jti: string, exp: number): Promise<boolean> };
  };
  ReplayDetection.unique = (iss, jti, exp) => replay.claim(`jwt:${JSON.stringify([iss, jti])}`, exp * 1_000);
}

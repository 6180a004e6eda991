import type { SigningKey } from '@sallyport/authn';
import { proxiedFetch } from '@sallyport/safe-fetch';
import * as client from 'openid-client';
import { PageRefused } from '../browser/page-refused.ts';
import type { UpstreamTrip } from './upstream-states.ts';

/** How long the IdP may take for one answer, in seconds. */
const TIMEOUT_SECONDS = 5;

export interface IdentityProviderOptions {
  issuer: string;
  clientId: string;
  /** Absent: `private_key_jwt` with `key`. */
  clientSecret: string | undefined;
  key: SigningKey;
  scope: string;
  acrValues: string;
  redirectUri: string;
  /** Egress proxy, where nothing else leads out. */
  proxy: string | undefined;
}

/** What the IdP vouches for, straight from a validated ID token. */
export interface IdentityClaims {
  issuer: string;
  claims: Record<string, unknown>;
}

/** The company's OpenID Provider: authorization code + PKCE + nonce, client authenticated. Discovered when first needed. */
export class IdentityProvider {
  #discovered: Promise<client.Configuration> | undefined;

  constructor(private readonly options: IdentityProviderOptions) {}

  /** Host to show to the person before they go there. */
  get host(): string {
    return new URL(this.options.issuer).host;
  }

  get origin(): string {
    return new URL(this.options.issuer).origin;
  }

  /** Whether the IdP can be reached at all; for readiness. */
  async reachable(): Promise<boolean> {
    return this.#configuration().then(
      () => true,
      () => false,
    );
  }

  /** @throws PageRefused identity_provider_unavailable */
  async authorizationUrl(trip: UpstreamTrip, fresh: boolean): Promise<URL> {
    const configuration = await this.#configuration();
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.options.redirectUri,
      scope: this.options.scope,
      acr_values: this.options.acrValues,
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(trip.codeVerifier),
      code_challenge_method: 'S256',
      ...(fresh ? { prompt: 'login' } : {}),
    });
  }

  /**
   * Redeems the IdP's answer: checks state, `iss`, nonce, audience, signature and times of the ID token.
   * @param query query string of the callback
   * @throws PageRefused sign_in_refused, identity_provider_unavailable
   */
  async redeem(query: string, trip: UpstreamTrip): Promise<IdentityClaims> {
    const configuration = await this.#configuration();
    const url = new URL(this.options.redirectUri);
    url.search = query;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, url, {
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        pkceCodeVerifier: trip.codeVerifier,
        idTokenExpected: true,
      });
      return { issuer: configuration.serverMetadata().issuer, claims: { ...tokens.claims() } };
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      const unreachable = code === 'OAUTH_TIMEOUT' || name === 'TypeError' || name === 'TimeoutError';
      throw new PageRefused(unreachable ? 'identity_provider_unavailable' : 'sign_in_refused', { code, name });
    }
  }

  async #configuration(): Promise<client.Configuration> {
    this.#discovered ??= this.#discover().catch((error: Error) => {
      this.#discovered = undefined;
      throw new PageRefused('identity_provider_unavailable', { name: error.name });
    });
    return this.#discovered;
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, key, proxy } = this.options;
    const authentication =
      clientSecret === undefined ? await privateKeyJwt(key) : client.ClientSecretBasic(clientSecret);
    const insecure = issuer.startsWith('http:') ? { execute: [client.allowInsecureRequests] } : {};
    return client.discovery(new URL(issuer), clientId, undefined, authentication, {
      timeout: TIMEOUT_SECONDS,
      ...insecure,
      ...(proxy ? { [client.customFetch]: proxiedFetch(proxy) as client.CustomFetch } : {}),
    });
  }
}

async function privateKeyJwt(key: SigningKey): Promise<client.ClientAuth> {
  const jwk = key.privateKey.export({ format: 'jwk' }) as object;
  const cryptoKey = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  return client.PrivateKeyJwt({ key: cryptoKey, kid: key.kid });
}

import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'oidc-provider';
import * as client from 'openid-client';
import { DEMO_PEOPLE, demoBrokerClient } from '../demo.ts';
import { type IdpSimulator, type IdpSimulatorOptions, startIdpSimulator } from '../idp-simulator.ts';
import { Browser, type Page } from './browser.ts';

export const CALLBACK = 'http://localhost:8010/signin/callback';

/** An authorization request with what is needed to finish it. */
export interface Request {
  readonly url: string;
  readonly checks: {
    readonly pkceCodeVerifier: string;
    readonly expectedState: string;
    readonly expectedNonce: string;
  };
}

/** The demo's provider and the broker as its client, built on an independent OpenID client. */
export class RelyingParty {
  idp!: IdpSimulator;
  config!: client.Configuration;
  browser!: Browser;

  async start(options: Partial<IdpSimulatorOptions> = {}): Promise<this> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'broker-1', alg: 'ES256', use: 'sig' } as JWK;
    this.idp = await startIdpSimulator({ people: DEMO_PEOPLE, clients: [demoBrokerClient(jwk)], ...options });
    const authentication = client.PrivateKeyJwt({ key: privateKey, kid: 'broker-1' });
    await this.discover('sallyport-broker', authentication);
    this.browser = new Browser(this.idp.url);
    return this;
  }

  async discover(clientId: string, authentication: client.ClientAuth): Promise<void> {
    const insecure = { execute: [client.allowInsecureRequests] };
    this.config = await client.discovery(new URL(this.idp.url), clientId, undefined, authentication, insecure);
  }

  async request(parameters: Record<string, string> = {}): Promise<Request> {
    const pkceCodeVerifier = client.randomPKCECodeVerifier();
    const expectedState = client.randomState();
    const expectedNonce = client.randomNonce();
    const url = client.buildAuthorizationUrl(this.config, {
      redirect_uri: CALLBACK,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
      ...parameters,
    });
    return { url: url.href, checks: { pkceCodeVerifier, expectedState, expectedNonce } };
  }

  finish(page: Page, { checks }: Request): ReturnType<typeof client.authorizationCodeGrant> {
    return client.authorizationCodeGrant(this.config, new URL(page.url), checks);
  }

  /** The whole sign-in with a demo person's button. @returns the claims of the ID token. */
  async signIn(first: string, parameters: Record<string, string> = {}): Promise<client.IDToken> {
    const request = await this.request(parameters);
    const landed = await this.browser.press(await this.browser.open(request.url), `Sign in as ${first}`);
    return claimsOf(await this.finish(landed, request));
  }
}

export function claimsOf(tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>): client.IDToken {
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  return claims;
}

import { randomUUID } from 'node:crypto';
import type { OAuthClientProvider } from '@modelcontextprotocol/client';

export const DEMO_CLIENT_ID = 'sallyport-demo';
/** Nobody listens there: the headless browser stops before it would be contacted. */
export const DEMO_CALLBACK = 'http://localhost:33418/callback';

type Metadata = OAuthClientProvider['clientMetadata'];
type Information = Awaited<ReturnType<OAuthClientProvider['clientInformation']>>;
type Discovery = Parameters<NonNullable<OAuthClientProvider['saveDiscoveryState']>>[0];
type Tokens = Awaited<ReturnType<OAuthClientProvider['tokens']>>;

/** What an agent remembers of its OAuth flow: a pre-registered public client; memory only. Serves both SDK generations. */
export class AgentOAuth implements OAuthClientProvider {
  readonly redirectUrl = DEMO_CALLBACK;
  authorizationUrl: URL | undefined;
  #tokens: Tokens;
  #verifier = '';
  #discovery: Discovery | undefined;
  #information: Information;

  constructor(
    private readonly scope?: string,
    clientId: string | undefined = DEMO_CLIENT_ID,
  ) {
    this.#information = clientId === undefined ? undefined : { client_id: clientId };
  }

  get clientMetadata(): Metadata {
    return {
      client_name: 'Sallyport demo agent',
      redirect_uris: [DEMO_CALLBACK],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...(this.scope ? { scope: this.scope } : {}),
    };
  }
  state = () => randomUUID();
  clientInformation = () => this.#information;
  saveClientInformation(information: NonNullable<Information>) {
    this.#information = information;
  }
  tokens = () => this.#tokens;
  saveTokens(tokens: NonNullable<Tokens>) {
    this.#tokens = tokens;
  }
  redirectToAuthorization(url: URL) {
    this.authorizationUrl = url;
  }
  saveCodeVerifier(verifier: string) {
    this.#verifier = verifier;
  }
  saveDiscoveryState(state: Discovery) {
    this.#discovery = state;
  }
  discoveryState = () => this.#discovery;
  codeVerifier = () => this.#verifier;
}

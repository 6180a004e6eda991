import { createHash } from 'node:crypto';
import { DEMO_APPS, DEMO_WORKSPACES } from '../demo.ts';
import { type LinearSimulator, startLinearSimulator } from '../index.ts';
import type { HourlyLimits, OAuthApp } from '../options.ts';
import { approveConsent } from './approve-consent.ts';

/** RFC 7636 Appendix B. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
export const REDIRECT_URI = 'http://localhost:8010/connect/linear/callback';

/** What each class of credential asks for. */
export const CLASS_SCOPES = { reader: 'read', creator: 'read,issues:create', curator: 'read,write' } as const;
export type CredentialClass = keyof typeof CLASS_SCOPES;

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly token_type: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // A GraphQL answer has the shape of the question; specs state what they expect of it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

/** A client's view of a running demo simulator. */
export class DemoSimulator {
  readonly #simulator: LinearSimulator;

  private constructor(simulator: LinearSimulator) {
    this.#simulator = simulator;
  }

  static async start(
    options: {
      limits?: Partial<HourlyLimits>;
      now?: () => number;
      stateFile?: string;
      apps?: readonly OAuthApp[];
    } = {},
  ): Promise<DemoSimulator> {
    const simulator = await startLinearSimulator({
      port: 0,
      apps: DEMO_APPS,
      workspaces: DEMO_WORKSPACES,
      ...options,
    });
    return new DemoSimulator(simulator);
  }

  get url(): string {
    return this.#simulator.url;
  }

  close(): Promise<void> {
    return this.#simulator.close();
  }

  /** @param change parameters to set, or to leave out when undefined */
  authorizeUrl(kind: CredentialClass, change: Record<string, string | undefined> = {}): URL {
    const url = new URL('/oauth/authorize', this.url);
    const parameters: Record<string, string | undefined> = {
      client_id: `sallyport-${kind}`,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: CLASS_SCOPES[kind],
      state: 'state-1',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ...change,
    };
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return url;
  }

  async code(kind: CredentialClass, email: string, change: Record<string, string | undefined> = {}): Promise<string> {
    const location = await approveConsent(this.authorizeUrl(kind, change), email);
    return location.searchParams.get('code') ?? '';
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(new URL(path, this.url), { method: 'POST', body: new URLSearchParams(form), headers });
  }

  redeem(kind: CredentialClass, code: string, change: Record<string, string> = {}): Promise<Response> {
    return this.post('/oauth/token', {
      grant_type: 'authorization_code',
      client_id: `sallyport-${kind}`,
      redirect_uri: REDIRECT_URI,
      code,
      code_verifier: VERIFIER,
      ...change,
    });
  }

  refresh(kind: CredentialClass, refreshToken: string): Promise<Response> {
    return this.post('/oauth/token', {
      grant_type: 'refresh_token',
      client_id: `sallyport-${kind}`,
      refresh_token: refreshToken,
    });
  }

  async connect(
    kind: CredentialClass,
    email: string,
    change: Record<string, string | undefined> = {},
  ): Promise<Tokens> {
    const response = await this.redeem(kind, await this.code(kind, email, change));
    return (await response.json()) as Tokens;
  }

  /** @param authorization the header's whole value; none when null */
  async graphql(authorization: string | null, query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  async control(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), { method, body: body && JSON.stringify(body) });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
}

export function bearer({ access_token }: Tokens): string {
  return `Bearer ${access_token}`;
}

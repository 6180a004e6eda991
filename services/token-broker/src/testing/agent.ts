import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createDpopProof, type SigningKey } from '@sallyport/authn';
import { HeadlessBrowser, type Page, PEOPLE, Person } from '@sallyport/testing';

export const CALLBACK = 'http://localhost:33418/callback';
export const MCP_RESOURCE = 'http://localhost:8000/mcp';

export interface TokenAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers of several shapes
  body: any;
}

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** An MCP client as far as OAuth goes: a public client with PKCE, on the person's own machine. */
export class Agent {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly state = randomUUID();

  constructor(
    readonly issuer: string,
    readonly clientId = 'sallyport-demo',
  ) {}

  /** @param changes parameters to change; undefined removes one */
  authorizeUrl(changes: Record<string, string | string[] | undefined> = {}): string {
    const params: Record<string, string | string[] | undefined> = {
      client_id: this.clientId,
      redirect_uri: CALLBACK,
      response_type: 'code',
      resource: MCP_RESOURCE,
      scope: 'tickets:read issues:create',
      state: this.state,
      code_challenge: challengeOf(this.verifier),
      code_challenge_method: 'S256',
      ...changes,
    };
    const url = new URL('/authorize', this.issuer);
    for (const [name, value] of Object.entries(params)) {
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, one);
    }
    return url.href;
  }

  /** Signs in and agrees as that person. @returns the callback's parameters, or the page where it stopped */
  async authorize(
    person: Person | keyof typeof PEOPLE = 'ada',
    changes: Record<string, string | string[] | undefined> = {},
  ): Promise<URLSearchParams> {
    const who = typeof person === 'string' ? new Person(PEOPLE[person]) : person;
    const end = await who.walk(this.authorizeUrl(changes));
    if (!(end instanceof URL)) throw new Error(`stopped at “${end.title}”: ${who.seen.join(' → ')}`);
    return end.searchParams;
  }

  token(form: Record<string, string | undefined>, headers: Record<string, string> = {}): Promise<TokenAnswer> {
    return postForm(`${this.issuer}/token`, { client_id: this.clientId, ...form }, headers);
  }

  redeem(code: string, changes: Record<string, string | undefined> = {}, key?: SigningKey): Promise<TokenAnswer> {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: CALLBACK,
      code_verifier: this.verifier,
      ...changes,
    };
    return this.token(form, key ? { dpop: this.#proof(key) } : {});
  }

  refresh(refreshToken: string, changes: Record<string, string> = {}): Promise<TokenAnswer> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...changes });
  }

  #proof(key: SigningKey): string {
    return createDpopProof(key, { method: 'POST', url: `${this.issuer}/token`, now: Date.now() });
  }

  /** Everything at once: a signed-in person's access token. */
  async signIn(
    person: keyof typeof PEOPLE = 'ada',
    changes: Record<string, string | undefined> = {},
    key?: SigningKey,
  ) {
    const answer = await this.redeem((await this.authorize(person, changes)).get('code') ?? '', {}, key);
    if (answer.status !== 200) throw new Error(`no token: ${JSON.stringify(answer.body)}`);
    return answer.body as { access_token: string; refresh_token: string; token_type: string; scope: string };
  }
}

export async function postForm(
  url: string,
  form: Record<string, string | string[] | undefined>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one);
  }
  const response = await fetch(url, { method: 'POST', body, headers: { accept: 'application/json', ...headers } });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Opens a page and stops there, as a person who has not pressed anything yet. */
export async function openPage(url: string, browser = new HeadlessBrowser()): Promise<Page> {
  const page = await browser.get(url);
  if (page instanceof URL) throw new Error(`left for ${page.href}`);
  return page;
}

/** Reads a JWT without checking it. */
export function claimsOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

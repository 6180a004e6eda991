import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createDpopProof, type SigningKey } from '@sallyport/authn';
import { DEMO_CALLBACK, DEMO_CLIENT_ID, type Page, PEOPLE, Person } from '@sallyport/testing';
import { house, MCP_URL, TOKEN_URL } from './house.ts';
import { type Answer, type Form, sendForm } from './send.ts';

export type PersonName = keyof typeof PEOPLE;
export interface Tokens {
  access_token: string;
  refresh_token: string;
  token_type: string;
  scope: string;
}

/** An agent as far as OAuth goes, whose every parameter can be bent: a public client with PKCE on the person's machine. */
export class Agent {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly clientId: string;
  /** Binds tokens to this key (RFC 9449 §5). */
  readonly key: SigningKey | undefined;

  constructor(options: { clientId?: string; key?: SigningKey } = {}) {
    this.clientId = options.clientId ?? DEMO_CLIENT_ID;
    this.key = options.key;
  }

  /** @param changes parameters to change; undefined leaves one out, a list repeats it */
  authorizeUrl(changes: Form = {}): string {
    const url = new URL('/authorize', house.urls.issuer);
    const params: Form = {
      client_id: this.clientId,
      redirect_uri: DEMO_CALLBACK,
      response_type: 'code',
      resource: MCP_URL,
      scope: 'tickets:read issues:create',
      state: randomUUID(),
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    for (const [name, value] of Object.entries(params)) {
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, one);
    }
    return url.href;
  }

  /** Signs in and agrees. @returns where the browser ended: the callback, or a page */
  authorize(person: Person, changes: Form = {}): Promise<URL | Page> {
    return person.walk(this.authorizeUrl(changes));
  }

  /** @returns an authorization code of that person */
  async code(name: PersonName, changes: Form = {}): Promise<string> {
    const person = new Person(PEOPLE[name]);
    const end = await this.authorize(person, changes);
    const code = end instanceof URL ? end.searchParams.get('code') : null;
    if (!code) throw new Error(`no code: ${end instanceof URL ? end.search : end.title}; ${person.seen.join(' → ')}`);
    return code;
  }

  redeem(code: string, changes: Form = {}): Promise<Answer> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: DEMO_CALLBACK,
      code_verifier: this.verifier,
      ...changes,
    });
  }

  refresh(refreshToken: string, changes: Form = {}): Promise<Answer> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...changes });
  }

  token(form: Form): Promise<Answer> {
    const proof = this.key && createDpopProof(this.key, { method: 'POST', url: TOKEN_URL, now: Date.now() });
    return sendForm(TOKEN_URL, { client_id: this.clientId, ...form }, { dpop: proof });
  }

  /** All of it: a person's tokens. */
  async signIn(name: PersonName, changes: Form = {}): Promise<Tokens> {
    const answer = await this.redeem(await this.code(name, changes));
    if (answer.status !== 200) throw new Error(`no token: ${answer.text}`);
    return answer.json as Tokens;
  }
}

/** Signs a person in with a fresh agent. */
export const signIn = (name: PersonName, changes: Form = {}): Promise<Tokens> => new Agent().signIn(name, changes);

/** A lead's or administrator's token for the audit service. */
export const signInAtAudit = (name: PersonName): Promise<Tokens> =>
  signIn(name, { resource: house.urls.audit, scope: 'audit:read' });

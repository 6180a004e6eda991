import { createHash, randomBytes } from 'node:crypto';
import {
  type ConnectedAgent,
  connectAgent,
  DEMO_CALLBACK,
  DEMO_CLIENT_ID,
  HeadlessBrowser,
  PEOPLE,
  Person,
  type Revision,
} from '@sallyport/testing';
import { Forward } from './door/forward.ts';
import { cluster, named, publicUrl } from './installation.ts';

const REACH = (['mcp', 'login', 'console', 'idp', 'linear'] as const).map(publicUrl);

/** One of the demo's people, at a browser that reaches the release's public names and nothing else. */
export const personAt = (who: keyof typeof PEOPLE): Person =>
  new Person(PEOPLE[who], new HeadlessBrowser('http://localhost:33418/', REACH));

/** The doors of the release that people use, and Vault's for counting, on loopback while specs run. */
export async function openDoors(): Promise<{ close(): void }> {
  const doors = await Promise.all([
    Forward.open(cluster, named('mcp'), 8443),
    Forward.open(cluster, named('linear'), 8443, '127.0.0.2'),
    Forward.open(cluster, named('vault'), 8200),
  ]);
  return {
    close() {
      for (const door of doors) door.close();
    },
  };
}

/** A real MCP client at one placement, signed in as the person. */
export const agentAt = (
  placement: 'read' | 'write',
  person: Person,
  options: { revision?: Revision; onElicitation?: (url: string) => Promise<void> } = {},
): Promise<ConnectedAgent> => connectAgent(`${publicUrl('mcp')}/mcp/${placement}`, person, options);

/** A client that is at both placements, as an agent that escalates is. */
export class Agents {
  private constructor(
    readonly person: Person,
    readonly read: ConnectedAgent,
    readonly write: ConnectedAgent,
    /** Titles of the pages seen when the Linear account was connected. */
    readonly connectPages: readonly string[],
  ) {}

  static async of(who: keyof typeof PEOPLE, revision: Revision = '2026-07-28'): Promise<Agents> {
    const person = personAt(who);
    const pages: string[] = [];
    const onElicitation = async (url: string) => {
      const before = person.seen.length;
      const last = await person.walk(url);
      if (last instanceof URL || last.status !== 200)
        throw new Error('connecting the Linear account did not end on a page');
      pages.push(...person.seen.slice(before));
    };
    const read = await agentAt('read', person, { revision });
    const write = await agentAt('write', person, { revision, onElicitation });
    return new Agents(person, read, write, pages);
  }

  async close(): Promise<void> {
    await Promise.all([this.read.close(), this.write.close()]);
  }
}

/** The access token a client holds for its resource. */
export async function tokenOf({ oauth }: ConnectedAgent): Promise<string> {
  const tokens = await oauth.tokens();
  if (!tokens) throw new Error('the client holds no token');
  return tokens.access_token;
}

/** A token of a person for one resource, by the code flow with PKCE as a public client runs it. */
export async function tokenFor(who: keyof typeof PEOPLE, resource: string, scope: string): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const question = new URL('/authorize', publicUrl('login'));
  question.search = new URLSearchParams({
    client_id: DEMO_CLIENT_ID,
    redirect_uri: DEMO_CALLBACK,
    response_type: 'code',
    resource,
    scope,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const back = await personAt(who).walk(question.href);
  if (!(back instanceof URL)) throw new Error(`sign-in ended at "${back.title}" (${back.status})`);
  const response = await fetch(new URL('/token', publicUrl('login')), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: DEMO_CLIENT_ID,
      redirect_uri: DEMO_CALLBACK,
      code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`no token: ${response.status}`);
  return token;
}

/** What a reader may see of the record. */
export const consoleToken = (who: keyof typeof PEOPLE): Promise<string> =>
  tokenFor(who, publicUrl('console'), 'audit:read');

import { PEOPLE, Person } from '@sallyport/testing';
import type { PersonName } from './agent.ts';
import { Captured } from './captured-mcp-server.ts';

/**
 * Makes sure that a person has connected the Linear account: asks for a capability as the mcp-server does, and has the
 * person walk the page the issuer names.
 */
export async function connectAccount(name: PersonName, token: string): Promise<void> {
  const server = await Captured.service('mcp-server');
  const { status, json } = await server.exchange(token);
  if (status === 200) return;
  if (json?.error !== 'interaction_required') throw new Error(`no connection to make: ${JSON.stringify(json)}`);
  const end = await new Person(PEOPLE[name]).walk(json.interaction_url as string);
  if (end instanceof URL || end.status !== 200) throw new Error('connecting did not end on a page');
}

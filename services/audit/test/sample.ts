import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { EventOf, ServiceName, Who } from '@sallyport/contracts';
import { type NewEntry, newEntry } from '../src/log/entry.ts';
import { NoteSigner } from '../src/log/note.ts';

export const NOW = 1_790_000_000_000;
export const ORIGIN = 'sallyport.example/audit';
export const ADA: Who = {
  sub: '0f9d2a4e-5b1c-5d3e-8f60-718293a4b5c6',
  name: 'Ada Okafor',
  tenant: 'harbor',
  agent: 'claude-code',
  actors: ['mcp-server', 'claude-code'],
  grantId: 'grant-00000001',
};
export const TRACE = '0af7651916cd43dd8448eb211c80319c';

export const testSigner = () => new NoteSigner(ORIGIN, generateKeyPairSync('ed25519').privateKey);

/** `token_exchange_issued` for Ada: the event of the story. */
export function issuedEvent(over: Partial<EventOf<'token_exchange_issued'>> = {}): EventOf<'token_exchange_issued'> {
  return {
    uid: randomUUID(),
    time: NOW,
    traceId: TRACE,
    kind: 'token_exchange_issued',
    who: ADA,
    tool: 'escalate_ticket',
    decision: { id: 'd-1', revision: 'r-1' },
    credential: {
      id: 'cap-1',
      operation: 'issueCreate',
      resource: 'https://api.linear.app',
      target: 'PAY',
      expiresIn: 60,
    },
    ...over,
  };
}

/** A producer that counts as the contract says. */
export class Counting {
  readonly epoch = randomUUID();
  counter = 0;
  constructor(readonly producer: ServiceName = 'token-broker-issuer') {}

  next(over: Partial<EventOf<'token_exchange_issued'>> = {}): NewEntry {
    const { producer, epoch } = this;
    return newEntry({ producer, epoch, counter: this.counter++, event: issuedEvent(over) }, NOW);
  }

  batch(size: number): NewEntry[] {
    return Array.from({ length: size }, () => this.next());
  }
}

import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type PeerKeys, type SigningKey, verifyServiceAssertion } from '@sallyport/authn';
import { eventBatch, type Filing, filing, type PlatformEvent } from '@sallyport/contracts';

export interface Neighbour {
  url: string;
  close(): Promise<void>;
}

/** The issuer as far as the gateway meets it: publishes its keys and keeps the ledger. */
export interface IssuerStandIn extends Neighbour {
  filings: Filing[];
  /** Answers every filing with this status instead. */
  fail: number | undefined;
}

export async function startIssuer(key: SigningKey, keys: PeerKeys, now: () => number): Promise<IssuerStandIn> {
  const issuer: IssuerStandIn = { url: '', filings: [], fail: undefined, close: async () => undefined };
  const neighbour = await listen(async (request, response) => {
    if (request.url === '/jwks') return void response.end(JSON.stringify({ keys: [key.jwk] }));
    const body = await bytesOf(request);
    const { service } = verifyServiceAssertion(request.headers.authorization, {
      audience: issuer.url,
      keys,
      body,
      now: now(),
    });
    if (request.url !== '/ledger/filings' || service !== 'token-broker-gateway') {
      return void response.writeHead(403).end();
    }
    if (issuer.fail !== undefined) return void response.writeHead(issuer.fail).end();
    issuer.filings.push(filing.parse(JSON.parse(body.toString())));
    response.writeHead(204).end();
  });
  return Object.assign(issuer, neighbour);
}

/** The audit service as far as a producer meets it; it can be away. */
export interface AuditStandIn extends Neighbour {
  events: PlatformEvent[];
  down: boolean;
}

export async function startAudit(keys: PeerKeys, now: () => number): Promise<AuditStandIn> {
  const audit: AuditStandIn = { url: '', events: [], down: false, close: async () => undefined };
  const neighbour = await listen(async (request, response) => {
    const body = await bytesOf(request);
    if (audit.down) return void response.writeHead(503).end();
    verifyServiceAssertion(request.headers.authorization, { audience: audit.url, keys, body, now: now() });
    const { events } = eventBatch.parse(JSON.parse(body.toString()));
    const receipts = events.map(({ event }, index) => ({
      uid: event.uid,
      index: audit.events.length + index,
      leafHash: 'leaf',
    }));
    audit.events.push(...events.map(({ event }) => event));
    response.end(JSON.stringify({ receipts, checkpoint: 'checkpoint' }));
  });
  return Object.assign(audit, neighbour);
}

async function listen(handle: (...args: Parameters<RequestListener>) => Promise<void>): Promise<Neighbour> {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

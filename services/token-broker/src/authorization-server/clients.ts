import { readFile } from 'node:fs/promises';
import type { PeerKeys } from '@sallyport/authn';
import { SERVICES, type ServiceName, TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import type { JWK } from 'jose';
import type { ClientMetadata } from 'oidc-provider';
import { z } from 'zod';

/** A public client that people use; it can do nothing but the code flow. */
const agentClient = z.strictObject({
  kind: z.literal('agent'),
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(80),
  redirectUris: z.array(z.url()).min(1).max(10),
});
/** A service of ours that may exchange tokens made for its own resource, and nothing else. */
const exchangeClient = z.strictObject({ kind: z.literal('exchange'), service: z.enum(SERVICES), resource: z.url() });
const clientFile = z.array(z.discriminatedUnion('kind', [agentClient, exchangeClient])).max(500);
export type PreRegisteredClient = z.infer<typeof clientFile>[number];

/** Clients of one machine: the demo's agent, and the mcp-server. */
export const DEFAULT_CLIENTS: readonly PreRegisteredClient[] = [
  {
    kind: 'agent',
    id: 'sallyport-demo',
    name: 'Sallyport demo agent',
    // RFC 8252 §7.3: any port of the loopback interface
    redirectUris: ['http://localhost/callback', 'http://127.0.0.1/callback', 'http://[::1]/callback'],
  },
  { kind: 'exchange', service: 'mcp-server', resource: 'http://localhost:8000/mcp' },
];

/** What the exchange must know of the client that asks. */
export interface ExchangeClient {
  id: ServiceName;
  /** The one resource whose tokens it may present. */
  resource: string;
  /** Thumbprints of its own keys: the only ones its DPoP proofs and capabilities may be bound to. */
  thumbprints: ReadonlySet<string>;
}

export interface PreRegistered {
  metadata: ClientMetadata[];
  exchange: ReadonlyMap<string, ExchangeClient>;
}

/** @throws Error naming the file's first mistake, or the service whose keys are missing */
export async function loadClients(file: string | undefined, peers: PeerKeys): Promise<PreRegistered> {
  return preRegister(file === undefined ? DEFAULT_CLIENTS : await readClients(file), peers);
}

async function readClients(file: string): Promise<PreRegisteredClient[]> {
  const parsed = clientFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`clients file ${file}: ${issue?.path.join('.')} ${issue?.message}`);
}

export function preRegister(clients: readonly PreRegisteredClient[], peers: PeerKeys): PreRegistered {
  const exchange = new Map<string, ExchangeClient>();
  const metadata = clients.map((client): ClientMetadata => {
    if (client.kind === 'agent') {
      return { client_id: client.id, client_name: client.name, redirect_uris: client.redirectUris };
    }
    const keys = peers.get(client.service).filter((key) => key.use === 'sig');
    exchange.set(client.service, {
      id: client.service,
      resource: client.resource,
      thumbprints: new Set(keys.map((key) => key.kid as string)),
    });
    return exchangeMetadata(client.service, keys);
  });
  return { metadata, exchange };
}

function exchangeMetadata(service: ServiceName, keys: JWK[]): ClientMetadata {
  return {
    client_id: service,
    client_name: service,
    redirect_uris: [],
    response_types: [],
    grant_types: [TOKEN_EXCHANGE_GRANT],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys },
  };
}

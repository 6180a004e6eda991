import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceKeys, generateKey, readPeerKeys, readSigningKey, type SigningKey } from '@sallyport/authn';
import type { RunningService } from '@sallyport/bootstrap';
import type { AccessTokenClaims, PlatformEvent } from '@sallyport/contracts';
import { createLogger, startTracing } from '@sallyport/telemetry';
import { type Config, configSchema } from '../config.ts';
import type { Additions } from '../foundation.ts';
import { startMcpServer } from '../start-mcp-server.ts';
import { Agent } from './agent.ts';
import { type AuditStandIn, startAudit } from './audit-stand-in.ts';
import { type GatewayStandIn, startGateway } from './gateway-stand-in.ts';
import { type IssuerStandIn, startIssuer } from './issuer-stand-in.ts';
import { claimsOf, type Minted, mint, type PersonName } from './people.ts';

export const TICKETS_FILE = join(import.meta.dirname, '../../../../simulators/helpdesk/tickets.json');
/** The critical payment ticket of harbor. */
export const TICKET = '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001';

export interface Fixture {
  clock: { now: number };
  issuer: IssuerStandIn;
  gateway: GatewayStandIn;
  audit: AuditStandIn;
  issuerKey: SigningKey;
  /** Every line that was logged. */
  log: string[];
  /** Local spool of what audit has not taken yet. */
  spoolDir: string;
  /** Where the server really listens. */
  endpoint: string;
  resourceUrl: string;
  minted(): Minted;
  token(person: PersonName, changes?: Partial<Record<keyof AccessTokenClaims, unknown>>): string;
  /** An agent of that person, with a token of its own. */
  agent(person: PersonName, changes?: Partial<Record<keyof AccessTokenClaims, unknown>>): Agent;
  anonymous(): Agent;
  /** Closes the server alone, so that everything it had to say has reached audit. */
  drain(): Promise<PlatformEvent[]>;
  close(): Promise<void>;
}

/**
 * A whole mcp-server on loopback: real keys, policy, database and tickets; its three neighbours speak their wires.
 * The clock stands still until a spec moves it.
 */
export async function startFixture(
  settings: Partial<Record<keyof Config, string>> = {},
  additions: Pick<Additions, 'tools' | 'extend' | 'conversations'> = {},
): Promise<Fixture> {
  startTracing('mcp-server');
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-mcp-'));
  await createServiceKeys(dir, ['mcp-server']);
  const spoolDir = join(dir, 'spool');
  const signingKeyFile = join(dir, 'mcp-server.jwks.json');
  const resourceUrl = settings.resourceUrl ?? 'http://localhost:8000/mcp';
  const issuerKey = generateKey().key;
  const urls = { issuer: '', gateway: '' };
  const client = await readSigningKey(signingKeyFile);
  const gatewayUrl = () => urls.gateway;
  const issuer = await startIssuer({ key: issuerKey, client, gatewayUrl, resourceUrl, now });
  const gateway = await startGateway(issuerKey, () => urls.issuer, now);
  const audit = await startAudit(await readPeerKeys(join(dir, 'public'), ['mcp-server']), now);
  Object.assign(urls, { issuer: issuer.url, gateway: gateway.url });
  const log: string[] = [];
  const logger = createLogger('mcp-server', 'debug', { write: (line) => void log.push(line) });
  const config = configSchema.parse({
    ...{ port: '0', issuerUrl: issuer.url, gatewayUrl: gateway.url, auditUrl: audit.url, signingKeyFile },
    ...{ auditSpoolDir: spoolDir, ticketsSeedFile: TICKETS_FILE, callsPerMinute: '100000', burst: '10000' },
    ...settings,
  });
  const service: RunningService = await startMcpServer(config, { ...additions, now, logger });
  let running = true;
  const endpoint = new URL(new URL(resourceUrl).pathname, service.url).href;
  const minted = (): Minted => ({ key: issuerKey, issuer: issuer.url, audience: resourceUrl, now: clock.now });
  const token: Fixture['token'] = (person, changes = {}) =>
    mint({ ...claimsOf(person, minted()), ...changes }, minted());
  const drain = async () => {
    if (running) await service.close();
    running = false;
    return audit.events;
  };
  return {
    ...{ clock, issuer, gateway, audit, issuerKey, log, spoolDir, endpoint, resourceUrl, minted, token, drain },
    agent: (person, changes) => new Agent(endpoint, token(person, changes)),
    anonymous: () => new Agent(endpoint),
    async close() {
      await drain();
      await Promise.all([issuer.close(), gateway.close(), audit.close()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import {
  createDpopProof,
  createServiceKeys,
  encryptFor,
  readEncryptionKey,
  readPeerKeys,
  readSigningKey,
  type SigningKey,
  signJwt,
  variablesDigest,
} from '@sallyport/authn';
import {
  type AuthorizationDetail,
  CAPABILITY_TYP,
  type ConnectionClass,
  type Operation,
  PERSON_ASSERTION_TYP,
  type PersonAssertionClaims,
  type Problem,
  SERVICES,
} from '@sallyport/contracts';
import { DEMO_APPS, DEMO_WORKSPACES, startLinearSimulator } from '@sallyport/linear-simulator';
import { approveConsent } from '@sallyport/linear-simulator/testing';
import { createLogger } from '@sallyport/telemetry';
import { demoVaultConfig, startVaultSimulator } from '@sallyport/vault-simulator';
import { gatewayConfig } from '../gateway.config.ts';
import { GatewayModule } from '../gateway.module.ts';
import { CLASS_SCOPES } from '../linear/connection-classes.ts';
import { startAudit, startIssuer } from './neighbours.ts';
import { ADA, type SpecPerson } from './people.ts';

const GATEWAY_URL = 'http://localhost:8011';
/** The grant every capability of the fixture was exchanged in. */
export const GRANT = 'grant-of-the-specs';
const REDIRECT_URI = 'http://localhost:8010/connect/linear/callback';

export interface CapabilityWishes {
  person?: SpecPerson;
  operation?: Operation;
  target?: AuthorizationDetail['target'];
  /** Key the capability is bound to; the mcp-server's by default. */
  boundTo?: SigningKey;
  /** Key that signs; the issuer's by default. */
  signedBy?: SigningKey;
  typ?: string;
  /** Claims to change; undefined removes one. */
  claims?: Record<string, unknown>;
  role?: PersonAssertionClaims['vault_role'];
}
export interface RedeemWishes {
  key?: SigningKey;
  /** Sent instead of a fresh proof; null sends none. */
  proof?: string | null;
  proofUrl?: string;
  headers?: Record<string, string>;
  body?: string;
}
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: specs read answers of several shapes
  body: any;
  text: string;
}

export type GatewayFixture = Awaited<ReturnType<typeof startGateway>>;

/** A gateway over real HTTP between real-protocol neighbours; `clock.skip` moves everybody's time. */
export async function startGateway(changes: Record<string, string> = {}) {
  const clock = { skip: 0, now: () => Date.now() + clock.skip };
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-gateway-'));
  await createServiceKeys(dir, SERVICES);
  await writeFile(join(dir, 'issue-id.key'), randomBytes(32), { mode: 0o600 });
  const keyFile = (service: string) => join(dir, `${service}.jwks.json`);
  const issuerKey = await readSigningKey(keyFile('token-broker-issuer'));
  const mcpKey = await readSigningKey(keyFile('mcp-server'));
  const encryptionKey = await readEncryptionKey(keyFile('token-broker-gateway'));
  const peers = await readPeerKeys(join(dir, 'public'), SERVICES);
  const issuer = await startIssuer(issuerKey, peers, clock.now);
  const audit = await startAudit(peers, clock.now);
  const linear = await startLinearSimulator({
    port: 0,
    apps: DEMO_APPS,
    workspaces: DEMO_WORKSPACES,
    now: clock.now,
  });
  const publicJwk = async (service: string) => (await readSigningKey(keyFile(service))).jwk as Record<string, unknown>;
  const vault = await startVaultSimulator({
    config: demoVaultConfig({
      issuer: issuer.url,
      issuerKeys: { url: `${issuer.url}/jwks` },
      linearTokenUrl: `${linear.url}/oauth/token`,
      serviceKeys: {
        'token-broker-issuer': await publicJwk('token-broker-issuer'),
        'token-broker-gateway': await publicJwk('token-broker-gateway'),
        audit: await publicJwk('audit'),
      },
    }),
    now: clock.now,
  });
  const logs: string[] = [];
  const logger = createLogger('token-broker-gateway', 'debug', { write: (line) => void logs.push(line) });
  const config = gatewayConfig.parse({
    gatewayUrl: GATEWAY_URL,
    issuerUrl: issuer.url,
    signingKeyFile: keyFile('token-broker-gateway'),
    peerKeysDir: join(dir, 'public'),
    databaseUrl: `pglite:${join(dir, 'db')}`,
    vaultUrl: vault.url,
    linearApiUrl: `${linear.url}/graphql`,
    linearTokenUrl: `${linear.url}/oauth/token`,
    auditUrl: audit.url,
    auditSpoolDir: join(dir, 'spool'),
    issueIdKeyFile: join(dir, 'issue-id.key'),
    ...changes,
  });

  const open = async () => {
    const module = await GatewayModule.forPlacement(config, { now: clock.now, logger });
    const app = await NestFactory.create(module, { bodyParser: false, logger: ['error'] });
    app.enableShutdownHooks([]);
    await app.listen(0, '127.0.0.1');
    return { app, port: (app.getHttpServer().address() as AddressInfo).port };
  };
  let running = await open();

  const capability = async (variables: unknown, wishes: CapabilityWishes = {}): Promise<string> => {
    const { person = ADA, operation = 'issueCreate', boundTo = mcpKey, signedBy = issuerKey } = wishes;
    const role = wishes.role ?? (operation === 'connectLinear' ? 'linear-onboard' : 'linear-issues-create');
    const iat = Math.floor(clock.now() / 1_000);
    const times = { iat, nbf: iat, exp: iat + 60 };
    const { ticketId, team, class: connection } = variables as Record<string, string>;
    const target =
      wishes.target ?? (operation === 'connectLinear' ? { class: connection } : { team, ticket: ticketId });
    const assertion: PersonAssertionClaims = {
      iss: issuer.url,
      aud: 'vault',
      sub: person.sub,
      tenant: person.tenant,
      jti: randomUUID(),
      vault_role: role,
      ...times,
    };
    const claims: Record<string, unknown> = {
      iss: issuer.url,
      aud: GATEWAY_URL,
      sub: person.sub,
      name: person.name,
      tenant: person.tenant,
      client_id: 'https://agent.example/client.json',
      act: { sub: 'mcp-server', act: { sub: 'https://agent.example/client.json' } },
      grant_id: GRANT,
      jti: randomUUID(),
      ...times,
      cnf: { jkt: boundTo.jkt },
      authorization_details: [
        {
          type: 'linear_operation',
          operation,
          tool: operation === 'connectLinear' ? 'connect_linear' : 'escalate_ticket',
          target,
          variables_digest: variablesDigest(variables),
        },
      ],
      decision_id: `d-${randomUUID()}`,
      policy_revision: 'r-spec',
      person_assertion: await encryptFor(encryptionKey.jwk, signJwt(issuerKey, PERSON_ASSERTION_TYP, assertion)),
      ...wishes.claims,
    };
    return signJwt(signedBy, wishes.typ ?? CAPABILITY_TYP, claims);
  };

  const redeem = async (token: string, variables: unknown, wishes: RedeemWishes = {}): Promise<Answer> => {
    const { key = mcpKey, proofUrl = `${GATEWAY_URL}/redeem` } = wishes;
    const proof =
      wishes.proof === undefined
        ? createDpopProof(key, { method: 'POST', url: proofUrl, accessToken: token, now: clock.now() })
        : wishes.proof;
    const response = await fetch(`http://127.0.0.1:${running.port}/redeem`, {
      method: 'POST',
      headers: {
        authorization: `DPoP ${token}`,
        'content-type': 'application/json',
        ...(proof === null ? {} : { dpop: proof }),
        ...wishes.headers,
      },
      body: wishes.body ?? JSON.stringify({ variables }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
      text,
    };
  };

  /** The person consents at Linear; returns what the issuer would redeem. */
  const consent = async (person: SpecPerson, connection: ConnectionClass, scopes = CLASS_SCOPES[connection]) => {
    const codeVerifier = randomBytes(32).toString('base64url');
    const url = new URL(`${linear.url}/oauth/authorize`);
    url.search = new URLSearchParams({
      client_id: `sallyport-${connection}`,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: scopes.join(','),
      state: 'state',
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const code = (await approveConsent(url, person.email)).searchParams.get('code') ?? '';
    return { class: connection, code, codeVerifier, redirectUri: REDIRECT_URI };
  };
  const connect = async (
    person: SpecPerson,
    connection: ConnectionClass = 'creator',
    wishes: CapabilityWishes = {},
  ) => {
    const variables = await consent(person, connection);
    const token = await capability(variables, {
      person,
      operation: 'connectLinear',
      boundTo: issuerKey,
      ...wishes,
    });
    return redeem(token, variables, { key: issuerKey });
  };

  const sim = async (url: string, init?: RequestInit) => (await fetch(url, init)).json();
  const post = (body: unknown) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    clock,
    dir,
    config,
    keys: { issuer: issuerKey, mcp: mcpKey },
    issuer,
    audit,
    linear,
    vault,
    logs,
    capability,
    redeem,
    consent,
    connect,
    /** Requests so far at Vault and Linear. */
    calls: async (): Promise<{ vault: number; linear: number }> => ({
      vault: (await sim(`${vault.url}/_sim/requests`)).total,
      linear: (await sim(`${linear.url}/_sim/requests`)).total,
    }),
    issues: (workspace = 'harbor') => sim(`${linear.url}/_sim/issues?workspace=${workspace}`),
    linearFault: (fault: Record<string, unknown>) => sim(`${linear.url}/_sim/faults`, post(fault)),
    vaultFault: (fault: Record<string, unknown>) => fetch(`${vault.url}/_sim/faults`, post(fault)),
    revoke: (person: SpecPerson) => sim(`${linear.url}/_sim/revoke`, post({ user: person.email })),
    /** Ends the gateway and starts another on the same database. */
    restart: async () => {
      await running.app.close();
      running = await open();
    },
    close: async () => {
      await running.app.close();
      await Promise.all([issuer, audit, linear, vault].map((neighbour) => neighbour.close()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Variables of one issue with nothing of a customer in them. */
export function issueVariables(changes: Record<string, unknown> = {}) {
  return {
    ticketId: randomUUID(),
    team: 'PAY',
    title: 'Card payments fail after the 3-D Secure redirect',
    description: '[PERSON_1] reports that checkout answers with an error page after the bank has confirmed.',
    priority: 1,
    ...changes,
  };
}

/** The reason of a refusal, with its form checked. */
export function reasonOf({ status, headers, body }: Answer): string {
  const problem = body as Problem;
  if (headers.get('content-type') !== 'application/problem+json' || problem.status !== status || !problem.traceId) {
    throw new Error(`no problem document: ${status} ${JSON.stringify(body)}`);
  }
  return problem.reason ?? '';
}

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { createServiceKeys, readPeerKeys, readSigningKey } from '@sallyport/authn';
import { SERVICES } from '@sallyport/contracts';
import { DEMO_PEOPLE, demoBrokerClient, startIdpSimulator } from '@sallyport/idp-simulator';
import type { Lookup } from '@sallyport/safe-fetch';
import { createLogger } from '@sallyport/telemetry';
import express from 'express';
import { startAudit } from '../gateway/testing/neighbours.ts';
import { Foundation } from '../issuer/foundation.ts';
import { issuerConfig } from '../issuer.config.ts';
import { Issuer, IssuerModule } from '../issuer.module.ts';

type Settings = Record<string, string>;
export type IssuerFixture = Awaited<ReturnType<typeof startIssuer>>;

/** Somebody who belongs to no company of ours, and somebody without a group. */
const STRANGERS = [
  { ...person('Otto', 'elsewhere'), groups: ['support-engineers'] },
  { ...person('Nils', 'harbor'), groups: [] },
];

function person(first: string, tenant: string) {
  const username = first.toLowerCase();
  const email = `${username}@${tenant}.example`;
  return { sub: `idp-${username}`, username, password: `${username}-demo`, name: `${first} Test`, email, tenant };
}

/** The names of strangers as these specs resolve them: no resolver is asked. */
const PUBLIC: Lookup = async () => ['93.184.216.34'];

/** A port that is known before the service behind it exists: a service must know its own URL. */
export async function openDoor() {
  let handler: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    handle: (next: RequestListener) => {
      handler = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A whole issuer over HTTP on the loopback interface, with the IdP simulator and a receiver for audit events.
 * @param lookup what names of metadata documents resolve to
 * @param changes settings as they would stand in the environment, without `BROKER_`; or what makes them of its URL
 */
export async function startIssuer(changes: Settings | ((url: string) => Promise<Settings>) = {}, lookup = PUBLIC) {
  const clock = { skip: 0, now: () => Date.now() + clock.skip };
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-issuer-'));
  await createServiceKeys(dir, SERVICES);
  const keyFile = (service: string) => join(dir, `${service}.jwks.json`);
  const keys = {
    issuer: await readSigningKey(keyFile('token-broker-issuer')),
    mcp: await readSigningKey(keyFile('mcp-server')),
    gateway: await readSigningKey(keyFile('token-broker-gateway')),
    audit: await readSigningKey(keyFile('audit')),
  };
  const peers = await readPeerKeys(join(dir, 'public'), SERVICES);
  const audit = await startAudit(peers, clock.now);

  const door = await openDoor();
  const { url } = door;
  const idp = await startIdpSimulator({
    people: [...DEMO_PEOPLE, ...STRANGERS],
    clients: [demoBrokerClient({ ...keys.issuer.jwk }, [`${url}/signin/callback`])],
  });

  const logs: string[] = [];
  const logger = createLogger('token-broker-issuer', 'debug', { write: (line) => void logs.push(line) });
  const config = issuerConfig.parse({
    placement: 'issuer',
    publicUrl: url,
    databaseUrl: 'pglite:memory',
    signingKeyFile: keyFile('token-broker-issuer'),
    peerKeysDir: join(dir, 'public'),
    auditUrl: audit.url,
    auditSpoolDir: join(dir, 'spool'),
    gatewayUrl: 'http://localhost:8011',
    idpIssuer: idp.url,
    tenants: 'harbor,meridian',
    environment: 'development',
    ...(typeof changes === 'function' ? await changes(url) : changes),
  });
  const rim = express();
  const module = await IssuerModule.forPlacement(config, { now: clock.now, logger, lookup });
  const app = await NestFactory.create(module, new ExpressAdapter(rim), { bodyParser: false, logger: ['error'] });
  for (const middleware of app.get(Issuer).middleware) app.use(middleware);
  await app.init();
  door.handle(rim);

  const moment = () => new Promise((resolve) => setTimeout(resolve, 10));
  const client = app.get(Foundation).audit;
  const shipped = async () => {
    for (let tries = 0; tries < 100 && client.backlog > 0; tries++) await moment();
  };
  return {
    url,
    dir,
    clock,
    keys,
    keyFile,
    audit,
    idp,
    logs,
    app,
    config,
    db: app.get(Foundation).database.db,
    /** Events of one kind, once there are some (or a second has passed) and everything recorded by then has arrived. */
    async events(kind: string) {
      for (let tries = 0; tries < 100 && !audit.events.some((event) => event.kind === kind); tries++) await moment();
      await shipped();
      return audit.events.filter((event) => event.kind === kind);
    },
    /** Audit is up, what was recorded before has arrived, and is forgotten. */
    async forgetEvents() {
      audit.down = false;
      await shipped();
      audit.events.length = 0;
    },
    async close() {
      await app.close();
      await idp.close();
      await audit.close();
      await door.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

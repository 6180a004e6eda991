import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { DEMO_APPS, DEMO_WORKSPACES, startLinearSimulator } from '@sallyport/linear-simulator';
import { createLogger } from '@sallyport/telemetry';
import { demoVaultConfig, startVaultSimulator } from '@sallyport/vault-simulator';
import express from 'express';
import { gatewayConfig } from '../gateway/gateway.config.ts';
import { GatewayModule } from '../gateway/gateway.module.ts';
import { openDoor, startIssuer } from './issuer-fixture.ts';

export type BrokerFixture = Awaited<ReturnType<typeof startBroker>>;

/** Both placements between real-protocol neighbours: the whole way from a click to a filed issue. */
export async function startBroker() {
  const door = await openDoor();
  let linear: Awaited<ReturnType<typeof startLinearSimulator>> | undefined;
  const issuer = await startIssuer(async (issuerUrl) => {
    const redirectUris = [`${issuerUrl}/connect/linear/callback`];
    const apps = DEMO_APPS.map((app) => ({ ...app, redirectUris }));
    linear = await startLinearSimulator({ port: 0, apps, workspaces: DEMO_WORKSPACES });
    return { gatewayUrl: door.url, linearAuthorizeUrl: `${linear.url}/oauth/authorize` };
  });
  const linearUrl = linear?.url ?? '';
  const vault = await startVaultSimulator({
    config: demoVaultConfig({
      issuer: issuer.url,
      issuerKeys: { url: `${issuer.url}/jwks` },
      linearTokenUrl: `${linearUrl}/oauth/token`,
      serviceKeys: {
        'token-broker-issuer': { ...issuer.keys.issuer.jwk },
        'token-broker-gateway': { ...issuer.keys.gateway.jwk },
        audit: { ...issuer.keys.audit.jwk },
      },
    }),
  });
  await writeFile(join(issuer.dir, 'issue-id.key'), randomBytes(32), { mode: 0o600 });
  const logs: string[] = [];
  const logger = createLogger('token-broker-gateway', 'debug', { write: (line) => void logs.push(line) });
  const config = gatewayConfig.parse({
    gatewayUrl: door.url,
    issuerUrl: issuer.url,
    signingKeyFile: issuer.keyFile('token-broker-gateway'),
    peerKeysDir: join(issuer.dir, 'public'),
    databaseUrl: 'pglite:memory',
    vaultUrl: vault.url,
    linearApiUrl: `${linearUrl}/graphql`,
    linearTokenUrl: `${linearUrl}/oauth/token`,
    auditUrl: issuer.audit.url,
    auditSpoolDir: join(issuer.dir, 'gateway-spool'),
    issueIdKeyFile: join(issuer.dir, 'issue-id.key'),
  });
  const rim = express();
  const module = await GatewayModule.forPlacement(config, { logger });
  const gateway = await NestFactory.create(module, new ExpressAdapter(rim), { bodyParser: false, logger: ['error'] });
  await gateway.init();
  door.handle(rim);
  return {
    issuer,
    gatewayUrl: door.url,
    linearUrl,
    gatewayLogs: logs,
    async close() {
      await gateway.close();
      await vault.close();
      await linear?.close();
      await issuer.close();
      await door.close();
    },
  };
}

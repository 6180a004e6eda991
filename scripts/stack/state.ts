import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServiceKeys } from '@sallyport/authn';
import { SERVICES } from '@sallyport/contracts';
import { makePgliteTemplate } from '@sallyport/database';
import { demoVaultConfig } from '@sallyport/vault-simulator';
import type { Addresses } from './addresses.ts';

/**
 * Prepares the state of one machine: directories (0700), one key file per process (0600, made once), and the
 * configuration an operator would give the IdP and the Vault.
 */
export async function prepareState(stateDir: string, { url }: Addresses): Promise<void> {
  for (const dir of ['', 'keys', 'logs', 'data', 'spool', 'audit-log']) {
    await mkdir(join(stateDir, dir), { recursive: true, mode: 0o700 });
  }
  await makePgliteTemplate();
  const keys = join(stateDir, 'keys');
  await createServiceKeys(keys, SERVICES);
  await writeFile(join(keys, 'issue-id.key'), randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    keepExisting,
  );
  const publicKey = async (service: string) => {
    const set = JSON.parse(await readFile(join(keys, 'public', `${service}.jwks.json`), 'utf8')) as { keys: object[] };
    return set.keys[0] as Record<string, unknown>;
  };
  const issuerKey = await publicKey('token-broker-issuer');
  await writeJson(
    join(stateDir, 'vault-config.json'),
    demoVaultConfig({
      issuer: url('issuer'),
      issuerKeys: { url: `${url('issuer')}/jwks` },
      linearTokenUrl: `${url('linear')}/oauth/token`,
      serviceKeys: {
        'token-broker-issuer': issuerKey,
        'token-broker-gateway': await publicKey('token-broker-gateway'),
        audit: await publicKey('audit'),
      },
    }),
  );
  await writeJson(join(stateDir, 'resources.json'), resources(url('mcp'), url('audit')));
  await writeJson(join(stateDir, 'clients.json'), clients(url('mcp')));
  await writeJson(join(stateDir, 'idp-clients.json'), [
    {
      client_id: 'sallyport-broker',
      redirect_uris: [`${url('issuer')}/signin/callback`],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [issuerKey] },
    },
  ]);
}

const SUPPORT = ['support_engineer', 'support_lead'];

/** Resources of the broker: what tokens are made for, and which role can use each scope. */
const resources = (mcp: string, audit: string) => [
  {
    uri: `${mcp}/mcp`,
    scopes: { 'tickets:read': SUPPORT, 'issues:create': SUPPORT, 'issues:delete': SUPPORT },
    defaultScope: ['tickets:read', 'issues:create'],
  },
  { uri: audit, scopes: { 'audit:read': ['support_lead', 'platform_admin'] }, defaultScope: ['audit:read'] },
];

/** Pre-registered clients: the demo's agent on any loopback port (RFC 8252 §7.3), and the mcp-server for exchanges. */
const clients = (mcp: string) => [
  {
    kind: 'agent',
    id: 'sallyport-demo',
    name: 'Sallyport demo agent',
    redirectUris: ['http://localhost/callback', 'http://127.0.0.1/callback', 'http://[::1]/callback'],
  },
  { kind: 'exchange', service: 'mcp-server', resource: `${mcp}/mcp` },
];

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, JSON.stringify(value, null, 2), { mode: 0o600 });
  await chmod(file, 0o600);
}

function keepExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

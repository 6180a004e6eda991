import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORBIDDEN_VARIABLES, parseConfig, refuseForbiddenVariables } from '@sallyport/bootstrap';
import { describe, expect, it } from 'vitest';
import { gatewayConfig, isOneMachine } from './gateway.config.ts';
import { readIssueIdKey } from './issue-id-key.ts';

const ENV = {
  BROKER_GATEWAY_URL: 'http://localhost:8011',
  BROKER_ISSUER_URL: 'http://localhost:8010',
  BROKER_SIGNING_KEY_FILE: 'key',
  BROKER_PEER_KEYS_DIR: 'peers',
  BROKER_DATABASE_URL: 'pglite:memory',
  BROKER_VAULT_URL: 'http://localhost:8200',
  BROKER_AUDIT_URL: 'http://localhost:8020',
  BROKER_AUDIT_SPOOL_DIR: 'spool',
  BROKER_ISSUE_ID_KEY_FILE: 'issue-id.key',
};
const parse = (change: Record<string, string> = {}) => parseConfig(gatewayConfig, 'BROKER', { ...ENV, ...change });

describe('the settings of the gateway', () => {
  it.each(['VAULT_TOKEN', 'VAULT_SKIP_VERIFY'])('[C-CR-6] refuse to start where %s is set', (name) => {
    expect(FORBIDDEN_VARIABLES).toContain(name);
    expect(() => refuseForbiddenVariables({ [name]: 'false' })).toThrow(new RegExp(name));
  });

  it.each([
    ['an unknown variable', { BROKER_VAULT_TOKEN: 'canary' }, /BROKER_VAULT_TOKEN: unknown/],
    ['a Vault that is no URL', { BROKER_VAULT_URL: 'canary' }, /BROKER_VAULT_URL/],
    ['workspaces that are no pairs', { BROKER_LINEAR_WORKSPACES: 'canary' }, /BROKER_LINEAR_WORKSPACES/],
  ])('refuse %s by name, never by value', (_, change, message) => {
    expect(() => parse(change)).toThrow(message);
    expect(() => parse(change)).not.toThrow(/canary/);
  });

  it('read which workspace belongs to which tenant', () => {
    expect(parse({ BROKER_LINEAR_WORKSPACES: 'harbor=harbor-eng,meridian=m' }).linearWorkspaces).toEqual(
      new Map([
        ['harbor', 'harbor-eng'],
        ['meridian', 'm'],
      ]),
    );
  });

  it('[C-IN-4] call loopback only where the gateway itself is on it', () => {
    expect(isOneMachine(parse())).toBe(true);
    expect(isOneMachine({ gatewayUrl: 'https://gateway.acme.example' })).toBe(false);
    expect(isOneMachine({ gatewayUrl: 'https://localhost.acme.example' })).toBe(false);
  });
});

describe('the key of issue ids', () => {
  const fileWith = async (bytes: number, mode: number) => {
    const file = join(await mkdtemp(join(tmpdir(), 'sallyport-key-')), 'issue-id.key');
    await writeFile(file, randomBytes(bytes), { mode });
    return file;
  };
  it('is refused when others can read it, or when it is short', async () => {
    await expect(readIssueIdKey(await fileWith(32, 0o644))).rejects.toThrow(/readable by others/);
    await expect(readIssueIdKey(await fileWith(31, 0o600))).rejects.toThrow(/fewer than 32/);
  });
  it('is read when it is ours alone', async () => {
    expect(await readIssueIdKey(await fileWith(32, 0o600))).toHaveLength(32);
  });
});

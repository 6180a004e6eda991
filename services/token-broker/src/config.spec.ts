import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const ISSUER = {
  BROKER_PLACEMENT: 'issuer',
  BROKER_PUBLIC_URL: 'https://broker.example/',
  BROKER_DATABASE_URL: 'pglite:memory',
  BROKER_SIGNING_KEY_FILE: '/keys/issuer.jwks.json',
  BROKER_PEER_KEYS_DIR: '/keys/public',
  BROKER_AUDIT_URL: 'https://audit.example',
  BROKER_AUDIT_SPOOL_DIR: '/spool',
  BROKER_GATEWAY_URL: 'https://gateway.example/',
  BROKER_IDP_ISSUER: 'https://idp.example',
  BROKER_TENANTS: 'harbor, meridian',
};

describe('configuration of the broker', () => {
  it('reads the placement’s settings with units, bounds and safe defaults', () => {
    expect(readConfig(ISSUER)).toMatchObject({
      placement: 'issuer',
      port: 8010,
      publicUrl: 'https://broker.example',
      gatewayUrl: 'https://gateway.example',
      tenants: ['harbor', 'meridian'],
      dynamicRegistration: 'off',
      environment: 'production',
      accessTokenTtlSeconds: 600,
    });
  });

  it.each([
    ['no placement', { BROKER_PLACEMENT: undefined }, 'BROKER_PLACEMENT'],
    ['an access token longer than ten minutes', { BROKER_ACCESS_TOKEN_TTL_SECONDS: '601' }, 'ACCESS_TOKEN_TTL'],
    ['a setting of the other placement', { BROKER_VAULT_URL: 'https://vault.example' }, 'BROKER_VAULT_URL: unknown'],
    ['a typo', { BROKER_TENANT: 'harbor' }, 'BROKER_TENANT: unknown'],
    ['registration for everybody', { BROKER_DYNAMIC_REGISTRATION: 'open' }, 'BROKER_DYNAMIC_REGISTRATION'],
    ['a role nobody knows', { BROKER_ROLE_GROUPS: 'staff=root' }, 'BROKER_ROLE_GROUPS'],
    ['a token in the environment', { VAULT_TOKEN: 'canary' }, 'VAULT_TOKEN'],
  ])('[C-CR-6] does not start with %s, and names no value', (_name, changes, words) => {
    const read = () => readConfig({ ...ISSUER, ...changes } as NodeJS.ProcessEnv);
    expect(read).toThrow(words);
    expect(read).not.toThrow('canary');
  });

  it('maps groups of the IdP to roles', () => {
    const config = readConfig({ ...ISSUER, BROKER_ROLE_GROUPS: 'a=b=support_lead,ops=platform_admin' });
    expect(config.placement === 'issuer' && [...config.roleGroups]).toEqual([
      ['a=b', 'support_lead'],
      ['ops', 'platform_admin'],
    ]);
  });
});

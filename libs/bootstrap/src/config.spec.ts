import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, parseConfig, refuseForbiddenVariables, setting, startFailure } from './index.ts';

const schema = z.object({
  port: setting.port(8010),
  issuerUrl: setting.url(),
  tokenTtlSeconds: setting.seconds(600, 1, 600),
  requireDpop: setting.flag(false),
});
const good = { BROKER_ISSUER_URL: 'http://localhost:8010' };
const linesOf = (env: NodeJS.ProcessEnv) => {
  try {
    parseConfig(schema, 'BROKER', env);
  } catch (error) {
    return (error as ConfigError).lines;
  }
  return [];
};

describe('configuration', () => {
  it('refuses an unknown variable with our prefix, because it is a typo', () => {
    expect(linesOf({ ...good, BROKER_TOKEN_TTL: '60' })).toEqual(['BROKER_TOKEN_TTL: unknown setting']);
  });

  it('refuses values out of bounds, naming the variable and the rule but never the value', () => {
    const lines = linesOf({ BROKER_ISSUER_URL: 'hunter2', BROKER_TOKEN_TTL_SECONDS: '86400' });
    expect(lines.join()).toMatch(/BROKER_ISSUER_URL: .*BROKER_TOKEN_TTL_SECONDS: /);
    expect(lines.join()).not.toMatch(/hunter2|86400/);
  });

  it('says what is required and missing', () => {
    expect(linesOf({})).toEqual(['BROKER_ISSUER_URL: is required']);
  });

  it('gives defaults, ignores other people’s variables and cannot be changed afterwards', () => {
    const config = parseConfig(schema, 'BROKER', { ...good, PATH: '/bin', BROKER_REQUIRE_DPOP: '' });
    expect(config).toEqual({
      port: 8010,
      issuerUrl: 'http://localhost:8010',
      tokenTtlSeconds: 600,
      requireDpop: false,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('[C-CR-6] refuses to start beside a variable that holds a downstream secret or loosens TLS', () => {
    expect(() => refuseForbiddenVariables({ VAULT_SKIP_VERIFY: 'false' })).toThrow(/VAULT_SKIP_VERIFY/);
    expect(() => refuseForbiddenVariables({ VAULT_TOKEN: 'hvs.x' })).toThrow(ConfigError);
  });

  it('explains a taken port and a missing file in one line', () => {
    expect(startFailure(Object.assign(new Error('x'), { code: 'EADDRINUSE', port: 8000 }))).toBe(
      'port 8000 is taken by another program; stop it or choose another port',
    );
    expect(startFailure(Object.assign(new Error('x'), { code: 'ENOENT', path: 'key.json' }))).toBe(
      'file not found: key.json',
    );
  });
});

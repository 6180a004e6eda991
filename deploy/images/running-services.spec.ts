import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRun, ImagesUnderTest } from './sandbox/images-under-test.ts';
import { POSTGRES_FILES } from './sandbox/installation.ts';

let test: ImagesUnderTest;
beforeAll(async () => {
  if (canRun()) test = await ImagesUnderTest.open();
});
afterAll(() => test?.close());

describe.skipIf(!canRun('mcp-server', 'token-broker', 'audit', 'simulators'))('without what they need', () => {
  it.each([
    ['mcp-server', 'MCP_SIGNING_KEY_FILE: is required'],
    ['token-broker', 'BROKER_PLACEMENT: must be issuer or gateway'],
    ['audit', 'AUDIT_LOG_DIR: is required'],
  ])('%s refuses to start, by exit code 78 and one line', async (name, words) => {
    const { code, output } = await (await test.start(name)).ended();
    expect(code).toBe(78);
    expect(output.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  });

  it.each(['mcp-server', 'token-broker', 'audit'])('the migrations of %s refuse too', async (name) => {
    const { code } = await (await test.start(name, { args: ['/app/migrate.js'] })).ended();
    expect(code).not.toBe(0);
  });

  it('a simulator has nothing to start by default', async () => {
    const { config } = await test.image('simulators');
    expect(config.Cmd).toBeUndefined();
  });
});

describe.skipIf(!canRun('postgresql', 'mcp-server', 'audit', 'token-broker'))(
  'the services on PostgreSQL, over TLS',
  () => {
    /** Settings and mounts of one service, as a chart gives them. */
    async function service(prefix: string, name: string, database: string, management: number, env = {}, role = name) {
      const own = {
        HOST: '0.0.0.0',
        TLS_DIR: '/etc/sallyport/tls',
        MANAGEMENT_PORT: String(management),
        SIGNING_KEY_FILE: '/etc/sallyport/keys/signing.key',
        DATABASE_URL: `postgres://${role}@localhost:5432/${database}`,
        MIGRATIONS: role === 'migrations' ? 'apply' : 'check',
      };
      return {
        mounts: [
          await test.installation.tls(role),
          await test.installation.keys(name),
          await test.installation.peers(),
          await test.installation.volume(`${name}-spool`, '/var/lib/sallyport/spool'),
          await test.installation.volume(`${name}-log`, '/var/lib/sallyport/log'),
        ],
        env: { ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${prefix}_${key}`, value])), ...env },
      };
    }
    const mcp = {
      MCP_PLACEMENT: 'read',
      MCP_RESOURCE_URL: 'https://localhost:8000/mcp/read',
      MCP_AUDIT_URL: 'https://localhost:8020',
      MCP_ISSUER_URL: 'https://localhost:8010',
      MCP_GATEWAY_URL: 'https://localhost:8011',
      MCP_AUDIT_SPOOL_DIR: '/var/lib/sallyport/spool',
    };
    const audit = {
      AUDIT_PEER_KEYS_DIR: '/etc/sallyport/peers',
      AUDIT_LOG_DIR: '/var/lib/sallyport/log',
      AUDIT_CHECKPOINT_KEY_FILE: '/etc/sallyport/keys/checkpoint.key',
      AUDIT_PUBLIC_URL: 'https://localhost:8020',
      AUDIT_ISSUER_URL: 'https://localhost:8010',
    };

    beforeAll(async () => {
      const database = await test.postgres('database', readFileSync(join(POSTGRES_FILES, 'roles.sql'), 'utf8'));
      await database.says('listening on IPv4');
    });

    it('a migrations job brings a schema up to date and ends', async () => {
      const seed = { ...mcp, MCP_TICKETS_SEED_FILE: '/app/seed/tickets.json' };
      const options = await service('MCP', 'mcp-server-read', 'mcp', 0, seed, 'migrations');
      const job = await test.start('mcp-server', { args: ['/app/migrate.js'], ...options });
      expect(await job.ended()).toEqual({ code: 0, output: '' });
      const other = await service('AUDIT', 'audit', 'audit', 0, audit, 'migrations');
      const second = await test.start('audit', { args: ['/app/migrate.js'], ...other });
      expect(await second.ended()).toEqual({ code: 0, output: '' });
    });

    it('a role cannot come in with the certificate of another', async () => {
      const options = await service('MCP', 'mcp-server-read', 'mcp', 0, mcp, 'migrations');
      const wrong = [await test.installation.tls('audit'), ...options.mounts.slice(1)];
      const { code } = await (
        await test.start('mcp-server', { args: ['/app/migrate.js'], ...options, mounts: wrong })
      ).ended();
      expect(code).not.toBe(0);
    });

    it('[C-PL-1] audit and mcp-server become ready as user 65532, without any right', async () => {
      const log = await test.start('audit', await service('AUDIT', 'audit', 'audit', 9020, audit));
      await log.says('"ready":true');
      const gate = await test.start('mcp-server', await service('MCP', 'mcp-server-read', 'mcp', 9000, mcp));
      await gate.says('"ready":true');
      expect(await test.status('http://127.0.0.1:9020/readyz')).toBe('200');
      expect(JSON.parse(await test.curl('http://127.0.0.1:9000/readyz'))).toMatchObject({
        ok: true,
        database: 'postgres',
      });
      for (const container of [log, gate]) {
        const lines = readFileSync(`/proc/${await container.pid()}/status`, 'utf8');
        expect(lines).toMatch(/^Uid:\t65532\t65532\t65532\t65532$/m);
        expect(lines).toMatch(/^CapEff:\t0+$/m);
        expect(lines).toMatch(/^NoNewPrivs:\t1$/m);
      }
      await gate.signal('SIGTERM');
      expect((await gate.ended()).code).toBe(0);
      await log.signal('SIGTERM');
      expect((await log.ended()).code).toBe(0);
    });

    it('token-broker becomes a ready gateway on a schema of its own', async () => {
      const gateway = {
        BROKER_PLACEMENT: 'gateway',
        BROKER_GATEWAY_URL: 'https://localhost:8011',
        BROKER_ISSUER_URL: 'https://localhost:8010',
        BROKER_VAULT_URL: 'https://localhost:8200',
        BROKER_AUDIT_URL: 'https://localhost:8020',
        BROKER_AUDIT_SPOOL_DIR: '/var/lib/sallyport/spool',
        BROKER_PEER_KEYS_DIR: '/etc/sallyport/peers',
        BROKER_ISSUE_ID_KEY_FILE: '/etc/sallyport/keys/issue-id.key',
      };
      const name = 'token-broker-gateway';
      const owner = await service('BROKER', name, 'gateway', 0, gateway, 'migrations');
      expect((await (await test.start('token-broker', { args: ['/app/migrate.js'], ...owner })).ended()).code).toBe(0);
      const broker = await test.start('token-broker', await service('BROKER', name, 'gateway', 9011, gateway));
      await broker.says('"ready":true');
      expect(JSON.parse(await test.curl('http://127.0.0.1:9011/readyz'))).toMatchObject({ database: 'postgres' });
      await broker.end();
    });

    it('[C-CR-8] the port of a service cuts a caller without a certificate', async () => {
      const log = await test.start('audit', await service('AUDIT', 'audit', 'audit', 9021, audit));
      await log.says('"ready":true');
      expect(await test.status('-k', 'https://127.0.0.1:8020/healthz')).toBe('refused');
      const { source } = await test.installation.tls('mcp-server-read');
      const own = ['--cacert', `${source}/ca.crt`, '--cert', `${source}/tls.crt`, '--key', `${source}/tls.key`];
      expect(await test.status(...own, 'https://localhost:8020/nothing')).toBe('404');
      await log.end();
    });

    it('PGlite is left out, and asking for it is a clear refusal', async () => {
      const options = await service('AUDIT', 'audit', 'audit', 9022, audit);
      const env = { ...options.env, AUDIT_DATABASE_URL: 'pglite:memory' };
      const { code, output } = await (await test.start('audit', { ...options, env })).ended();
      expect([code, output]).toEqual([1, expect.stringContaining('@electric-sql/pglite')]);
    });
  },
);

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRun, ImagesUnderTest } from './sandbox/images-under-test.ts';

let test: ImagesUnderTest;
beforeAll(async () => {
  if (canRun()) test = await ImagesUnderTest.open();
});
afterAll(() => test?.close());

describe.skipIf(!canRun('postgresql'))('postgresql', () => {
  it('does not start without rules of who may come in', async () => {
    const { code, output } = await (await test.start('postgresql')).ended();
    expect([code, output]).toEqual([78, expect.stringContaining('pg_hba.conf cannot be read')]);
  });

  it('begins anew after an initialisation that failed', async () => {
    const failed = await (await test.postgres('anew', 'create role half; nonsense;')).ended();
    expect(failed.code).not.toBe(0);
    const second = await test.postgres('anew', 'create role half;');
    await second.says('listening on IPv4');
    await second.end();
  });

  it('does not initialise twice, and stops in order when asked as a kubelet asks', async () => {
    const first = await test.postgres('twice', 'create table kept (a int);');
    await first.says('listening on IPv4');
    await first.signal('SIGINT');
    expect((await first.ended()).code).toBe(0);
    const second = await test.postgres('twice', 'create table kept (a int);');
    await second.says('ready to accept connections');
    expect(await second.output()).not.toContain('bootstrap');
    await second.end();
  });
});

describe.skipIf(!canRun('simulators'))('the simulators', () => {
  it('start with their files', async () => {
    const linear = await test.start('simulators', { args: ['/app/linear/main.js'] });
    await linear.says('"ready":true');
    await linear.end();
    const clients = await test.installation.config('/etc/sallyport/config', { 'idp-clients.json': '[]' });
    const idp = await test.start('simulators', {
      args: ['/app/idp/main.js'],
      env: { IDP_SIM_CLIENTS_FILE: '/etc/sallyport/config/idp-clients.json' },
      mounts: [clients],
    });
    await idp.says('"ready":true');
    await idp.end();
  });
});

describe.skipIf(!canRun('opa', 'openbao'))('the Go programs', () => {
  it('opa serves a socket in a directory of the pod and health on a port', async () => {
    const socket = await test.installation.volume('opa', '/run/opa');
    const opa = await test.start('opa', {
      args: [
        'run',
        '--server',
        '--addr=unix:///run/opa/opa.sock',
        '--diagnostic-addr=127.0.0.1:8282',
        '--skip-version-check',
      ],
      mounts: [socket],
    });
    await opa.says('Initializing server');
    expect(
      await test.status('--retry', '20', '--retry-connrefused', '--retry-delay', '0', 'http://127.0.0.1:8282/health'),
    ).toBe('200');
    const answer = await test.pod.run('curl', [
      '-s',
      '--unix-socket',
      join(socket.source, 'opa.sock'),
      'http://opa/v1/data',
    ]);
    expect(JSON.parse(answer)).toHaveProperty('result');
    await opa.end();
  });

  it('openbao starts from a mounted configuration over TLS', async () => {
    const config = `
      storage "inmem" {}
      listener "tcp" {
        address = "127.0.0.1:8200"
        tls_cert_file = "/etc/sallyport/tls/tls.crt"
        tls_key_file = "/etc/sallyport/tls/tls.key"
        tls_min_version = "tls13"
      }`;
    const bao = await test.start('openbao', {
      mounts: [
        await test.installation.tls('vault'),
        await test.installation.config('/etc/sallyport/openbao', { 'bao.hcl': config }),
      ],
    });
    await bao.says('OpenBao server started');
    const { source } = await test.installation.tls('vault');
    expect(await test.status('--cacert', `${source}/ca.crt`, 'https://localhost:8200/v1/sys/health')).toBe('501');
    await bao.end();
  });
});

describe.skipIf(!canRun('egress-proxy', 'edge'))('the proxies', () => {
  it('[C-OUT-7] squid denies everything until it is told what to allow', async () => {
    const squid = await test.start('egress-proxy');
    await squid.says('Accepting HTTP Socket connections');
    expect(await test.status('-x', 'http://127.0.0.1:3128', 'http://localhost:9/')).toBe('403');
    expect(await test.status('-x', 'http://127.0.0.1:3128', 'https://localhost:9/')).toBe('refused');
    expect(await squid.output()).toMatch(/TCP_DENIED\/403/);
    await squid.end();
  });

  it('[C-OUT-7] squid takes up a mounted allow-list, as a user without rights', async () => {
    const rules = [
      'http_port 3128',
      'acl listed dstdomain -n localhost',
      'acl CONNECT method CONNECT',
      'http_access allow CONNECT listed',
      'http_access deny all',
      'cache deny all',
      'cache_log stdio:/dev/stderr',
      'access_log stdio:/dev/stdout',
      'pid_filename none',
      'coredump_dir /tmp',
      'pinger_enable off',
      'visible_hostname egress-proxy',
    ];
    const listed = await test.installation.config('/etc/sallyport/squid', { 'squid.conf': `${rules.join('\n')}\n` });
    const squid = await test.start('egress-proxy', { mounts: [listed] });
    await squid.says('Accepting HTTP Socket connections');
    await test.status('-x', 'http://127.0.0.1:3128', 'https://localhost:9/');
    await test.status('-x', 'http://127.0.0.1:3128', 'https://other.example:9/');
    await squid.says('CONNECT other.example:9');
    const decisions = (await squid.output())
      .match(/[A-Z_]+\/\d+ \d+ CONNECT \S+/g)
      ?.map((line) => line.replace(/ \d+ /, ' '));
    expect(decisions).toEqual(['NONE_NONE/503 CONNECT localhost:9', 'TCP_DENIED/403 CONNECT other.example:9']);
    await squid.end();
  });

  it('haproxy answers 503 until it is told where to, then serves TLS 1.3 with the mounted certificate and shows its own', async () => {
    const idle = await test.start('edge');
    await idle.says('Loading success');
    expect(await test.status('http://127.0.0.1:8443/')).toBe('503');
    await idle.end();
    const config = `
global
  log stdout format raw local0
  ssl-default-bind-options ssl-min-ver TLSv1.3
  ssl-load-extra-files key
  ssl-load-extra-del-ext
defaults
  mode http
  timeout connect 1s
  timeout client 5s
  timeout server 5s
frontend public
  bind :8443 ssl crt /etc/sallyport/tls/tls.crt alpn h2,http/1.1
  default_backend inner
frontend inner
  bind 127.0.0.1:8444 ssl crt /etc/sallyport/tls/tls.crt ca-file /etc/sallyport/tls/ca.crt verify required
  http-request return status 200 content-type text/plain lf-string "%[ssl_c_s_dn(cn)] %[ssl_fc_protocol]"
backend inner
  server one 127.0.0.1:8444 ssl crt /etc/sallyport/tls/tls.crt ca-file /etc/sallyport/tls/ca.crt verify required verifyhost localhost
`;
    const tls = await test.installation.tls('edge');
    const edge = await test.start('edge', {
      mounts: [tls, await test.installation.config('/etc/sallyport/haproxy', { 'haproxy.cfg': config })],
    });
    await edge.says('Loading success');
    expect(await test.curl('--cacert', `${tls.source}/ca.crt`, 'https://localhost:8443/')).toBe('edge TLSv1.3');
    expect(await test.status('-k', '--tls-max', '1.2', 'https://localhost:8443/')).toBe('refused');
    await edge.signal('SIGTERM');
    await edge.ended();
  });
});

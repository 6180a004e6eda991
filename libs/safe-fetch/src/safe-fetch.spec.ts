import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSafeFetch, type SafeFetch, SafeFetchError, type SafeFetchOptions } from './index.ts';

const PUBLIC = '93.184.215.14';
const OTHER_PUBLIC = '2606:4700::1111';
const open: { server?: Server; fetches: SafeFetch[] } = { fetches: [] };
afterEach(async () => {
  await Promise.all(open.fetches.splice(0).map((safeFetch) => safeFetch.close()));
  open.server?.closeAllConnections();
  open.server?.close();
});

/** A server on loopback; answers whatever the listener says. */
async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  open.server = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Stands for the Internet: notes which address is dialled and joins it to the server on loopback. */
function internet(port: number) {
  const dialled: { address: string; servername: string | undefined }[] = [];
  const connect: NonNullable<SafeFetchOptions['connect']> = (options, callback) => {
    dialled.push({ address: options.hostname, servername: options.servername });
    const socket = connectSocket(port, '127.0.0.1', () => callback(null, socket)).on('error', (e) => callback(e, null));
  };
  return { dialled, connect };
}

function make(options: Partial<SafeFetchOptions>): SafeFetch {
  const safeFetch = createSafeFetch({
    allow: ['https://api.example.com'],
    timeoutMs: 2_000,
    maxBytes: 1_000,
    lookup: async () => [PUBLIC],
    ...options,
  });
  open.fetches.push(safeFetch);
  return safeFetch;
}

const reasonOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(SafeFetchError);
  return (error as SafeFetchError).reason;
};

describe('[C-IN-4] where a call may go', () => {
  const bypasses: [string, string, string][] = [
    ['plain HTTP', 'http://api.example.com/', 'scheme_refused'],
    ['another scheme', 'file:///etc/passwd', 'scheme_refused'],
    ['gopher', 'gopher://api.example.com/', 'scheme_refused'],
    ['no URL', 'api.example.com', 'url_invalid'],
    ['a host that is not listed', 'https://evil.example/', 'host_not_allowed'],
    ['a subdomain', 'https://a.api.example.com/', 'host_not_allowed'],
    ['a suffix', 'https://api.example.com.evil.example/', 'host_not_allowed'],
    ['a trailing dot', 'https://api.example.com./', 'host_not_allowed'],
    ['another port', 'https://api.example.com:8443/', 'host_not_allowed'],
    ['port 22', 'https://api.example.com:22/', 'host_not_allowed'],
    ['the allowed host as user name', 'https://api.example.com@evil.example/', 'userinfo_refused'],
    ['a password', 'https://user:pass@api.example.com/', 'userinfo_refused'],
    ['a backslash before the real host', 'https://evil.example\\@api.example.com/', 'host_not_allowed'],
    ['a full-width lookalike of another host', 'https://ａpi.example.org/', 'host_not_allowed'],
    ['loopback', 'https://127.0.0.1/', 'address_literal_refused'],
    ['loopback in decimal', 'https://2130706433/', 'address_literal_refused'],
    ['loopback in octal', 'https://0177.0.0.1/', 'address_literal_refused'],
    ['loopback in hexadecimal', 'https://0x7f.0x0.0x0.0x1/', 'address_literal_refused'],
    ['loopback in short form', 'https://127.1/', 'address_literal_refused'],
    ['loopback with a trailing dot', 'https://127.0.0.1./', 'address_literal_refused'],
    ['loopback in full-width digits', 'https://１２７.0.0.1/', 'address_literal_refused'],
    ['the metadata service', 'https://169.254.169.254/latest/meta-data', 'address_literal_refused'],
    ['a public address', `https://${PUBLIC}/`, 'address_literal_refused'],
    ['IPv6 loopback', 'https://[::1]/', 'address_literal_refused'],
    ['IPv4-mapped loopback', 'https://[::ffff:127.0.0.1]/', 'address_literal_refused'],
    ['localhost', 'https://localhost/', 'host_not_allowed'],
  ];
  it.each(bypasses)('refuses %s', async (_, url, reason) => {
    const { dialled, connect } = internet(9);
    expect(await reasonOf(make({ connect })(url))).toBe(reason);
    expect(dialled).toEqual([]);
  });

  const answers: [string, string[]][] = [
    ['loopback', ['127.0.0.1']],
    ['a private address', ['10.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['IPv4-mapped loopback', ['::ffff:127.0.0.1']],
    ['6to4 of a private address', ['2002:a00:1::1']],
    ['one public and one private address', [PUBLIC, '192.168.1.1']],
    ['one private and one public address', ['fd00::1', OTHER_PUBLIC]],
    ['text that is no address', ['localhost']],
    ['more answers than any service has', Array(33).fill(PUBLIC)],
  ];
  it.each(answers)('refuses an allowed name that resolves to %s', async (_, addresses) => {
    const { dialled, connect } = internet(9);
    const call = make({ connect, lookup: async () => addresses })('https://api.example.com/');
    expect(await reasonOf(call)).toBe('address_refused');
    expect(dialled).toEqual([]);
  });

  it('refuses a name without an answer, and a resolver that fails', async () => {
    expect(await reasonOf(make({ lookup: async () => [] })('https://api.example.com/'))).toBe('name_unresolved');
    const broken = make({ lookup: () => Promise.reject(new Error('SERVFAIL')) });
    expect(await reasonOf(broken('https://api.example.com/'))).toBe('name_unresolved');
  });

  it('connects to the address it checked, though the next answer would be loopback (DNS rebinding)', async () => {
    const { dialled, connect } = internet(await listen((_, res) => res.end('ok')));
    const replies = [[PUBLIC], ['127.0.0.1']];
    let asked = 0;
    const safeFetch = make({ connect, lookup: async () => replies[asked++] ?? [] });
    expect((await safeFetch('https://api.example.com/a')).text()).toBe('ok');
    expect(asked).toBe(1);
    expect(dialled).toEqual([{ address: PUBLIC, servername: 'api.example.com' }]);
  });

  it('lets no Host header of the caller choose another virtual host or TLS name', async () => {
    let host: string | undefined;
    const port = await listen((req, res) => {
      host = req.headers.host;
      res.end();
    });
    const { dialled, connect } = internet(port);
    await make({ connect })('https://api.example.com/', { headers: { host: 'evil.example' } });
    expect(host).toBe('api.example.com');
    expect(dialled[0]?.servername).toBe('api.example.com');
  });

  it('reaches private addresses only where the operator said so, and metadata services never', async () => {
    const { dialled, connect } = internet(await listen((_, res) => res.end()));
    const inside = make({ connect, allowPrivate: true, lookup: async () => ['10.0.0.8'] });
    expect((await inside('https://api.example.com/')).status).toBe(200);
    expect(dialled[0]?.address).toBe('10.0.0.8');
    for (const address of ['127.0.0.1', '169.254.169.254', 'fd00:ec2::254']) {
      const call = make({ connect, allowPrivate: true, lookup: async () => [address] })('https://api.example.com/');
      expect(await reasonOf(call)).toBe('address_refused');
    }
  });

  it('takes no allow list that could never be right', () => {
    for (const origin of [
      'http://api.example.com',
      'https://10.0.0.1',
      'http://localhost:1',
      'https://a.example/path',
    ]) {
      expect(() => make({ allow: [origin] })).toThrow(SafeFetchError);
    }
    expect(() => make({ allow: ['http://10.0.0.1'], allowLoopback: true })).toThrow(SafeFetchError);
  });
});

describe('[C-IN-4] what may come back', () => {
  const local = async (listener: RequestListener, options: Partial<SafeFetchOptions> = {}) => {
    const origin = `http://localhost:${await listen(listener)}`;
    return { origin, safeFetch: make({ allow: [origin], allowLoopback: true, ...options }) };
  };

  it.each([301, 302, 303, 307, 308])('refuses a %i redirect instead of following it', async (status) => {
    let calls = 0;
    const { origin, safeFetch } = await local((_, res) => {
      calls += 1;
      res.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await reasonOf(safeFetch(origin, { headers: { 'x-vault-token': 'canary' } }))).toBe('redirect_refused');
    expect(calls).toBe(1);
  });

  it('refuses an answer that declares or sends more than the limit', async () => {
    const declared = await local((_, res) => res.end(Buffer.alloc(1_001)));
    expect(await reasonOf(declared.safeFetch(declared.origin))).toBe('response_too_large');
    open.server?.closeAllConnections();
    open.server?.close();
    const streamed = await local((_, res) => {
      res.write(Buffer.alloc(600));
      res.end(Buffer.alloc(600));
    });
    expect(await reasonOf(streamed.safeFetch(streamed.origin))).toBe('response_too_large');
  });

  it('refuses a compressed answer it did not ask for', async () => {
    const { origin, safeFetch } = await local((_, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end('x'));
    expect(await reasonOf(safeFetch(origin))).toBe('encoding_refused');
  });

  it.each([
    ['never answers', () => undefined],
    ['stops in the middle of the body', (_: unknown, res: { write(text: string): void }) => res.write('{')],
  ])('gives up on a server that %s', async (_, listener) => {
    const { origin, safeFetch } = await local(listener as RequestListener, { timeoutMs: 60 });
    expect(await reasonOf(safeFetch(origin))).toBe('timeout');
  });

  it('says only the host when nothing listens, not what was sent', async () => {
    const { origin, safeFetch } = await local((_, res) => res.end());
    open.server?.close();
    const error = await safeFetch(`${origin}/path?code=canary`, { method: 'POST', body: 'canary' }).catch((e) => e);
    expect(error).toMatchObject({ reason: 'connection_failed', message: 'connection_failed (localhost)' });
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
    expect(error.cause).toBeUndefined();
  });

  it('ignores a proxy named in the environment', async () => {
    process.env.HTTP_PROXY = process.env.ALL_PROXY = 'http://127.0.0.1:9';
    process.env.NODE_USE_ENV_PROXY = '1';
    const { origin, safeFetch } = await local((_, res) => res.end('direct'));
    try {
      expect((await safeFetch(origin)).text()).toBe('direct');
    } finally {
      for (const name of ['HTTP_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY']) delete process.env[name];
    }
  });

  it('gives status, headers and body of what it was asked to fetch', async () => {
    const { origin, safeFetch } = await local((req, res) => {
      req.on('data', (chunk) => res.writeHead(418, { 'x-echo': String(req.method) }).end(chunk));
    });
    const response = await safeFetch(`${origin}/tea`, { method: 'POST', body: '{"a":1}' });
    expect(response).toMatchObject({ status: 418, headers: { 'x-echo': 'POST' } });
    expect(response.json()).toEqual({ a: 1 });
  });
});

import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import { HeadlessBrowser } from '@sallyport/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Agent, CALLBACK, openPage } from '../testing/agent.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

const DOCUMENT = 'https://agent.example/oauth/client.json';
let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer({
    dynamicRegistration: 'loopback',
    dynamicClientsPerHour: '3',
    metadataDeniedHosts: 'denied.example',
  });
});
afterAll(() => issuer?.close());
afterEach(() => vi.restoreAllMocks());

/** The public internet as far as these specs know it: answers by address; everything on loopback goes through. */
function publish(answer: (url: string) => Response | undefined) {
  const real = globalThis.fetch;
  const seen: { url: string; options: RequestInit & { dispatcher?: unknown } }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, options = {}) => {
    const url = String(input);
    if (url.startsWith('http://localhost:')) return real(input, options);
    seen.push({ url, options });
    const response = answer(url);
    if (!response) throw new TypeError('fetch failed');
    return response;
  });
  return seen;
}

const document = (changes: Record<string, unknown> = {}, id = DOCUMENT) => ({
  client_id: id,
  client_name: 'Agent',
  redirect_uris: ['https://agent.example/callback'],
  ...changes,
});
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
const ask = (clientId: string, redirect_uri = 'https://agent.example/callback') =>
  openPage(new Agent(issuer.url, clientId).authorizeUrl({ redirect_uri }));

describe('client metadata documents', () => {
  it('[C-ID-4] introduce a client by its own page: the welcome page names its host and where the answer goes', async () => {
    const seen = publish(() =>
      json(document({ client_name: 'Nice agent', grant_types: ['authorization_code', TOKEN_EXCHANGE_GRANT] })),
    );
    const page = await ask(DOCUMENT);
    expect(page.title).toContain('Nice agent');
    expect(page.html).toContain('Its page at <code>agent.example</code>');
    expect(page.html).not.toContain('class="warn"');
    expect(seen[0]?.options).toMatchObject({ redirect: 'manual', dispatcher: expect.anything() });
    expect(await issuer.events('client_registered')).toMatchObject([
      { agent: DOCUMENT, method: 'metadata_document', redirectHosts: ['agent.example'] },
    ]);
  });

  it('[C-ID-4] with loopback redirects only are native clients, with a warning, whatever the port', async () => {
    const id = 'https://agent.example/oauth/native.json';
    publish(() => json(document({ redirect_uris: ['http://localhost/callback'] }, id)));
    const page = await ask(id, CALLBACK);
    expect(page.status).toBe(200);
    expect(page.html).toContain('just started that program yourself');
  });

  const rogue: [string, (id: string) => Response][] = [
    ['of another client', () => json(document())],
    ['with its URL in another spelling', (id) => json(document({}, `${id}/`))],
    ['that redirects', () => new Response(null, { status: 302, headers: { location: 'https://169.254.169.254/' } })],
    ['that is missing', () => new Response('{}', { status: 404 })],
    ['that is no object', (id) => json([document({}, id)])],
    ['that is no JSON', () => new Response('<html>')],
    ['of 5 MiB', (id) => json(document({ padding: 'x'.repeat(5 * 1_048_576) }, id))],
    [
      'with a shared secret',
      (id) => json(document({ client_secret: 's', token_endpoint_auth_method: 'client_secret_post' }, id)),
    ],
    ['without redirect URIs', (id) => json(document({ redirect_uris: [] }, id))],
    ['without a name', (id) => json(document({ client_name: undefined }, id))],
    ['with a private-use scheme', (id) => json(document({ redirect_uris: ['agent.example:/callback'] }, id))],
    ['with plain http redirects', (id) => json(document({ redirect_uris: ['http://agent.example/callback'] }, id))],
    [
      'with a redirect URI not on the list',
      (id) => json(document({ redirect_uris: ['https://agent.example/other'] }, id)),
    ],
  ];
  it.each(rogue)('[C-ID-4] are refused: a document %s', async (name, answer) => {
    const id = `https://agent.example/oauth/rogue-${rogue.findIndex(([one]) => one === name)}.json`;
    publish(() => answer(id));
    expect(await ask(id)).toMatchObject({ status: 400 });
  });

  it.each([
    ['plain http', 'http://agent.example/client.json'],
    ['no path', 'https://agent.example/'],
    ['no path at all', 'https://agent.example'],
    ['a query', 'https://agent.example/client.json?x=1'],
    ['a fragment', 'https://agent.example/client.json#x'],
    ['user information', 'https://user:pw@agent.example/client.json'],
    ['dot segments', 'https://agent.example/a/../client.json'],
    ['encoded dot segments', 'https://agent.example/a/%2e%2e/client.json'],
    ['a backslash', 'https://agent.example\\client.json'],
    ['a denied host', 'https://sub.denied.example/client.json'],
    ['a cluster service', 'https://vault.vault.svc.cluster.local/client.json'],
    ['a single-label name', 'https://vault/client.json'],
    ['the metadata address', 'https://169.254.169.254/latest/client.json'],
    ['a private address', 'https://10.0.0.1/client.json'],
    ['a decimal address', 'https://2130706433/client.json'],
    ['an octal address', 'https://0177.0.0.1/client.json'],
    ['a hexadecimal address', 'https://0x7f.1/client.json'],
    ['an IPv6 address', 'https://[::1]/client.json'],
    ['a mapped IPv6 address', 'https://[::ffff:7f00:1]/client.json'],
    ['a unique local address', 'https://[fd00::1]/client.json'],
    ['localhost with a dot', 'https://localhost./client.json'],
  ])('[C-ID-4] [C-IN-4] are not even asked for: %s', async (_name, id) => {
    const seen = publish(() => json(document({}, id)));
    expect((await ask(id)).status).toBe(400);
    expect(seen).toEqual([]);
  });

  it('[C-IN-4] no byte reaches this machine’s own ports', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
      expect((await ask(`https://${host}:${port}/client.json`)).status).toBe(400);
    }
    expect(connections).toBe(0);
    server.close();
  });
});

describe('a client metadata document at a public name that does not stay public', () => {
  let rebound: IssuerFixture;
  let addresses: string[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    rebound = await startIssuer({}, async (name) => {
      asked.push(name);
      return addresses;
    });
  });
  afterAll(() => rebound?.close());

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine among public addresses', ['93.184.216.34', '127.0.0.1']],
    ['this machine, as IPv6', ['::1']],
    ['this machine, mapped', ['::ffff:127.0.0.1']],
    ['nothing', []],
  ])('[C-ID-4] [C-IN-4] opens no connection when the name means %s', async (_name, meant) => {
    let connections = 0;
    const trap = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    addresses = meant;
    asked.length = 0;
    const id = `https://agent.example:${(trap.address() as AddressInfo).port}/client.json`;
    const page = await openPage(new Agent(rebound.url, id).authorizeUrl({ redirect_uri: CALLBACK }));
    expect([page.status, asked.at(-1), connections]).toEqual([400, 'agent.example', 0]);
    trap.close();
  });
});

describe('a client in a browser', () => {
  it('[C-ID-3] may read the token endpoint’s answer at the origin it is sent back to, and nowhere else', async () => {
    const id = 'https://inspector.example/client.json';
    publish(() => json(document({ redirect_uris: ['https://inspector.example/callback'] }, id)));
    const ask = async (origin: string, client_id: string) => {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id,
        code: 'x',
        redirect_uri: CALLBACK,
      });
      const response = await fetch(`${issuer.url}/token`, { method: 'POST', headers: { origin }, body });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await ask('https://inspector.example', id)).toBe('https://inspector.example');
    expect(await ask('https://evil.example', id)).toBeNull();
    expect(await ask('null', id)).toBeNull();
    expect(await ask('http://localhost:8000', 'mcp-server')).toBeNull();
  });
});

describe('dynamic registration', () => {
  async function register(metadata: Record<string, unknown>) {
    const response = await fetch(`${issuer.url}/reg`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ client_name: 'Local agent', redirect_uris: ['http://127.0.0.1/callback'], ...metadata }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it.each([
    ['a web redirect', { redirect_uris: ['https://agent.example/callback'] }],
    ['a loopback and a web redirect', { redirect_uris: ['http://127.0.0.1/cb', 'https://agent.example/cb'] }],
    ['no redirect', { redirect_uris: [] }],
    ['the token exchange', { grant_types: [TOKEN_EXCHANGE_GRANT] }],
    ['a key of its own', { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [] } }],
    ['no name', { client_name: undefined }],
  ])('[C-ID-4] refuses a client with %s', async (_name, metadata) => {
    expect(await register(metadata)).toMatchObject({ status: 400 });
  });

  it('[C-ID-4] gives a local public client an id that expires, warns on its page, and stops at the bound', async () => {
    await issuer.forgetEvents();
    const first = await register({});
    expect(first).toMatchObject({
      status: 201,
      body: { token_endpoint_auth_method: 'none', application_type: 'native' },
    });
    expect(first.body).not.toHaveProperty('client_secret');
    expect(first.body).not.toHaveProperty('registration_access_token');
    const clientId = String(first.body.client_id);
    const page = await openPage(
      new Agent(issuer.url, clientId).authorizeUrl({ redirect_uri: 'http://127.0.0.1:33418/callback' }),
      new HeadlessBrowser(),
    );
    expect(page.html).toContain('Nobody: it registered itself');
    expect(await issuer.events('client_registered')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ agent: clientId, method: 'dynamic', redirectHosts: ['127.0.0.1'] }),
      ]),
    );
    await register({});
    await register({});
    expect(await register({})).toMatchObject({ status: 429 });
    issuer.clock.skip = 31 * 86_400_000;
    expect((await ask(clientId, 'http://127.0.0.1:33418/callback')).status).toBe(400);
    issuer.clock.skip = 0;
  });

  it('[C-ID-4] does not exist unless it is switched on', async () => {
    const closed = await startIssuer();
    expect((await fetch(`${closed.url}/reg`, { method: 'POST', body: '{}' })).status).toBe(404);
    await closed.close();
  });
});

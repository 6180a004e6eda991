import { createServer, type Server } from 'node:net';
import { DEMO_CALLBACK, PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent } from '../world/agent.ts';
import { house } from '../world/house.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { send } from '../world/send.ts';

nothingOutsideHappens();

const register = (metadata: object) =>
  send(`${house.urls.issuer}/reg`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'An agent', redirect_uris: [DEMO_CALLBACK], ...metadata }),
  });

describe('RFC 7591 dynamic registration', () => {
  it(
    verifies('oauth:registration-bounded', 'an agent on the person’s machine gets a public client and no secret'),
    async () => {
      const { status, json } = await register({});
      expect(status).toBe(201);
      expect(json).toMatchObject({ token_endpoint_auth_method: 'none', redirect_uris: [DEMO_CALLBACK] });
      expect(json.grant_types.sort()).toEqual(['authorization_code', 'refresh_token']);
      expect(json).not.toHaveProperty('client_secret');
      expect(json).not.toHaveProperty('registration_access_token');
    },
  );

  it.each([
    'https://evil.example/callback',
    'http://evil.example/callback',
    'http://localhost.evil.example/callback',
    'http://localhost@evil.example/callback',
    'http://10.0.0.1/callback',
    'http://[::ffff:10.0.0.1]/callback',
    'http://0.0.0.0/callback',
    'app.agent:/callback',
    'javascript:alert(1)',
  ])(verifies('oauth:registration-bounded', 'redirect URI %s is refused'), async (uri) => {
    const { status, json } = await register({ redirect_uris: [uri] });
    expect(status).toBe(400);
    expect(json.error).toMatch(/^invalid_(redirect_uri|client_metadata)$/);
  });

  it.each<[string, object]>([
    ['one loopback URI and one elsewhere', { redirect_uris: [DEMO_CALLBACK, 'https://evil.example/cb'] }],
    ['no redirect URI', { redirect_uris: [] }],
    ['the exchange grant', { grant_types: ['urn:ietf:params:oauth:grant-type:token-exchange'] }],
    ['client credentials', { grant_types: ['client_credentials'] }],
    ['the implicit flow', { grant_types: ['implicit'], response_types: ['token'] }],
    ['a secret', { token_endpoint_auth_method: 'client_secret_basic' }],
    ['a key of its own', { token_endpoint_auth_method: 'private_key_jwt', jwks_uri: 'https://127.0.0.1/jwks' }],
    ['no name', { client_name: undefined }],
    ['a name of a thousand letters', { client_name: 'x'.repeat(1_000) }],
  ])(verifies('oauth:registration-bounded', '%s is refused'), async (_, metadata) => {
    const { status, json } = await register(metadata);
    expect(status).toBe(400);
    expect(json.error).toMatch(/^invalid_(redirect_uri|client_metadata)$/);
    expect(json).not.toHaveProperty('client_id');
  });

  it(verifies('oauth:registration-bounded', 'what a client calls itself is shown as text'), async () => {
    const { json } = await register({ client_name: '<img src=x onerror=alert(1)>\u202Egnp' });
    if (json.client_id === undefined) return expect(json.error).toBe('invalid_client_metadata');
    const page = await new Person(PEOPLE.ada).browser.get(new Agent({ clientId: json.client_id }).authorizeUrl());
    expect(page).toMatchObject({ status: 200 });
    expect((page as { html: string }).html).not.toContain('<img src=x');
    expect((page as { html: string }).html).not.toContain('\u202E');
  });
});

describe('Client ID Metadata Documents', () => {
  let trap: Server;
  let hits = 0;
  let port = 0;
  beforeAll(async () => {
    trap = createServer((socket) => {
      hits += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => trap.listen(0, '::', resolve));
    port = (trap.address() as { port: number }).port;
  });
  afterAll(() => new Promise((closed) => trap.close(closed)));

  it.each([
    'https://127.0.0.1:PORT/client.json',
    'https://localhost:PORT/client.json',
    'https://localhost.:PORT/client.json',
    'https://[::1]:PORT/client.json',
    'https://[::ffff:127.0.0.1]:PORT/client.json',
    'https://[::ffff:7f00:1]:PORT/client.json',
    'https://2130706433:PORT/client.json',
    'https://0x7f.1:PORT/client.json',
    'https://0177.0.0.1:PORT/client.json',
    'https://127.1:PORT/client.json',
    'https://0.0.0.0:PORT/client.json',
    'https://agent.localhost:PORT/client.json',
    'https://10.0.0.1:PORT/client.json',
    'https://192.168.1.1:PORT/client.json',
    'https://172.16.0.1:PORT/client.json',
    'https://100.64.0.1:PORT/client.json',
    'https://[fd00::1]:PORT/client.json',
    'https://[fe80::1]:PORT/client.json',
    'https://169.254.169.254/latest/meta-data/client.json',
    'https://[fd00:ec2::254]/client.json',
    'https://metadata.google.internal/client.json',
    'https://vault.default.svc.cluster.local:PORT/client.json',
    'https://kubernetes.default.svc/client.json',
    'https://printer.local/client.json',
    'https://user@127.0.0.1:PORT/client.json',
    'https://agent.example.com@127.0.0.1:PORT/client.json',
    'http://127.0.0.1:PORT/client.json',
    'https://127.0.0.1:PORT',
    'file:///etc/passwd',
  ])(verifies('oauth:documents-guarded', '%s is refused, and no connection leaves'), async (template) => {
    const before = hits;
    const clientId = template.replace('PORT', String(port));
    const end = await new Person(PEOPLE.ada).browser.get(new Agent({ clientId }).authorizeUrl());
    expect(end).not.toBeInstanceOf(URL);
    expect(end).toMatchObject({ status: 400 });
    const token = await new Agent({ clientId }).token({ grant_type: 'refresh_token', refresh_token: 'x' });
    expect(token.status).toBeGreaterThanOrEqual(400);
    expect(hits).toBe(before);
  });

  it(verifies('oauth:documents-guarded', 'the trap is a trap: a direct connection is counted'), async () => {
    const before = hits;
    await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    expect(hits).toBe(before + 1);
  });
});

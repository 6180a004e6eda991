import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_APPS } from '../demo.ts';
import type { OAuthApp } from '../options.ts';
import { bearer, CLASS_SCOPES, DemoSimulator, REDIRECT_URI, type Tokens, VERIFIER } from '../testing/demo-simulator.ts';

const ADA = 'ada@harbor.example';
const LAX_APP: OAuthApp = {
  id: 'e7f8a9b0-c1d2-4e3f-8a4b-5c6d7e8f9a44',
  clientId: 'lax',
  clientSecret: 'lax-secret',
  name: 'An app without a PKCE rule',
  redirectUris: [REDIRECT_URI],
  pkce: 'optional',
};

let clock = Date.UTC(2026, 0, 5, 9);
let linear: DemoSimulator;
beforeAll(async () => {
  linear = await DemoSimulator.start({ now: () => clock, apps: [...DEMO_APPS, LAX_APP] });
});
afterAll(() => linear.close());

async function refused(answer: Response | Promise<Response>, error: string, status = 400): Promise<void> {
  const response = await answer;
  expect(response.status).toBe(status);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body.error).toBe(error);
  expect(Object.keys(body).sort()).toEqual(['error', 'error_description']);
}

const worksAs = async (tokens: Tokens) =>
  (await linear.graphql(bearer(tokens), '{ viewer { email } }')).body.data?.viewer.email;

describe('RFC 6749 §4.1.3 and RFC 7636: a code', () => {
  it('is refused without its verifier', async () => {
    const code = await linear.code('creator', ADA);
    const form = { grant_type: 'authorization_code', client_id: 'sallyport-creator', redirect_uri: REDIRECT_URI, code };
    await refused(linear.post('/oauth/token', form), 'invalid_grant');
  });

  it('is refused with a wrong verifier, and is then spent', async () => {
    const code = await linear.code('creator', ADA);
    await refused(linear.redeem('creator', code, { code_verifier: 'x'.repeat(43) }), 'invalid_grant');
    await refused(linear.redeem('creator', code), 'invalid_grant');
  });

  it('is refused to another application', async () => {
    const code = await linear.code('creator', ADA);
    await refused(linear.redeem('curator', code), 'invalid_grant');
    expect((await linear.redeem('creator', code)).status).toBe(200);
  });

  it('is refused with another redirect URI', async () => {
    const code = await linear.code('creator', ADA);
    await refused(linear.redeem('creator', code, { redirect_uri: 'http://localhost:8010/' }), 'invalid_grant');
  });

  it('is refused after ten minutes', async () => {
    const code = await linear.code('creator', ADA);
    clock += 600_000;
    await refused(linear.redeem('creator', code), 'invalid_grant');
  });

  it('[C-ID-7] used twice is refused and ends what its first use gave', async () => {
    const code = await linear.code('reader', 'grace@harbor.example');
    const tokens = (await (await linear.redeem('reader', code)).json()) as Tokens;
    expect(await worksAs(tokens)).toBe('grace@harbor.example');
    await refused(linear.redeem('reader', code), 'invalid_grant');
    expect(await worksAs(tokens)).toBeUndefined();
    await refused(linear.refresh('reader', tokens.refresh_token), 'invalid_grant');
  });

  it('obtained without a challenge needs the secret', async () => {
    const change = { client_id: 'lax', code_challenge: undefined, code_challenge_method: undefined };
    const code = await linear.code('reader', ADA, change);
    const form = { grant_type: 'authorization_code', redirect_uri: REDIRECT_URI, code, client_id: 'lax' };
    await refused(linear.post('/oauth/token', form), 'invalid_client');
    await refused(linear.post('/oauth/token', { ...form, client_secret: 'x' }), 'invalid_client');
    await refused(
      linear.post('/oauth/token', { ...form, client_secret: 'lax-secret', code_verifier: VERIFIER }),
      'invalid_grant',
    );
  });

  it.each(['S256', 'plain'])('is good for an application without a PKCE rule with %s', async (method) => {
    const change = { client_id: 'lax', code_challenge_method: method };
    const challenge = method === 'plain' ? { code_challenge: VERIFIER } : {};
    const code = await linear.code('reader', ADA, { ...change, ...challenge });
    expect((await linear.redeem('reader', code, { client_id: 'lax' })).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  it('takes nothing but a form', async () => {
    const response = fetch(new URL('/oauth/token', linear.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'refresh_token', client_id: 'sallyport-reader', refresh_token: 'x' }),
    });
    await refused(response, 'invalid_request');
  });

  it('refuses a parameter that comes twice', async () => {
    const body = new URLSearchParams([
      ['grant_type', 'refresh_token'],
      ['grant_type', 'authorization_code'],
    ]);
    await refused(fetch(new URL('/oauth/token', linear.url), { method: 'POST', body }), 'invalid_request');
  });

  it('answers the literal Error to a grant it does not know: token exchange is not offered', async () => {
    const grant_type = 'urn:ietf:params:oauth:grant-type:token-exchange';
    await refused(linear.post('/oauth/token', { grant_type, client_id: 'sallyport-reader' }), 'Error');
  });

  it('refuses an unknown client, a wrong secret, and two ways of authenticating at once', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    const basic = (secret: string) => ({ authorization: `Basic ${btoa(`sallyport-reader:${secret}`)}` });
    await refused(linear.post('/oauth/token', { ...form, client_id: 'nobody' }), 'invalid_client');
    await refused(
      linear.post('/oauth/token', { ...form, client_id: 'sallyport-reader', client_secret: 'x' }),
      'invalid_client',
    );
    await refused(linear.post('/oauth/token', form, basic('x')), 'invalid_client', 401);
    await refused(
      linear.post('/oauth/token', { ...form, client_secret: 'y' }, basic('linear-demo-secret-reader')),
      'invalid_request',
    );
    await refused(linear.post('/oauth/token', form, basic('linear-demo-secret-reader')), 'invalid_grant');
  });

  it.each(['reader', 'creator', 'curator'] as const)(
    'answers a %s with a day, a refresh token and exactly the scopes consented to',
    async (kind) => {
      const response = await linear.redeem(kind, await linear.code(kind, ADA));
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toEqual({
        access_token: expect.stringMatching(/^lin_oauth_[0-9a-f]{64}$/),
        token_type: 'Bearer',
        expires_in: 86_399,
        refresh_token: expect.any(String),
        scope: CLASS_SCOPES[kind].replace(',', ' '),
      });
    },
  );

  it('adds read to whatever was asked', async () => {
    const tokens = await linear.connect('creator', ADA, { scope: 'issues:create' });
    expect(tokens.scope).toBe('read issues:create');
  });

  it('ends an access token after its day', async () => {
    const tokens = await linear.connect('reader', ADA);
    clock += tokens.expires_in * 1000 - 1;
    expect(await worksAs(tokens)).toBe(ADA);
    clock += 1;
    expect(await worksAs(tokens)).toBeUndefined();
  });
});

describe('a refresh token', () => {
  it('works once: each refresh gives a new one', async () => {
    const first = await linear.connect('creator', ADA);
    const second = (await (await linear.refresh('creator', first.refresh_token)).json()) as Tokens;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.scope).toBe('read issues:create');
    await refused(linear.refresh('creator', first.refresh_token), 'invalid_grant');
    expect((await linear.refresh('creator', second.refresh_token)).status).toBe(200);
  });

  it('cannot be narrowed: a scope parameter changes nothing', async () => {
    const { refresh_token } = await linear.connect('curator', ADA);
    const form = { grant_type: 'refresh_token', client_id: 'sallyport-curator', refresh_token, scope: 'read' };
    expect(((await (await linear.post('/oauth/token', form)).json()) as Tokens).scope).toBe('read write');
  });

  it('is refused to another application, which does not spend it', async () => {
    const { refresh_token } = await linear.connect('creator', ADA);
    await refused(linear.refresh('curator', refresh_token), 'invalid_grant');
    expect((await linear.refresh('creator', refresh_token)).status).toBe(200);
  });

  it('of a grant made without PKCE needs the secret', async () => {
    const change = { client_id: 'lax', code_challenge: undefined, code_challenge_method: undefined };
    const code = await linear.code('reader', ADA, change);
    const form = { client_id: 'lax', client_secret: 'lax-secret', redirect_uri: REDIRECT_URI, code };
    const made = await linear.post('/oauth/token', { grant_type: 'authorization_code', ...form });
    const { refresh_token } = (await made.json()) as Tokens;
    const again = { grant_type: 'refresh_token', client_id: 'lax', refresh_token };
    await refused(linear.post('/oauth/token', again), 'invalid_client');
    expect((await linear.post('/oauth/token', { ...again, client_secret: 'lax-secret' })).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveConsent } from '../testing/approve-consent.ts';
import { DemoSimulator, REDIRECT_URI } from '../testing/demo-simulator.ts';

let linear: DemoSimulator;
beforeAll(async () => {
  linear = await DemoSimulator.start();
});
afterAll(() => linear.close());

const open = (url: URL, cookie?: string) =>
  fetch(url, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } });

describe('requests whose answer must not be sent anywhere', () => {
  it.each([
    ['an unknown application', { client_id: 'sallyport-other' }],
    ['no application', { client_id: undefined }],
    ['another path', { redirect_uri: `${REDIRECT_URI}/more` }],
    ['another port', { redirect_uri: 'http://localhost:8011/connect/linear/callback' }],
    ['another spelling of the same URI', { redirect_uri: 'http://LOCALHOST:8010/connect/linear/callback' }],
    ['a query added to the URI', { redirect_uri: `${REDIRECT_URI}?next=x` }],
    ['no redirect URI', { redirect_uri: undefined }],
  ])('shows a page and does not redirect for %s', async (_, change) => {
    const response = await open(linear.authorizeUrl('reader', change));
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('refuses a parameter that comes twice', async () => {
    const url = linear.authorizeUrl('reader');
    url.searchParams.append('redirect_uri', 'http://localhost:9999/');
    expect((await open(url)).status).toBe(400);
  });
});

describe('requests the client is told about', () => {
  it.each([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge without a method, which means plain', { code_challenge_method: undefined }, 'invalid_request'],
    ['a challenge that is too short', { code_challenge: 'short' }, 'invalid_request'],
    ['a scope Linear does not have', { scope: 'read,issues:delete' }, 'invalid_scope'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type'],
    ['an actor Linear does not have', { actor: 'robot' }, 'invalid_request'],
  ])('redirects with an error and the state for %s', async (_, change, error) => {
    const response = await open(linear.authorizeUrl('creator', change));
    const location = new URL(response.headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(REDIRECT_URI);
    expect(location.searchParams.get('error')).toBe(error);
    expect(location.searchParams.get('state')).toBe('state-1');
    expect(location.searchParams.has('code')).toBe(false);
  });

  it('answers access_denied when the person cancels', async () => {
    const location = await approveConsent(linear.authorizeUrl('creator'), 'ada@harbor.example', 'cancel');
    expect(location.searchParams.get('error')).toBe('access_denied');
    expect(location.searchParams.has('code')).toBe(false);
  });
});

describe('the consent page', () => {
  it('names the application, each scope, the way back and the people, and has no script', async () => {
    const response = await open(linear.authorizeUrl('creator'));
    const text = await response.text();
    expect(response.status).toBe(200);
    for (const part of ['Linear (simulator)', 'Sallyport (file issues)', 'issues:create', 'http://localhost:8010']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Ada Okafor (ada@harbor.example)');
    expect(text).not.toContain('<script');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // Browsers apply form-action to the redirect after the form, too.
    expect(policy).toContain("form-action 'self' http://localhost:8010;");
  });

  it('escapes what the client sent', async () => {
    const text = await (await open(linear.authorizeUrl('creator', { state: '"><b>x' }))).text();
    expect(text).not.toContain('<b>x');
    expect(text).toContain('&#34;&#62;&#60;b&#62;x');
  });

  it('names its cookies after itself: cookies of localhost ignore the port', async () => {
    const cookies = (await open(linear.authorizeUrl('creator'))).headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^linear_sim_csrf=[0-9a-f]{64}; Path=\/oauth; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  });

  it.each([
    ['the login hint', { login_hint: 'grace@harbor.example' }, undefined],
    ['whom the browser was last', {}, 'linear_sim_user=7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c02'],
  ])('offers first %s', async (_, change, cookie) => {
    const text = await (await open(linear.authorizeUrl('creator', change), cookie)).text();
    expect(text).toMatch(/<option value="7a6b5c4d-3e2f-4a1b-8c9d-0e1f2a3b4c02" selected>Grace Lindqvist/);
    expect(text.match(/ selected>/g)).toHaveLength(1);
  });

  it.each([
    ['no cookie', undefined, 'a'.repeat(64)],
    ['another cookie', `linear_sim_csrf=${'b'.repeat(64)}`, 'a'.repeat(64)],
    ['an empty token on both sides', 'linear_sim_csrf=', ''],
  ])('refuses a form sent from another site: %s', async (_, cookie, csrf) => {
    const form = new URLSearchParams(linear.authorizeUrl('curator').searchParams);
    form.set('user', 'ken@harbor.example');
    form.set('decision', 'approve');
    form.set('csrf', csrf);
    const response = await fetch(new URL('/oauth/authorize', linear.url), {
      method: 'POST',
      redirect: 'manual',
      headers: cookie === undefined ? {} : { cookie },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('checks the request again when the form comes back', async () => {
    const csrf = 'c'.repeat(64);
    const form = new URLSearchParams(
      linear.authorizeUrl('curator', { redirect_uri: 'http://localhost:9/' }).searchParams,
    );
    form.set('user', 'ken@harbor.example');
    form.set('decision', 'approve');
    form.set('csrf', csrf);
    const response = await fetch(new URL('/oauth/authorize', linear.url), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `linear_sim_csrf=${csrf}` },
      body: form,
    });
    expect(response.status).toBe(400);
  });

  it('sends the person back with a code and the state', async () => {
    const location = await approveConsent(linear.authorizeUrl('creator'), 'ada@harbor.example');
    expect(location.searchParams.get('state')).toBe('state-1');
    expect(location.searchParams.get('code')).toMatch(/^[0-9a-f]{48}$/);
  });
});

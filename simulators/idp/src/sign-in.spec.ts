import { generateKeyPair } from 'jose';
import { ClientSecretBasic, fetchUserInfo, PrivateKeyJwt } from 'openid-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO_PEOPLE } from './demo.ts';
import { Browser } from './testing/browser.ts';
import { CALLBACK, claimsOf, RelyingParty } from './testing/relying-party.ts';

describe('signing in at the identity provider', () => {
  let rp: RelyingParty;
  beforeEach(async () => {
    rp = await new RelyingParty().start();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await rp.idp.close();
  });

  const loginPage = async (parameters: Record<string, string> = {}) =>
    rp.browser.open((await rp.request(parameters)).url);
  const closeAccount = (sub: string, disabled = true) =>
    fetch(`${rp.idp.url}/_sim/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sub, disabled }),
    });

  describe('refuses', () => {
    it('[C-ID-3] a redirect that is not registered, without going there', async () => {
      for (const redirect_uri of [`${CALLBACK}/`, `${CALLBACK}?x=1`, 'http://localhost:8011/signin/callback']) {
        const page = await loginPage({ redirect_uri });
        expect([page.status, page.url.startsWith(rp.idp.url)]).toEqual([400, true]);
        expect(page.text).toContain('redirect_uri');
      }
    });

    it('[C-ID-3] a request without PKCE, or with plain', async () => {
      const { url } = await rp.request();
      const without = new URL(url);
      without.searchParams.delete('code_challenge');
      without.searchParams.delete('code_challenge_method');
      expect((await rp.browser.open(without.href)).url).toContain('error=invalid_request');
      const plain = new URL(url);
      plain.searchParams.set('code_challenge_method', 'plain');
      expect((await rp.browser.open(plain.href)).url).toContain('error=invalid_request');
    });

    it('an application it does not know', async () => {
      const page = await loginPage({ client_id: '<b>nobody</b>' });
      expect(page.status).toBe(400);
      expect(page.text).not.toContain('<b>');
    });

    it('a wrong password and an unknown name with the same words, and keeps what was typed, escaped', async () => {
      const page = await loginPage();
      const typed = { username: 'ada', password: 'grace-demo', acr: 'phr' };
      const submit = (fields: Record<string, string>) => rp.browser.post(page.url, fieldsOf(page, fields));
      const known = await submit(typed);
      const unknown = await submit({ ...typed, username: '"><b>x' });
      for (const answer of [known, unknown]) {
        expect(answer.status).toBe(400);
        expect(answer.text).toContain('The user name or password is not right.');
      }
      expect(unknown.text).toContain('&quot;&gt;&lt;b&gt;x');
      expect(unknown.text).not.toContain('<b>');
      expect(known.forms[1]?.fields).toMatchObject({ username: 'ada', password: '', acr: 'phr' });
    });

    it('[C-ID-10] a closed account: by password, by button, and in a session that is still open', async () => {
      await rp.signIn('Ada');
      await closeAccount('idp-ada');
      const page = await loginPage();
      expect(page.text).toContain('account closed');
      const byButton = await rp.browser.press(page, 'Sign in as Ada');
      expect(byButton.text).toContain('This account is closed');
      const fields = fieldsOf(page, { username: 'ada', password: 'ada-demo' });
      expect((await rp.browser.post(page.url, fields)).text).toContain('This account is closed');
      expect((await loginPage({ prompt: 'none' })).url).toContain('error=login_required');
      await closeAccount('idp-ada', false);
      expect((await rp.signIn('Ada', { prompt: 'login' })).sub).toBe('idp-ada');
    });

    it('[C-ID-10] a code whose account was closed meanwhile', async () => {
      const request = await rp.request();
      const landed = await rp.browser.press(await rp.browser.open(request.url), 'Sign in as Ada');
      await closeAccount('idp-ada');
      await expect(rp.finish(landed, request)).rejects.toMatchObject({ error: 'invalid_grant' });
    });

    it('a form that another page sent, or without this sign-in’s anti-forgery value', async () => {
      const page = await loginPage();
      const fields = fieldsOf(page, { username: 'ada', password: 'ada-demo' });
      const evil = { origin: 'http://evil.example' };
      expect((await rp.browser.post(page.url, fields, evil)).status).toBe(403);
      expect((await rp.browser.post(page.url, fields, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
      fields.set('csrf', 'x'.repeat(43));
      expect((await rp.browser.post(page.url, fields)).status).toBe(403);
      fields.delete('csrf');
      expect((await rp.browser.post(page.url, fields)).status).toBe(403);
    });

    it('a sign-in that another browser began', async () => {
      const page = await loginPage();
      expect((await new Browser(rp.idp.url).open(page.url)).status).toBe(400);
      expect((await rp.browser.open(`${rp.idp.url}/interaction/unknown`)).status).toBe(400);
    });

    it('[C-ID-7] a code twice, and then also what the first use issued', async () => {
      const request = await rp.request();
      const landed = await rp.browser.press(await rp.browser.open(request.url), 'Sign in as Ada');
      const { access_token: token } = await rp.finish(landed, request);
      expect(await fetchUserInfo(rp.config, token, 'idp-ada')).toMatchObject({ sub: 'idp-ada' });
      await expect(rp.finish(landed, request)).rejects.toMatchObject({ error: 'invalid_grant' });
      await expect(fetchUserInfo(rp.config, token, 'idp-ada')).rejects.toMatchObject({ status: 401 });
    });

    it('a client that signs with another key', async () => {
      const request = await rp.request();
      const landed = await rp.browser.press(await rp.browser.open(request.url), 'Sign in as Ada');
      const { privateKey } = await generateKeyPair('ES256');
      await rp.discover('sallyport-broker', PrivateKeyJwt({ key: privateKey, kid: 'broker-1' }));
      await expect(rp.finish(landed, request)).rejects.toMatchObject({ error: 'invalid_client' });
    });
  });

  it('[C-ID-3] gives the application who signed in, how and when', async () => {
    const request = await rp.request();
    const landed = await rp.browser.press(await rp.browser.open(request.url), 'Sign in as Ada');
    const tokens = await rp.finish(landed, request);
    const claims = claimsOf(tokens);
    const who = {
      sub: 'idp-ada',
      name: 'Ada Okafor',
      email: 'ada@harbor.example',
      email_verified: true,
      tenant: 'harbor',
      groups: ['support-engineers'],
    };
    expect(claims).toMatchObject({
      ...who,
      iss: rp.idp.url,
      aud: 'sallyport-broker',
      acr: 'mfa',
      amr: ['pwd', 'otp', 'mfa'],
    });
    expect(claims.auth_time).toEqual(expect.any(Number));
    expect(await fetchUserInfo(rp.config, tokens.access_token, 'idp-ada')).toMatchObject(who);
  });

  it.each(DEMO_PEOPLE.map((person) => [person.username, person] as const))(
    'lets %s in by password',
    async (_name, person) => {
      const request = await rp.request();
      const page = await rp.browser.open(request.url);
      const fields = fieldsOf(page, { username: person.email.toUpperCase(), password: person.password });
      const claims = claimsOf(await rp.finish(await rp.browser.post(page.url, fields), request));
      expect(claims).toMatchObject({ sub: person.sub, tenant: person.tenant, groups: [...person.groups] });
    },
  );

  it.each([
    ['pwd', ['pwd']],
    ['mfa', ['pwd', 'otp', 'mfa']],
    ['phr', ['hwk', 'pop', 'mfa']],
  ])('[C-ID-9] says %s in acr, with its methods in amr', async (acr, amr) => {
    const request = await rp.request();
    const page = await rp.browser.open(request.url);
    const landed = await rp.browser.press(page, 'Sign in as Grace', { acr });
    expect(claimsOf(await rp.finish(landed, request))).toMatchObject({ acr, amr });
  });

  it('[C-ID-9] offers what acr_values asks for, and asks again when the session is weaker', async () => {
    const weak = await loginPage({ acr_values: 'pwd' });
    expect(weak.forms[0]?.fields.acr).toBe('pwd');
    await rp.browser.press(weak, 'Sign in as Ken');
    const step = await rp.request({ acr_values: 'phr mfa' });
    const page = await rp.browser.open(step.url);
    expect(page.forms[0]?.fields.acr).toBe('phr');
    expect(page.text).toContain('The application asks for');
    expect((await loginPage({ acr_values: 'phr', prompt: 'none' })).url).toContain('error=login_required');
    const landed = await rp.browser.press(page, 'Sign in as Ken');
    expect(claimsOf(await rp.finish(landed, step)).acr).toBe('phr');
    expect((await loginPage({ acr_values: 'mfa' })).url).toContain(`${CALLBACK}?code=`);
  });

  it('says the truth when someone chooses a weaker method than was asked for', async () => {
    const request = await rp.request({ acr_values: 'phr' });
    const landed = await rp.browser.press(await rp.browser.open(request.url), 'Sign in as Ken', { acr: 'pwd' });
    expect(claimsOf(await rp.finish(landed, request)).acr).toBe('pwd');
  });

  it('remembers the browser, and asks again for prompt=login and when max_age has passed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const first = await rp.signIn('Ada');
    const remembered = await rp.request({ max_age: '300' });
    expect(claimsOf(await rp.finish(await rp.browser.open(remembered.url), remembered)).auth_time).toBe(
      first.auth_time,
    );
    expect((await loginPage({ prompt: 'login' })).text).toContain('Demo people');
    vi.setSystemTime(Date.now() + 301_000);
    const again = await rp.signIn('Ada', { max_age: '300' });
    expect(Number(again.auth_time) - Number(first.auth_time)).toBeGreaterThanOrEqual(301);
    expect((await loginPage({ max_age: '0' })).text).toContain('Demo people');
  });

  it('lets another person sign in over an open session, without a script', async () => {
    await rp.signIn('Ada');
    expect((await rp.signIn('Mina', { prompt: 'login' })).sub).toBe('idp-mina');
    const next = await rp.request();
    expect(claimsOf(await rp.finish(await rp.browser.open(next.url), next)).sub).toBe('idp-mina');
  });

  it('puts the person that login_hint names first and fills the name in', async () => {
    const page = await loginPage({ login_hint: 'ken@harbor.example' });
    expect(page.forms[0]?.buttons[0]?.label).toBe('Sign in as Ken');
    expect(page.forms[1]?.fields.username).toBe('ken');
    const stranger = await loginPage({ login_hint: '"><script>' });
    expect(stranger.text).not.toContain('<script');
  });

  it('goes back to the application when someone cancels', async () => {
    expect((await rp.browser.press(await loginPage(), 'Cancel')).url).toContain('error=access_denied');
  });

  it('signs out after asking, and then asks who it is', async () => {
    await rp.signIn('Ada');
    const asked = await rp.browser.open(`${rp.idp.url}/session/end?client_id=sallyport-broker`);
    expect(asked.headers.get('content-security-policy')).toContain("default-src 'none'");
    const done = await rp.browser.press(asked, 'Sign out');
    expect(done.text).toContain('You are signed out');
    expect((await loginPage()).text).toContain('Demo people');
  });

  it('can take a client with a secret instead of a key', async () => {
    await rp.idp.close();
    const secretClient = { client_id: 'other', redirect_uris: [CALLBACK], client_secret: 'a-long-enough-demo-secret' };
    await rp.start({ clients: [{ ...secretClient, client_id: 'sallyport-broker' }] });
    await rp.discover('sallyport-broker', ClientSecretBasic(secretClient.client_secret));
    expect((await rp.signIn('Ada')).sub).toBe('idp-ada');
    await expect(rp.start({ clients: [{ client_id: 'x', redirect_uris: [CALLBACK] }] })).rejects.toThrow('exactly one');
  });

  it('[C-AU-7] counts requests without queries, bodies or ids', async () => {
    await rp.signIn('Ada');
    const text = await (await fetch(`${rp.idp.url}/_sim/requests`)).text();
    const log = JSON.parse(text);
    expect(log.byPath).toMatchObject({ '/auth': 1, '/auth/:uid': 1, '/token': 1, '/interaction/:uid': 2 });
    expect(log.total).toBe(log.recent.length);
    expect(text).not.toMatch(/code|csrf|state=/);
  });

  it('refuses to change people by a page’s form, or people nobody knows', async () => {
    const url = `${rp.idp.url}/_sim/people`;
    expect((await fetch(url, { method: 'POST', body: '{"sub":"idp-ada","disabled":true}' })).status).toBe(400);
    expect((await closeAccount('idp-nobody')).status).toBe(404);
    expect(await (await fetch(url)).json()).toContainEqual({ sub: 'idp-ada', name: 'Ada Okafor', disabled: false });
  });
});

/** The password form's fields, filled in. */
function fieldsOf(
  page: { forms: readonly { fields: Readonly<Record<string, string>> }[] },
  typed: Record<string, string>,
) {
  return new URLSearchParams({ ...page.forms[1]?.fields, ...typed });
}

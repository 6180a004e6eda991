import { HeadlessBrowser, type Page, PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Agent, claimsOf, openPage } from '../testing/agent.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());
beforeEach(async () => {
  await issuer.forgetEvents();
});

/** Presses the button with that value. */
function press(browser: HeadlessBrowser, page: Page, value: string, values: Record<string, string> = {}) {
  const form = page.forms.find(({ buttons }) => buttons.some((button) => button.value === value));
  const button = form?.buttons.find((one) => one.value === value);
  if (!form || !button) throw new Error(`no button ${value} on “${page.title}”`);
  return browser.submit(page, form, values, button);
}

/** Signs in at the IdP as that person; stops at our next page. */
async function toConsent(browser: HeadlessBrowser, url: string, username = 'ada'): Promise<Page> {
  const welcome = await openPage(url, browser);
  const login = (await press(browser, welcome, 'continue')) as Page;
  const form = login.forms.find(({ fields }) => fields.some(({ type }) => type === 'password'));
  if (!form) return login;
  return (await browser.submit(login, form, { username, password: `${username}-demo` })) as Page;
}

describe('the welcome page', () => {
  it('[C-ID-3] names client and redirect host before the IdP is asked, and makes no state until the person agrees', async () => {
    const before = await issuer.db.selectFrom('upstream_states').selectAll().execute();
    const page = await openPage(new Agent(issuer.url).authorizeUrl());
    expect(page.title).toContain('Sallyport demo agent');
    expect(page.html).toContain('localhost:33418');
    expect(page.html).toContain('just started that program yourself');
    expect(await issuer.db.selectFrom('upstream_states').selectAll().execute()).toHaveLength(before.length);
  });

  it('[C-ID-3] cannot be framed, cached, scripted or styled by anybody else', async () => {
    const { headers } = await openPage(new Agent(issuer.url).authorizeUrl());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain(`form-action 'self' ${issuer.idp.url} http://localhost:33418`);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('sets only cookies that scripts cannot read and other sites cannot send along', async () => {
    const response = await fetch(new Agent(issuer.url).authorizeUrl(), { redirect: 'manual' });
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^sallyport_broker_[\w.]+=.*; httponly/i);
    for (const cookie of cookies) expect(cookie.toLowerCase()).toContain('samesite=lax');
  });

  it('tells the client when the person cancels', async () => {
    const browser = new HeadlessBrowser();
    const page = await openPage(new Agent(issuer.url).authorizeUrl(), browser);
    const end = (await press(browser, page, 'cancel')) as URL;
    expect(end.searchParams.get('error')).toBe('access_denied');
    expect(end.searchParams.get('iss')).toBe(issuer.url);
  });
});

describe('the consent page', () => {
  it('[C-ID-3] says who, what, to whom and for how long', async () => {
    const page = await toConsent(new HeadlessBrowser(), new Agent(issuer.url).authorizeUrl());
    for (const words of [
      'Ada Okafor',
      'harbor',
      'Create Linear issues in your name',
      '10 minutes at a time',
      '33418',
    ]) {
      expect(page.html).toContain(words);
    }
    expect(page.html).toMatch(/the connection ends on \d+ \w+ 20\d\d/);
  });

  it('[C-ID-3] gives nothing when the person denies', async () => {
    const browser = new HeadlessBrowser();
    const page = await toConsent(browser, new Agent(issuer.url).authorizeUrl());
    const end = (await press(browser, page, 'deny')) as URL;
    expect(end.searchParams.get('error')).toBe('access_denied');
    expect(end.searchParams.has('code')).toBe(false);
  });

  it('[C-ID-3] is asked once per person, client and scopes, and again for more', async () => {
    const grace = new Person(PEOPLE.grace);
    await new Agent(issuer.url).authorize(grace, { scope: 'tickets:read' });
    expect(grace.seen.some((title) => title.includes('act for you'))).toBe(true);
    grace.seen.length = 0;
    await new Agent(issuer.url).authorize(grace, { scope: 'tickets:read' });
    expect(grace.seen.some((title) => title.includes('act for you'))).toBe(false);
    grace.seen.length = 0;
    await new Agent(issuer.url).authorize(grace, { scope: 'tickets:read issues:create' });
    expect(grace.seen.some((title) => title.includes('act for you'))).toBe(true);
    grace.seen.length = 0;
    await new Agent(issuer.url).authorize(grace, { scope: 'tickets:read', prompt: 'consent' });
    expect(grace.seen.some((title) => title.includes('act for you'))).toBe(true);
  });

  it('[C-AU-1] puts sign-in and consent on record under one grant', async () => {
    const agent = new Agent(issuer.url);
    const { access_token: token } = await agent.signIn('ada', { prompt: 'consent' });
    const grantId = claimsOf(token).grant_id;
    const [consent] = await issuer.events('consent_granted');
    const [signIn] = await issuer.events('sign_in_completed');
    expect(consent).toMatchObject({ who: { name: 'Ada Okafor', agent: 'sallyport-demo', grantId } });
    expect(signIn).toMatchObject({ who: { grantId }, acr: 'mfa' });
  });

  it('[C-AU-2] grants nothing that cannot be recorded', async () => {
    const browser = new HeadlessBrowser();
    const page = await toConsent(browser, new Agent(issuer.url).authorizeUrl({ prompt: 'consent' }));
    const grants = () => issuer.db.selectFrom('oidc_payloads').select('id_hash').where('model', '=', 'Grant').execute();
    const before = await grants();
    issuer.audit.down = true;
    const end = (await press(browser, page, 'allow')) as Page;
    expect(end).toMatchObject({ status: 503, title: expect.stringContaining('cannot be recorded') });
    expect(await grants()).toHaveLength(before.length);
  });
});

describe('who may come in', () => {
  it('[C-ID-3] gives a person only what a role of theirs can use', async () => {
    const browser = new HeadlessBrowser();
    const url = new Agent(issuer.url).authorizeUrl({ resource: 'http://localhost:8020', scope: 'audit:read' });
    const page = await toConsent(browser, url, 'ada');
    expect(page).toMatchObject({ status: 403, title: expect.stringContaining('Nothing you can allow') });
    const end = (await press(browser, page, 'deny')) as URL;
    expect(end.searchParams.get('error')).toBe('access_denied');
  });

  it('[C-ID-3] grants nothing when the form says allow and there is nothing to allow', async () => {
    const browser = new HeadlessBrowser();
    const url = new Agent(issuer.url).authorizeUrl({ resource: 'http://localhost:8020', scope: 'audit:read' });
    const page = await toConsent(browser, url, 'ada');
    const form = page.forms[0];
    if (!form) throw new Error('no form');
    const button = { name: 'decision', value: 'allow', label: '' };
    expect(await browser.submit(page, form, {}, button)).toMatchObject({ status: 400 });
  });

  it.each([
    ['of an unknown company', 'otto', 'not set up here', 'tenant_mismatch'],
    ['without a role', 'nils', 'no role here', 'role_not_permitted'],
  ])('[C-AZ-11] refuses a person %s with a clear page', async (_name, username, title, reason) => {
    const page = await toConsent(new HeadlessBrowser(), new Agent(issuer.url).authorizeUrl(), username);
    expect(page).toMatchObject({ status: 403, title: expect.stringContaining(title) });
    expect(await issuer.events('sign_in_refused')).toMatchObject([{ agent: 'sallyport-demo', reasons: [reason] }]);
  });

  it('takes a second person in the same browser for that person, and nobody else', async () => {
    const browser = new HeadlessBrowser();
    await new Agent(issuer.url).authorize(new Person(PEOPLE.ada, browser));
    const agent = new Agent(issuer.url);
    const mina = new Person(PEOPLE.mina, browser);
    const code = (await agent.authorize(mina, { prompt: 'login' })).get('code') ?? '';
    expect(claimsOf((await agent.redeem(code)).body.access_token)).toMatchObject({ name: 'Mina Duarte' });
  });
});

describe('attacks on the pages', () => {
  it('[C-ID-3] CSRF: a form without its token, with another step’s or another browser’s, does nothing', async () => {
    const browser = new HeadlessBrowser();
    const agent = new Agent(issuer.url);
    const welcome = await openPage(agent.authorizeUrl({ prompt: 'consent' }), browser);
    const welcomeToken = welcome.forms[0]?.fields.find(({ name }) => name === 'csrf')?.value ?? '';
    for (const csrf of ['', 'x'.repeat(43)]) {
      expect(await press(browser, welcome, 'continue', { csrf })).toMatchObject({ status: 403 });
    }
    const consent = await toConsent(browser, agent.authorizeUrl({ prompt: 'consent' }));
    expect(await press(browser, consent, 'allow', { csrf: welcomeToken })).toMatchObject({ status: 403 });
    const other = new HeadlessBrowser();
    await openPage(agent.authorizeUrl(), other);
    expect(await press(other, consent, 'allow')).toMatchObject({ status: 403 });
    expect(await press(new HeadlessBrowser(), consent, 'allow')).toMatchObject({
      status: 403,
      title: expect.stringContaining('another browser'),
    });
  });

  it('[C-ID-3] CSRF: a form sent from another origin does nothing', async () => {
    const browser = new HeadlessBrowser();
    const page = await openPage(new Agent(issuer.url).authorizeUrl(), browser);
    const csrf = page.forms[0]?.fields.find(({ name }) => name === 'csrf')?.value ?? '';
    const response = await fetch(page.url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: await browser.cookies.getCookieString(page.url), origin: 'https://evil.example' },
      body: new URLSearchParams({ csrf, decision: 'continue' }),
    });
    expect(response.status).toBe(403);
  });

  it('[C-ID-3] an interaction’s link opens nothing in another browser', async () => {
    const page = await toConsent(new HeadlessBrowser(), new Agent(issuer.url).authorizeUrl({ prompt: 'consent' }));
    const stolen = await openPage(page.url);
    expect(stolen).toMatchObject({ status: 400, title: expect.stringContaining('expired') });
  });

  it('[C-ID-7] the IdP’s answer works once, and only in the browser that asked (GHSA-rww4-4w9c-7733)', async () => {
    const browser = new HeadlessBrowser();
    const welcome = await openPage(new Agent(issuer.url).authorizeUrl({ prompt: 'consent' }), browser);
    const stopped = new HeadlessBrowser(`${issuer.url}/signin/callback`);
    Object.assign(stopped, { cookies: browser.cookies });
    const login = (await press(stopped, welcome, 'continue')) as Page;
    const form = login.forms.find(({ fields }) => fields.some(({ type }) => type === 'password'));
    if (!form) throw new Error('no login');
    const answer = (await stopped.submit(login, form, { username: 'ada', password: 'ada-demo' })) as URL;

    const victim = new HeadlessBrowser();
    await openPage(new Agent(issuer.url).authorizeUrl(), victim);
    expect(await openPage(answer.href, victim)).toMatchObject({
      status: 403,
      title: expect.stringContaining('another browser'),
    });
    // and the state is dead in its own browser too: it has leaked
    expect(await openPage(answer.href, browser)).toMatchObject({
      status: 400,
      title: expect.stringContaining('not expected'),
    });
    expect(await openPage(answer.href)).toMatchObject({ status: 403 });
  });

  it('[C-ID-3] an upstream error, a forged code and an unknown state end in a page, not in a person', async () => {
    const browser = new HeadlessBrowser();
    const welcome = await openPage(new Agent(issuer.url).authorizeUrl(), browser);
    const stopped = new HeadlessBrowser(issuer.idp.url);
    Object.assign(stopped, { cookies: browser.cookies });
    const away = (await press(stopped, welcome, 'continue')) as URL;
    expect(away.searchParams.get('code_challenge_method')).toBe('S256');
    const state = away.searchParams.get('state') ?? '';
    const callback = (query: Record<string, string>) => `${issuer.url}/signin/callback?${new URLSearchParams(query)}`;
    expect(await openPage(callback({ code: 'x', state: 'y'.repeat(43) }), browser)).toMatchObject({ status: 400 });
    expect(await openPage(callback({ code: 'forged', state, iss: issuer.idp.url }), browser)).toMatchObject({
      status: 403,
      title: expect.stringContaining('did not succeed'),
    });
    expect(await issuer.events('sign_in_refused')).not.toHaveLength(0);
  });

  it('keeps sign-in out when the IdP is away, and says so', async () => {
    const away = await startIssuer({ idpIssuer: 'http://localhost:9' });
    const browser = new HeadlessBrowser();
    const page = await openPage(new Agent(away.url).authorizeUrl(), browser);
    expect(await press(browser, page, 'continue')).toMatchObject({
      status: 503,
      title: expect.stringContaining('does not answer'),
    });
    await away.close();
  });
});

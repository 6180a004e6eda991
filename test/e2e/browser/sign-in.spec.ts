import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent } from '../world/agent.ts';
import { house } from '../world/house.ts';
import { fitsNarrow, inChromium, isAccessible, keepsPageRules, launch, screenshot, visit } from './chromium.ts';

const EVERYTHING = 'tickets:read issues:create issues:delete';

inChromium('sign-in in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  /** Signs in at the company's IdP with user name and password. */
  async function signInAt(page: Page, name: string): Promise<Response | null> {
    await page.locator('input[type=password]').first().fill(`${name}-demo`);
    await page
      .locator('input[name=username], input[type=email], input[type=text]')
      .first()
      .fill(`${name}@harbor.example`);
    const [response] = await Promise.all([
      page.waitForNavigation(),
      page.locator('input[type=password]').first().press('Enter'),
    ]);
    return response;
  }

  it(
    verifies('pages:plain-words', 'without JavaScript: client and redirect host first, then the company, then consent'),
    async () => {
      const { context, outside, callback, calledBack, close } = await visit(browser, { javaScriptEnabled: false });
      const page = await context.newPage();
      const first = await page.goto((await stranger()).authorizeUrl({ redirect_uri: callback, scope: EVERYTHING }));
      await keepsPageRules(page, first);
      const welcome = await page.locator('main').innerText();
      expect(welcome).toMatch(/Agent of the browser tests/);
      expect(welcome).toMatch(/localhost/);
      expect(page.url()).toContain(house.urls.issuer);
      await screenshot(page, 'sign-in-1-client');

      await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.locator('main button').first().click()]);
      await screenshot(page, 'sign-in-2-company');
      const consent = await signInAt(page, 'ada');
      await keepsPageRules(page, consent);
      const words = await page.locator('main').innerText();
      expect(words).toMatch(/Ada Okafor/);
      expect(words).toMatch(/Read support tickets .* masked/);
      expect(words).toMatch(/Create Linear issues in your name/);
      expect(words).toMatch(/10 minutes/);
      expect(words).toMatch(/somebody else has to approve/);
      await screenshot(page, 'sign-in-3-consent');

      await Promise.all([page.waitForURL(`${callback}**`), page.locator('main button').first().click()]);
      const back = calledBack();
      expect(back?.searchParams.get('code')).toBeTruthy();
      expect(back?.searchParams.get('iss')).toBe(house.urls.issuer);
      expect(outside).toEqual([]);
      await close();
    },
  );

  it(
    verifies('pages:plain-words', 'saying no at either page sends the client a refusal and nothing else'),
    async () => {
      for (const stop of ['before the company', 'at consent'] as const) {
        const { context, callback, calledBack, close } = await visit(browser, { javaScriptEnabled: false });
        const page = await context.newPage();
        await page.goto((await stranger()).authorizeUrl({ redirect_uri: callback, scope: EVERYTHING }));
        if (stop === 'at consent') {
          await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.locator('main button').first().click()]);
          await signInAt(page, 'grace');
        }
        await Promise.all([page.waitForURL(`${callback}**`), page.locator('main button').last().click()]);
        expect(calledBack()?.searchParams.get('error')).toBe('access_denied');
        expect(calledBack()?.searchParams.get('code')).toBeNull();
        await close();
      }
    },
  );

  it(
    verifies('pages:accessible', 'the whole sign-in by keyboard alone, each page sound for assistive technology'),
    async () => {
      const { context, callback, calledBack, close } = await visit(browser, {
        viewport: { width: 1_000, height: 800 },
      });
      const page = await context.newPage();
      await page.goto((await stranger()).authorizeUrl({ redirect_uri: callback, scope: EVERYTHING }));
      await isAccessible(page);
      await fitsNarrow(page, 'sign-in-1-client');
      await pressTo(page, 'main button');
      await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.keyboard.press('Enter')]);
      await isAccessible(page);
      await signInAt(page, 'grace');
      await isAccessible(page);
      await fitsNarrow(page, 'sign-in-3-consent');
      await pressTo(page, 'main button');
      await Promise.all([page.waitForURL(`${callback}**`), page.keyboard.press('Enter')]);
      expect(calledBack()?.searchParams.get('code')).toBeTruthy();
      await close();
    },
  );

  it(verifies('pages:safe', 'an address nobody registered is never gone to; the page says why'), async () => {
    const { context, outside, calledBack, close } = await visit(browser);
    const page = await context.newPage();
    const response = await page.goto(new Agent().authorizeUrl({ redirect_uri: 'https://attacker.example/callback' }));
    await keepsPageRules(page, response);
    expect(response?.status()).toBe(400);
    await isAccessible(page);
    await fitsNarrow(page, 'refused-request');
    await screenshot(page, 'refused-request');
    expect([outside, calledBack()]).toEqual([[], undefined]);
    await close();
  });

  it(verifies('pages:safe', 'a page carried to another browser is refused'), async () => {
    const mine = await visit(browser);
    const theirs = await visit(browser);
    const page = await mine.context.newPage();
    await page.goto(new Agent().authorizeUrl());
    const stolen = await theirs.context.newPage();
    const response = await stolen.goto(page.url());
    expect(response?.status()).toBeGreaterThanOrEqual(400);
    await keepsPageRules(stolen, response);
    await isAccessible(stolen);
    await screenshot(stolen, 'refused-other-browser');
    await mine.close();
    await theirs.close();
  });

  it(verifies('pages:plain-words', 'a person who can be given nothing is told so'), async () => {
    const { context, close } = await visit(browser);
    const page = await context.newPage();
    await page.goto(new Agent().authorizeUrl());
    await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.locator('main button').first().click()]);
    const response = await signInAt(page, 'ken');
    await keepsPageRules(page, response);
    await isAccessible(page);
    await screenshot(page, 'refused-no-scope');
    expect(await page.locator('main').innerText()).not.toMatch(/undefined|null|Error:/);
    await close();
  });

  it(verifies('pages:harmless-names'), async () => {
    const registered = await fetch(`${house.urls.issuer}/reg`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_name: 'Payroll\u202e </title><script>alert(1)</script><b>Sallyport</b>',
        redirect_uris: ['http://127.0.0.1:6276/oauth/callback'],
        token_endpoint_auth_method: 'none',
      }),
    });
    const { client_id: clientId } = (await registered.json()) as { client_id: string };
    const { context, close } = await visit(browser);
    const page = await context.newPage();
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      return dialog.dismiss();
    });
    const url = new Agent({ clientId }).authorizeUrl({ redirect_uri: 'http://127.0.0.1:6276/oauth/callback' });
    const response = await page.goto(url);
    await keepsPageRules(page, response);
    expect(alerts).toEqual([]);
    expect(await page.locator('main b').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('\u202e');
    await screenshot(page, 'sign-in-1-hostile-name');
    await close();
  });
});

/** An agent that nobody has agreed to yet: it registered itself just now. */
async function stranger(): Promise<Agent> {
  const response = await fetch(`${house.urls.issuer}/reg`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Agent of the browser tests',
      redirect_uris: ['http://localhost/callback'],
      token_endpoint_auth_method: 'none',
    }),
  });
  const { client_id: clientId } = (await response.json()) as { client_id: string };
  return new Agent({ clientId });
}

/** Tabs until the focus is on what the selector names; fails when it cannot be reached. */
async function pressTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches('${selector}')`)) return;
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}

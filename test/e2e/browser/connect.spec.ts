import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { Captured } from '../world/captured-mcp-server.ts';
import { house } from '../world/house.ts';
import { effects } from '../world/outside.ts';
import { fitsNarrow, inChromium, isAccessible, keepsPageRules, launch, screenshot, visit } from './chromium.ts';

inChromium('connecting Linear in a real browser', () => {
  let browser: Browser;
  let link: string;
  beforeAll(async () => {
    browser = await launch();
    link = await freshLink();
  });
  afterAll(() => browser?.close());

  async function signInAt(page: Page, email: string): Promise<void> {
    await page.locator('input[name=username], input[type=email], input[type=text]').first().fill(email);
    await page
      .locator('input[type=password]')
      .first()
      .fill(`${email.split('@')[0]}-demo`);
    await Promise.all([
      page.waitForURL(`${house.urls.issuer}/**`),
      page.locator('input[type=password]').first().press('Enter'),
    ]);
  }

  it(verifies('connect:same-person', 'a link that somebody else opens connects nothing, and says so'), async () => {
    const { context, close } = await visit(browser);
    const page = await context.newPage();
    await page.goto(link);
    await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.locator('main button').first().click()]);
    const before = await effects();
    await signInAt(page, 'grace@harbor.example');
    await isAccessible(page);
    await screenshot(page, 'connect-refused-other-person');
    expect(await page.locator('main form').count()).toBe(0);
    expect(await effects()).toEqual(before);
    await close();
  });

  it(verifies('pages:plain-words', 'the page says who gets what for how long before Linear is asked'), async () => {
    const { context, outside, close } = await visit(browser);
    const page = await context.newPage();
    const first = await page.goto(link);
    await keepsPageRules(page, first);
    await isAccessible(page);
    await screenshot(page, 'connect-1-sign-in');
    await Promise.all([page.waitForURL(`${house.urls.idp}/**`), page.locator('main button').first().click()]);
    await signInAt(page, 'mina@meridian.example');
    await isAccessible(page);
    await fitsNarrow(page, 'connect-2-linear');
    await screenshot(page, 'connect-2-linear');
    const words = await page.locator('main').innerText();
    expect(words).toMatch(/Mina Duarte/);
    expect(words).toMatch(/60 seconds/);
    expect(words).toMatch(/create/i);
    await Promise.all([page.waitForURL(`${house.urls.linear}/**`), page.locator('main button').first().click()]);
    await screenshot(page, 'connect-3-at-linear');
    // She thinks again: nothing is connected, and the page says so.
    const before = await effects();
    await Promise.all([
      page.waitForURL(`${house.urls.issuer}/**`),
      page.getByRole('button', { name: 'Cancel' }).click(),
    ]);
    await isAccessible(page);
    await screenshot(page, 'connect-4-cancelled');
    expect(await page.locator('main').innerText()).toMatch(/not connected|nothing/i);
    expect((await effects()).vault).toEqual(before.vault);
    expect(outside).toEqual([]);
    await close();
  });
});

/** A link as an agent's first escalation brings it, for somebody who has connected nothing. */
async function freshLink(): Promise<string> {
  const { access_token: token } = await signIn('mina');
  const server = await Captured.service('mcp-server');
  const { json } = await server.exchange(token);
  expect(json.error).toBe('interaction_required');
  return json.interaction_url as string;
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright-core';
import { describe, expect } from 'vitest';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const SCREENSHOTS = join(import.meta.dirname, '../../../out/screenshots');
/** Groups that need a real browser: skipped with the reason where there is none, failed in CI. */
export const inChromium = (title: string, tests: () => void): void => {
  if (EXECUTABLE === undefined && !process.env.CI) {
    process.stderr.write('browser tests skipped: no Chromium on this machine (Debian: apt-get install chromium)\n');
  }
  describe.skipIf(EXECUTABLE === undefined && !process.env.CI)(title, tests);
};

/** A browser that can reach this machine only, and never calls home. */
export function launch(): Promise<Browser> {
  if (EXECUTABLE === undefined) throw new Error('Chromium is missing; CI installs it');
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

export interface Visit {
  context: BrowserContext;
  /** Addresses on other machines that a page asked for. */
  outside: string[];
  /** Redirect URI of the waiting client: any port of the loopback interface (RFC 8252 §7.3). */
  callback: string;
  /** Where the client was called back, once it was. */
  calledBack(): URL | undefined;
  close(): Promise<void>;
}

/** A person's browser, and the client that waits for its answer. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  let calledBack: URL | undefined;
  const client = createServer((request, response) => {
    if (request.url?.startsWith('/callback')) calledBack = new URL(request.url, 'http://localhost');
    response.end('back at the client');
  });
  await new Promise<void>((listening) => client.listen(0, '127.0.0.1', listening));
  const context = await browser.newContext(options);
  const outside: string[] = [];
  context.on('request', (request) => {
    if (!/^(http:\/\/(localhost|127\.0\.0\.1):\d+\/|data:)/.test(request.url())) outside.push(request.url());
  });
  return {
    context,
    outside,
    callback: `http://localhost:${(client.address() as AddressInfo).port}/callback`,
    calledBack: () => calledBack,
    async close() {
      await context.close();
      client.close();
    },
  };
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** What holds for every page of ours: headers, structure, nothing from elsewhere, no script. */
export async function keepsPageRules(page: Page, response: Response | null): Promise<void> {
  const headers = (await response?.allHeaders()) ?? {};
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
  expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
  expect(headers['cache-control']).toMatch(/no-store/);
  expect(headers['referrer-policy']).toMatch(/no-referrer|same-origin/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('main').count()).toBe(1);
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.title()).not.toBe('');
}

/** axe-core over the page as it stands; only where scripts may run, and without loosening the page's policy. */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, impact }) => impact + " " + id))',
  );
  expect(violations).toEqual([]);
}

/** No text runs out of the window at the width of a small phone. */
export async function fitsNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const [scroll, client] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(scroll).toBeLessThanOrEqual(client);
  await page.emulateMedia({ colorScheme: 'dark' });
  await screenshot(page, `${name}-narrow-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1_000, height: 800 });
}

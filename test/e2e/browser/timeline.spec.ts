import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { house } from '../world/house.ts';
import { fitsNarrow, inChromium, isAccessible, keepsPageRules, launch, screenshot, visit } from './chromium.ts';

inChromium('the timeline of a call in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it(
    verifies('pages:accessible', 'a trace without a story, and a reader without a token, get a page that says so'),
    async () => {
      const { access_token: token } = await signIn('ken', { resource: house.urls.audit, scope: 'audit:read' });
      for (const [name, authorization] of [
        ['empty', `Bearer ${token}`],
        ['refused', ''],
      ] as const) {
        const { context, close } = await visit(browser, {
          extraHTTPHeaders: authorization ? { authorization } : {},
          viewport: { width: 1_000, height: 800 },
        });
        const page = await context.newPage();
        const response = await page.goto(`${house.urls.audit}/timeline/${'0'.repeat(32)}`);
        await keepsPageRules(page, response);
        await isAccessible(page);
        await fitsNarrow(page, `timeline-${name}`);
        await screenshot(page, `timeline-${name}`);
        await close();
      }
    },
  );
});

import { generateKey } from '@sallyport/authn';
import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { BrowserBinding } from './browser-binding.ts';
import { Cookies, pageKey } from './cookies.ts';

const key = pageKey(generateKey().key);

/** Sets a cookie and sends it back, changed. */
function roundTrip(cookies: Cookies, change: (line: string) => string = (line) => line) {
  const lines: string[] = [];
  const response = { append: (_name: string, line: string) => lines.push(line) } as unknown as Response;
  cookies.write(response, 'person', 'value', 60);
  const line = lines[0] ?? '';
  const request = { headers: { cookie: `other=1; ${change(line.split(';')[0] ?? '')}` } } as unknown as Request;
  return { line, read: cookies.read(request, 'person') };
}

describe('cookies of the pages', () => {
  it('[C-ID-3] are pinned to the very origin where there is TLS', () => {
    const { line, read } = roundTrip(new Cookies(key, 'https://broker.example'));
    expect(line).toMatch(/^__Host-sallyport_broker_person=.*; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=60$/);
    expect(read).toBe('value');
  });

  it('[C-ID-3] count only as they were set: same value, same name, our key', () => {
    const cookies = new Cookies(key, 'http://localhost:8010');
    expect(roundTrip(cookies).read).toBe('value');
    expect(roundTrip(cookies, (line) => line.replace('=value', '=other')).read).toBeUndefined();
    expect(roundTrip(cookies, (line) => line.replace(/\..*$/, '')).read).toBeUndefined();
    const foreign =
      roundTrip(new Cookies(pageKey(generateKey().key), 'http://localhost:8010')).line.split(';')[0] ?? '';
    expect(roundTrip(cookies, () => foreign).read).toBeUndefined();
    expect(roundTrip(cookies, (line) => line.replace('_person=', '_browser=')).read).toBeUndefined();
  });
});

describe('a form’s token', () => {
  const origin = 'http://localhost:8010';
  const cookies = new Cookies(key, origin);
  const binding = new BrowserBinding(cookies, key, origin);

  it('[C-ID-3] fits one browser and one purpose', () => {
    const token = binding.formToken('browser-a', 'consent 1');
    expect(binding.formToken('browser-a', 'consent 1')).toBe(token);
    for (const [browser, purpose] of [
      ['browser-b', 'consent 1'],
      ['browser-a', 'consent 2'],
      ['browser-a', 'welcome 1'],
    ]) {
      expect(binding.formToken(browser ?? '', purpose ?? '')).not.toBe(token);
    }
  });
});

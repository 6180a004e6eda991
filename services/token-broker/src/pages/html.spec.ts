import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, html } from './html.ts';
import { PAGE_REFUSALS, refusalPage } from './refusal-pages.ts';
import { welcomePage } from './sign-in-pages.ts';

describe('names that others chose', () => {
  it('[C-IN-2] never become markup, in text or in an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: page } = html`<p title="${text}">${text}</p>`;
        expect(page.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
        expect(page.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  it('[C-IN-2] never turn, hide or break the sentence around them', () => {
    const turning = '\u202Etroppus\u2066 \u200Bof\u0000 \n\u2028Linear\uFE0F \u{E0041}';
    expect(displayName(turning)).toBe('troppus of Linear');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = displayName(text);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect([...name].length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('[C-ID-4] a client’s name is shown as text on the page that asks', () => {
    const page = welcomePage({
      client: {
        id: 'https://evil.example/client.json',
        name: '<img src=x onerror=alert(1)>\u202E',
        origin: 'metadata_document',
        metadataHost: 'evil.example',
        redirectHost: 'evil.example',
        loopback: false,
      },
      identityProvider: 'idp.example',
      action: '/interaction/u',
      csrf: 'c',
    });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202E');
    expect(page).toContain('&lt;img');
    expect(page).toContain('<code>evil.example</code>');
  });
});

describe('every page', () => {
  it.each(PAGE_REFUSALS)('has a language, one main landmark, one heading and no script: %s', (refusal) => {
    const { status, html: page } = refusalPage(refusal, '0'.repeat(32));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(page).toContain('<html lang="en">');
    expect(page.match(/<main/g)).toHaveLength(1);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain('<script');
    expect(page).toContain('0'.repeat(32));
  });
});

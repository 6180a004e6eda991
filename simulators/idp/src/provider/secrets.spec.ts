import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RelyingParty } from '../testing/relying-party.ts';

describe('cookies, pages and keys of the identity provider', () => {
  let folder: string;
  let stateFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'idp-simulator-'));
    stateFile = join(folder, 'state.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const keys = async (rp: RelyingParty) => (await fetch(`${rp.idp.url}/jwks`)).json();

  it('refuses to start over a file that is not its own', async () => {
    writeFileSync(stateFile, '{"version":1}');
    await expect(new RelyingParty().start({ stateFile })).rejects.toThrow('not one of the IdP simulator');
  });

  it('keeps its keys across a restart, in a file only its owner can read', async () => {
    const first = await new RelyingParty().start({ stateFile });
    const before = await keys(first);
    await first.idp.close();
    const second = await new RelyingParty().start({ stateFile });
    expect(await keys(second)).toEqual(before);
    await second.idp.close();
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('makes new keys at each start without a file, and publishes no private part', async () => {
    const [first, second] = [await new RelyingParty().start(), await new RelyingParty().start()];
    const published = await keys(first);
    expect(published).not.toEqual(await keys(second));
    expect(JSON.stringify(published)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    await Promise.all([first.idp.close(), second.idp.close()]);
  });

  it('sets only cookies of its own name, hidden from scripts and other sites', async () => {
    const rp = await new RelyingParty().start();
    await rp.browser.open((await rp.request()).url);
    await rp.signIn('Ada', { prompt: 'login' });
    const cookies = (await rp.browser.jar.serialize()).cookies;
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) {
      expect(cookie.key).toMatch(/^idp_sim_(session|interaction|resume)(\.sig)?$/);
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax' });
    }
    await rp.idp.close();
  });

  it('serves pages that run nothing, load nothing, are not framed and not kept', async () => {
    const rp = await new RelyingParty().start();
    const login = await rp.browser.open((await rp.request()).url);
    const problem = await rp.browser.open(`${rp.idp.url}/auth?client_id=nobody`);
    for (const page of [login, problem]) {
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(page.headers.get('cache-control')).toContain('no-store');
      expect(page.text).not.toMatch(/<script|https?:\/\/(?!localhost)/);
    }
    await rp.idp.close();
  });

  it('publishes discovery for exactly what it does', async () => {
    const rp = await new RelyingParty().start({ publicUrl: undefined });
    const metadata = rp.config.serverMetadata();
    expect(metadata).toMatchObject({
      issuer: rp.idp.url,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      acr_values_supported: ['pwd', 'mfa', 'phr'],
      end_session_endpoint: `${rp.idp.url}/session/end`,
    });
    await rp.idp.close();
  });
});

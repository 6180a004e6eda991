import { describe, expect, it } from 'vitest';
import { generateKey } from './keys.ts';
import { type GetKeys, remoteJwks } from './remote-jwks.ts';

const URL = 'https://issuer.example/jwks';
const { key } = generateKey();

/** A key set behind the caller's own way out; `away` makes it fail. */
function published() {
  const state = { calls: 0, status: 200, away: false };
  const get: GetKeys = async (url) => {
    expect(url).toBe(URL);
    state.calls += 1;
    if (state.away) throw new Error('connection_failed');
    return { status: state.status, json: () => ({ keys: [key.jwk, { kty: 'RSA' }] }) };
  };
  return { state, get };
}

describe('the issuer’s keys', () => {
  it('[C-IN-4] come by the way out that is given, once for all who ask at the same time', async () => {
    const { state, get } = published();
    const keys = remoteJwks(URL, () => 1_000_000, get);
    expect(await Promise.all([keys(), keys(), keys()])).toEqual([[key.jwk], [key.jwk], [key.jwk]]);
    expect(state.calls).toBe(1);
  });

  it.each([204, 302, 404, 500])('are not what an answer of %i says', async (status) => {
    const { state, get } = published();
    state.status = status;
    await expect(remoteJwks(URL, () => 1_000_000, get)()).rejects.toMatchObject({ reason: 'token_signature_invalid' });
  });

  it('outlive an outage for one period, and no longer', async () => {
    const { state, get } = published();
    let now = 1_000_000;
    const keys = remoteJwks(URL, () => now, get);
    await keys();
    state.away = true;
    now += 599_000;
    expect(await keys()).toEqual([key.jwk]);
    now += 2_000;
    await expect(keys()).rejects.toMatchObject({ reason: 'token_signature_invalid' });
  });

  it('are asked for again after an unknown key id, but not by everybody who makes one up', async () => {
    const { state, get } = published();
    let now = 1_000_000;
    const keys = remoteJwks(URL, () => now, get);
    await keys();
    for (let tries = 0; tries < 100; tries++) await keys(true);
    expect(state.calls).toBe(1);
    now += 5_001;
    await keys(true);
    expect(state.calls).toBe(2);
  });
});

import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '@sallyport/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createServiceAssertion,
  createServiceKeys,
  decryptWith,
  encryptFor,
  generateKey,
  jcs,
  ReplayMemory,
  readEncryptionKey,
  readPeerKeys,
  readSigningKey,
  variablesDigest,
  verifyServiceAssertion,
} from './index.ts';

const now = 1_800_000_000_000;
const audience = 'http://localhost:8020';
const { key } = generateKey();
const stranger = generateKey().key;
const keys = { get: () => [key.jwk] };
const assertion = (change: Partial<Parameters<typeof createServiceAssertion>[1]> = {}, by = key) =>
  `Bearer ${createServiceAssertion(by, { service: 'mcp-server', audience, body: '{}', now, ...change })}`;
const verify = (header: string | undefined, body = '{}', at = now) =>
  verifyServiceAssertion(header, { audience, keys, body, now: at });

describe('a service assertion', () => {
  it.each([
    ['with another body', assertion(), '{"changed":true}', now],
    ['after 60 seconds', assertion(), '{}', now + 66_000],
    ['for another service’s door', assertion({ audience: 'http://localhost:8010' }), '{}', now],
    ['of a service that is none', assertion({ service: 'somebody' as never }), '{}', now],
    ['signed by a stranger', assertion({}, stranger), '{}', now],
    ['that is missing', undefined, '{}', now],
  ])('is refused %s', (_, header, body, at) => {
    expect(() => verify(header, body, at)).toThrow();
  });

  it('says which service speaks', () => {
    expect(verify(assertion())).toEqual({ service: 'mcp-server' });
  });
});

describe('key files', () => {
  it('[C-CR-4] are made 0600, keep their content, and only public parts are handed to peers', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'sallyport-keys-'));
    await createServiceKeys(dir, SERVICES);
    const file = join(dir, 'token-broker-gateway.jwks.json');
    const before = await readFile(file, 'utf8');
    await createServiceKeys(dir, SERVICES);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const peers = await readPeerKeys(join(dir, 'public'), SERVICES);
    expect(JSON.stringify(SERVICES.map((service) => peers.get(service)))).not.toContain('"d"');
    expect((await readSigningKey(file)).kid).toBe(peers.get('token-broker-gateway')[0]?.kid);
    const enc = await readEncryptionKey(file);
    expect(await decryptWith(enc, await encryptFor(enc.jwk, 'assertion'))).toBe('assertion');
  });

  it('are refused when others can read them', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'sallyport-keys-')), 'open.json');
    await writeFile(file, '{"keys":[]}', { mode: 0o644 });
    await expect(readSigningKey(file)).rejects.toThrow(/readable by others/);
  });

  it('an assertion for one gateway opens at no other', async () => {
    const mine = generateKey('enc').key;
    await expect(decryptWith(generateKey('enc').key, await encryptFor(mine.jwk, 'x'))).rejects.toThrow(
      'capability_invalid',
    );
  });
});

describe('the digest of variables (RFC 8785)', () => {
  it('is the same for any order of members and differs for any other value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (variables, extra) => {
        const reversed = Object.fromEntries(Object.entries(variables).reverse());
        expect(variablesDigest(reversed)).toBe(variablesDigest(variables));
        fc.pre(!Object.hasOwn(variables, extra) && extra !== '__proto__');
        expect(variablesDigest({ ...variables, [extra]: 1 })).not.toBe(variablesDigest(variables));
      }),
    );
  });

  it('refuses what JSON cannot carry', () => {
    expect(() => jcs(undefined)).toThrow();
    expect(() => jcs({ a: Number.NaN })).toThrow();
  });
});

describe('the replay memory', () => {
  it('[C-ID-7] accepts an identifier once until it expires, and refuses rather than forgets when full', () => {
    let clock = 0;
    const replay = new ReplayMemory(() => clock, 2);
    expect([replay.claim('a', 100), replay.claim('a', 100)]).toEqual([true, false]);
    expect([replay.claim('b', 100), replay.claim('c', 100)]).toEqual([true, false]);
    clock = 100;
    expect(replay.claim('c', 200)).toBe(true);
  });
});

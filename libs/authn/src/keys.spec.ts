import { generateKeyPairSync } from 'node:crypto';
import { chmod, copyFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CertificateAuthority } from '@sallyport/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { createServiceKeys, readEncryptionKey, readPeerKeys, readSigningKey, signJwt, verifyJwt } from './index.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sallyport-keys-'));
});
const file = async (name: string, content: string, mode = 0o600) => {
  await writeFile(join(dir, name), content, { mode });
  await chmod(join(dir, name), mode);
  return join(dir, name);
};
const pem = (namedCurve = 'P-256') =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

describe('a service’s own key', () => {
  it('[C-CR-4] is refused when others can read the file', async () => {
    for (const mode of [0o644, 0o640, 0o604]) {
      await expect(readSigningKey(await file(`key-${mode}`, pem().privateKey, mode))).rejects.toThrow(
        /readable by others/,
      );
    }
  });

  it('is refused when it is public, of another curve, or no key, without showing it', async () => {
    await expect(readSigningKey(await file('public.pem', pem().publicKey))).rejects.toThrow();
    await expect(readSigningKey(await file('p384.pem', pem('P-384').privateKey))).rejects.toThrow(/only P-256/);
    const broken = await file('broken.pem', '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----');
    await expect(readSigningKey(broken)).rejects.not.toThrow(/hunter2/);
  });

  it('is read from PEM, in both forms Helm and OpenSSL write', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forms = ['pkcs8', 'sec1'] as const;
    const kids = await Promise.all(
      forms.map(
        async (type) =>
          (await readSigningKey(await file(`${type}.pem`, privateKey.export({ type, format: 'pem' }) as string))).kid,
      ),
    );
    expect(new Set(kids).size).toBe(1);
    expect((await readEncryptionKey(join(dir, 'pkcs8.pem'))).jwk).toMatchObject({ use: 'enc', alg: 'ECDH-ES+A256KW' });
  });
});

describe('public keys of the other services', () => {
  it('refuses a directory that knows nobody, and a file with a private key in it', async () => {
    await expect(readPeerKeys(dir, ['audit'])).rejects.toThrow(/no public keys/);
    await file('audit.crt', pem().privateKey);
    await expect(readPeerKeys(dir, ['audit'])).rejects.toThrow(/private key/);
    await file('mcp-server.jwks.json', JSON.stringify({ keys: [{ kty: 'EC', d: 'x' }] }));
    await expect(readPeerKeys(dir, ['mcp-server'])).rejects.toThrow(/private key/);
  });

  it('do not know a service without a file', async () => {
    await createServiceKeys(dir, ['audit']);
    const peers = await readPeerKeys(join(dir, 'public'), ['audit', 'mcp-server-read']);
    expect(() => peers.get('mcp-server-read')).toThrow(/no public keys of mcp-server-read/);
  });

  it('come out of certificates, for signatures and for encryption', async () => {
    const issued = await (await CertificateAuthority.create()).issue('token-broker-gateway');
    for (const name of ['token-broker-gateway.crt', 'token-broker-gateway.enc.crt'])
      await copyFile(join(issued, 'tls.crt'), join(dir, name));
    const key = await readSigningKey(await file('own.pem', await readFile(join(issued, 'tls.key'), 'utf8')));
    const keys = (await readPeerKeys(dir, ['token-broker-gateway'])).get('token-broker-gateway');
    expect(keys.map(({ use }) => use)).toEqual(['sig', 'enc']);
    const now = Date.now();
    const iat = Math.floor(now / 1_000);
    const jwt = signJwt(key, 'x+jwt', { iss: 'a', aud: 'b', iat, exp: iat + 60, jti: '1' });
    expect(
      verifyJwt(jwt, { keys: [keys[0] as never], typ: 'x+jwt', audience: 'b', maxLifetimeSeconds: 60, now }),
    ).toMatchObject({ iss: 'a' });
  });
});

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Tree } from '../oci/tree.ts';
import { unaccepted } from './accepted.ts';
import { scanContent, scanTree } from './scan.ts';

const directory = mkdtempSync(join(tmpdir(), 'sallyport-scan-'));
afterAll(() => rmSync(directory, { recursive: true }));

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
const word = (length: number) => randomBytes(length).toString('hex').slice(0, length);
const jwt = ['{"alg":"ES256","typ":"JWT"}', '{"sub":"somebody","iat":1}'].map((part) =>
  Buffer.from(part).toString('base64url'),
);

const planted: [string, string][] = [
  ['private key (PEM)', pem],
  ['private key (PEM)', String(rsa.export({ type: 'pkcs1', format: 'pem' }))],
  ['private key (PEM)', JSON.stringify({ key: pem })],
  ['private key (JWK)', JSON.stringify(privateKey.export({ format: 'jwk' }))],
  ['JWT', `${jwt.join('.')}.${randomBytes(64).toString('base64url')}`],
  ['Vault or OpenBao token', `hvs.${word(90)}`],
  ['Linear API key', `lin_api_${word(40)}`],
  ['GitHub token', `ghp_${word(36)}`],
  ['AWS access key', `AKIA${'ABCDEFGHIJKLMNOP'}`],
  ['npm token', `//registry.example/:_authToken=${word(36)}`],
  ['Slack token', `xoxb-${'1234567890'}-${word(24)}`],
  ['password in a URL', `postgres://audit:${word(12)}@db.example/audit`],
];

describe('[C-CR-6] nothing secret in an image layer', () => {
  it.each(planted)('finds a planted %s', async (name, text) => {
    const tree = new Tree().file('/app/main.js', `const a = 1;\n${text}\n`);
    expect(unaccepted(await scanTree(tree))).toContainEqual({ path: '/app/main.js', name });
  });

  it('finds one that lies across the border of two reads of a large file', async () => {
    const file = join(directory, 'large');
    const border = 8 * 1_048_576;
    writeFileSync(file, Buffer.concat([Buffer.alloc(border - 40), Buffer.from(pem), Buffer.alloc(1_000)]));
    expect(await scanContent({ file })).toEqual(['private key (PEM)']);
  });

  it.each(['/app/.env', '/root/.npmrc', '/etc/tls/tls.key', '/home/a/.ssh/id_ed25519'])(
    'finds %s by its name',
    async (path) => {
      expect(await scanTree(new Tree().file(path, ''))).toHaveLength(1);
    },
  );

  it('accepts a known example only where it is known to be', async () => {
    const known = await scanTree(new Tree().file('/app/seed/tickets.json', pem));
    expect(unaccepted(known)).toEqual([]);
    const moved = await scanTree(new Tree().file('/app/seed/other.json', pem));
    expect(unaccepted(moved)).toHaveLength(1);
  });

  it('does not mistake the words of TLS libraries, public keys and settings for secrets', async () => {
    const harmless = [
      '-----BEGIN PRIVATE KEY-----',
      String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })),
      JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })),
      'postgres://audit@db.example:5432/audit',
      `postgres://\${user}:\${password}@host/db`,
    ];
    for (const text of harmless) expect(await scanContent(Buffer.from(text))).toEqual([]);
  });
});

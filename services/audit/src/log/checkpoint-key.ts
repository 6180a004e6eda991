import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assertPrivate } from '@sallyport/authn';

/**
 * The Ed25519 key that signs checkpoints: a private JWK (RFC 8037) or PKCS8 PEM file, mode 0600; made where there is none.
 * @throws Error naming the file when it is readable by others or holds something else; never its content
 */
export async function checkpointKey(file: string): Promise<KeyObject> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return createKey(file);
  }
  await assertPrivate(file);
  const key = parseKey(text);
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error(`key file ${file} holds no Ed25519 private key`);
  return key;
}

async function createKey(file: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(privateKey.export({ format: 'jwk' })), { mode: 0o600, flag: 'wx' });
  return privateKey;
}

function parseKey(text: string): KeyObject | undefined {
  try {
    return text.startsWith('{') ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' }) : createPrivateKey(text);
  } catch {
    return undefined;
  }
}

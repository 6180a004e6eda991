import { CompactEncrypt, compactDecrypt, importJWK, type JWK } from 'jose';
import type { EncryptionKey } from './keys.ts';
import { Refused } from './refused.ts';

const ALG = 'ECDH-ES+A256KW';
const ENC = 'A256GCM';

/** Encrypts text for one key (RFC 7516 compact, ECDH-ES+A256KW, A256GCM). */
export async function encryptFor(publicJwk: JWK, text: string): Promise<string> {
  const key = await importJWK(publicJwk, ALG);
  return new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: ALG, enc: ENC, ...(publicJwk.kid ? { kid: publicJwk.kid } : {}) })
    .encrypt(key);
}

/** @throws Refused capability_invalid when it was not meant for this key or was changed */
export async function decryptWith(key: EncryptionKey, jwe: string): Promise<string> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key.privateKey, {
      keyManagementAlgorithms: [ALG],
      contentEncryptionAlgorithms: [ENC],
    });
    return Buffer.from(plaintext).toString('utf8');
  } catch {
    throw new Refused('capability_invalid', { cause: 'person assertion not for this gateway' });
  }
}

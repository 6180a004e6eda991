import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import type { SigningKey } from '@sallyport/authn';

/** What a keyed digest is for: a tag made for one purpose proves nothing for another. */
type Purpose = 'audit-arguments' | 'list-cursor' | 'request-state';

/** HMAC-SHA-256 over text, keyed per purpose; equal on every replica that has the same key file. */
export type KeyedDigest = (text: string) => Buffer;

/** Derives a purpose's key from the service's own signing key (RFC 5869), so that there is no second secret to keep. */
export function keyedDigest(key: SigningKey, purpose: Purpose): KeyedDigest {
  const secret = key.privateKey.export({ format: 'der', type: 'pkcs8' });
  // A key object is looked at once; bytes would be looked at again for every digest, which costs five times the digest.
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `sallyport mcp-server ${purpose}`, 32)));
  return (text) => createHmac('sha256', derived).update(text).digest();
}

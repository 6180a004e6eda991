import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The public key of a P-256 certificate as a JWK for ES256, named by its RFC 7638 thumbprint: how a cluster hands public
 * keys to those who verify signatures.
 * @throws Error naming the file when it is no such certificate
 */
export function certificateKey(file: string): Record<string, unknown> {
  try {
    const { crv, kty, x, y } = new X509Certificate(readFileSync(file)).publicKey.export({ format: 'jwk' });
    if (crv !== 'P-256') throw new Error('another curve');
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    return { crv, kty, x, y, use: 'sig', alg: 'ES256', kid };
  } catch {
    throw new Error(`${file} is no certificate of a P-256 key`);
  }
}

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { SigningKey } from '@sallyport/authn';
import type { Request, Response } from 'express';

export type CookieName = 'browser' | 'person' | 'connect';

/** Derives the key that signs cookies and form tokens; changing the signing key signs everybody out of the pages. */
export function pageKey(key: SigningKey): Buffer {
  const secret = key.privateKey.export({ format: 'der', type: 'pkcs8' });
  return Buffer.from(hkdfSync('sha256', secret, '', 'sallyport broker pages', 32));
}

export const mac = (key: Buffer, ...parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');

export function sameMac(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Name of a cookie: `__Host-` pins it to this very origin where there is TLS (RFC 6265bis §4.1.3.2). */
export const cookieName = (name: string, secure: boolean, prefix: '__Host-' | '__Secure-' = '__Host-'): string =>
  `${secure ? prefix : ''}sallyport_broker_${name}`;

/** Signed cookies of the pages: HttpOnly, SameSite=Lax (the IdP's redirect must bring them), whole origin. */
export class Cookies {
  readonly #secure: boolean;

  constructor(
    private readonly key: Buffer,
    publicUrl: string,
  ) {
    this.#secure = publicUrl.startsWith('https:');
  }

  read(request: Request, name: CookieName): string | undefined {
    const full = cookieName(name, this.#secure);
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const at = part.indexOf('=');
      if (part.slice(0, at).trim() !== full) continue;
      const [value, signature] = part
        .slice(at + 1)
        .trim()
        .split('.');
      if (value && signature && sameMac(mac(this.key, 'cookie', full, value), signature)) return value;
    }
    return undefined;
  }

  /** @param maxAgeSeconds absent: until the browser closes */
  write(response: Response, name: CookieName, value: string, maxAgeSeconds?: number): void {
    const full = cookieName(name, this.#secure);
    const parts = [`${full}=${value}.${mac(this.key, 'cookie', full, value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
    if (this.#secure) parts.push('Secure');
    if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`);
    response.append('set-cookie', parts.join('; '));
  }

  clear(response: Response, name: CookieName): void {
    this.write(response, name, 'none', 0);
  }
}

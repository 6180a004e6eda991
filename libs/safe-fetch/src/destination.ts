import { isIP } from 'node:net';
import { SafeFetchError } from './safe-fetch-error.ts';

/** What may be reached; everything else is refused. */
export interface Reach {
  /** Exact origins, `https://host[:port]`; `http` only for this machine and only with `allowLoopback`. */
  allow: readonly string[];
  /** One machine only: `localhost`, `127.0.0.1`, `[::1]` may be listed. */
  allowLoopback: boolean;
  /** A mesh encrypts: `http` may be listed. */
  allowPlain: boolean;
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
export const isLoopbackHost = (hostname: string): boolean => LOOPBACK_HOSTS.has(hostname);

/**
 * Judges the form of a URL; the names it may use are judged by {@link checkedUrl}.
 * The URL parser has already turned every notation of IPv4 (decimal, octal, hexadecimal, short) into four octets.
 */
function wellFormed(text: string, { allowLoopback, allowPlain }: Reach): URL {
  const url = URL.parse(text);
  if (!url) throw new SafeFetchError('url_invalid');
  const loopback = allowLoopback && isLoopbackHost(url.hostname);
  const plain = url.protocol === 'http:' && (loopback || allowPlain);
  if (url.protocol !== 'https:' && !plain) throw new SafeFetchError('scheme_refused');
  // `https://allowed.example@evil.example/`: what stands before the @ is only a user name.
  if (url.username !== '' || url.password !== '') throw new SafeFetchError('userinfo_refused');
  if (!loopback && (url.hostname.startsWith('[') || isIP(url.hostname) !== 0)) {
    throw new SafeFetchError('address_literal_refused');
  }
  return url;
}

/** @throws SafeFetchError when an allowed origin could itself never be called: a mistake in the configuration */
export function checkReach(reach: Reach): void {
  for (const origin of reach.allow) {
    if (wellFormed(origin, reach).origin !== origin) throw new SafeFetchError('url_invalid');
  }
}

/** @throws SafeFetchError unless the URL is well formed and its origin is on the list, to the letter */
export function checkedUrl(text: string, reach: Reach): URL {
  const url = wellFormed(text, reach);
  if (!reach.allow.includes(url.origin)) throw new SafeFetchError('host_not_allowed');
  return url;
}

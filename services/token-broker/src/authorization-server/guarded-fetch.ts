import { isIP } from 'node:net';
import { type Lookup, type PinnedInterceptor, pinnedInterceptor, proxiedFetch } from '@sallyport/safe-fetch';

/** Names that mean this machine or this network, whatever DNS says (RFC 6761, RFC 8375, RFC 9476; cluster DNS). */
const LOCAL_NAMES =
  /(^|\.)(localhost|local|internal|home\.arpa|alt|test|invalid|svc|cluster\.local|lan|intranet|corp)$/;

/** Whether a URL names a host that could be on the public internet: no IP address in any spelling, no local name. */
export function namesPublicHost(url: URL): boolean {
  // The URL parser has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into dotted decimals.
  const host = url.hostname.replace(/\.$/, '');
  return !host.startsWith('[') && isIP(host) === 0 && host.includes('.') && !LOCAL_NAMES.test(host);
}

/** The library's connection pool, which closes what connects to a special-use address; composable (undici 7 and later). */
type Guard = { compose(interceptor: PinnedInterceptor): object };

/**
 * Fetches client metadata documents and key sets: addresses that strangers choose (C-ID-4, C-IN-4). Three guards: names that
 * cannot be public are not looked up; a name is looked up once, all its addresses must be public, and the connection goes to
 * one of them, so that a name that changes its answer gains nothing and a private address is never connected to; the
 * library's own guard looks at what was connected. Where the library could not set its up it would go on without; this does
 * not.
 * @param lookup resolves a host name
 * @returns a `fetch` that throws where the address is not allowed or a guard is missing
 */
export function guardedFetch(lookup?: Lookup): typeof fetch {
  return async (url, options = {}) => {
    const address = new URL(url instanceof Request ? url.url : url);
    if (address.protocol !== 'https:' || !namesPublicHost(address)) throw new Error('address not allowed');
    const { dispatcher } = options as { dispatcher?: Guard };
    if (typeof dispatcher?.compose !== 'function') throw new Error('no SSRF guard, no request');
    const pinned = await pinnedInterceptor(address, lookup);
    const guarded: RequestInit = { ...options, redirect: 'manual' };
    return globalThis.fetch(url, Object.assign(guarded, { dispatcher: dispatcher.compose(pinned) }));
  };
}

/**
 * The same through the egress proxy: addresses are its business (its list of names, its refusal of private ranges), the form
 * of the URL stays ours.
 */
export function proxiedDocuments(proxy: string): typeof fetch {
  const fetchThrough = proxiedFetch(proxy);
  return async (url, options) => {
    const address = new URL(url instanceof Request ? url.url : url);
    if (address.protocol !== 'https:' || !namesPublicHost(address)) throw new Error('address not allowed');
    return fetchThrough(url, options);
  };
}

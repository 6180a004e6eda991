import { isIP } from 'node:net';

/** Names that mean this machine or this network, whatever DNS says (RFC 6761, RFC 8375, RFC 9476; cluster DNS). */
const LOCAL_NAMES =
  /(^|\.)(localhost|local|internal|home\.arpa|alt|test|invalid|svc|cluster\.local|lan|intranet|corp)$/;

/** Whether a URL names a host that could be on the public internet: no IP address in any spelling, no local name. */
export function namesPublicHost(url: URL): boolean {
  // The URL parser has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into dotted decimals.
  const host = url.hostname.replace(/\.$/, '');
  return !host.startsWith('[') && isIP(host) === 0 && host.includes('.') && !LOCAL_NAMES.test(host);
}

/**
 * Fetches client metadata documents and key sets: addresses that strangers choose. Names that cannot be public never get
 * a connection; for the rest the library's dispatcher closes connections to special-use addresses at connect time, so that
 * a name that changes its answer gains nothing (C-ID-4, C-IN-4). Where the library could not set that up it would go on
 * without; this does not.
 * @throws Error when the address is not allowed or the guard is missing
 */
export async function guardedFetch(url: Parameters<typeof fetch>[0], options: RequestInit = {}): Promise<Response> {
  const address = new URL(url instanceof Request ? url.url : url);
  if (address.protocol !== 'https:' || !namesPublicHost(address)) throw new Error('address not allowed');
  if (!('dispatcher' in options) || !options.dispatcher) throw new Error('no SSRF guard, no request');
  return globalThis.fetch(url, { ...options, redirect: 'manual' });
}

import { isIP } from 'node:net';

/**
 * Whether a request comes from this machine and not from a web page open on it.
 *
 * DNS rebinding: the Host must be a loopback name. Cross-site requests: a browser says where they come from.
 */
export function isLocal(request: Request, address: string): boolean {
  if (!isLoopbackAddress(address)) return false;
  if (request.headers.has('origin') || request.headers.get('sec-fetch-site') === 'cross-site') return false;
  const hostname = URL.parse(`http://${request.headers.get('host') ?? ''}`)?.hostname ?? '';
  return hostname === 'localhost' || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));
}

function isLoopbackAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

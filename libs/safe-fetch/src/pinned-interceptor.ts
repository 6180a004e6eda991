import { isIP } from 'node:net';
import type { Dispatcher } from 'undici';
import { type Lookup, pinnedAddress } from './pinned-connector.ts';
import { SafeFetchError } from './safe-fetch-error.ts';

/** Where to send what is for one origin. */
export type PinnedInterceptor = Dispatcher.DispatcherComposeInterceptor;

/**
 * For a `fetch` whose dispatcher is somebody else's and must stay: resolves the URL's host once, judges every answer, and
 * makes an interceptor (undici `compose`) that sends requests of this origin to that address and refuses any other. TLS
 * and the server still see the name.
 * @throws SafeFetchError name_unresolved, address_refused; then nothing may be connected to
 */
export async function pinnedInterceptor(url: URL, lookup?: Lookup): Promise<PinnedInterceptor> {
  const { origin, protocol, hostname, host, port } = url;
  const ip = await pinnedAddress(hostname, lookup);
  const pinned = `${protocol}//${isIP(ip) === 6 ? `[${ip}]` : ip}${port === '' ? '' : `:${port}`}`;
  return (dispatch) => (options, handler) => {
    if (String(options.origin) !== origin) throw new SafeFetchError('host_not_allowed', hostname);
    const headers = { ...(options.headers as Record<string, string>), host };
    const rerouted = { ...options, origin: pinned, headers, servername: hostname };
    return dispatch(rerouted as Dispatcher.DispatchOptions, handler);
  };
}

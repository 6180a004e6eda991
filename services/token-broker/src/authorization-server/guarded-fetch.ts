/**
 * Fetches client metadata documents and key sets: addresses that strangers choose. The library's dispatcher closes
 * connections to special-use addresses after DNS, at connect time, so that a name that changes its answer gains nothing
 * (C-ID-4, C-IN-4). Where the library could not set it up it goes on without; this does not.
 * @throws Error when the guard is missing
 */
export function guardedFetch(url: Parameters<typeof fetch>[0], options: RequestInit = {}): Promise<Response> {
  if (!('dispatcher' in options) || !options.dispatcher) {
    return Promise.reject(new Error('no SSRF guard, no request'));
  }
  return globalThis.fetch(url, { ...options, redirect: 'manual' });
}

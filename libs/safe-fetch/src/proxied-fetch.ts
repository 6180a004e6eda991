import { ProxyAgent, fetch as undiciFetch } from 'undici';

/**
 * `fetch` by way of the egress proxy, for libraries that bring their own requests. The proxy resolves the name and decides
 * whether it may be reached (C-OUT-7); TLS ends at the named host. No redirect is followed.
 */
export function proxiedFetch(proxy: string): typeof fetch {
  const dispatcher = new ProxyAgent({ uri: proxy, proxyTunnel: true });
  return (url, options = {}) => {
    const request = { ...options, redirect: 'manual', dispatcher };
    return undiciFetch(url as never, request as never) as unknown as Promise<Response>;
  };
}

import type { SafeFetch } from '@sallyport/safe-fetch';

/** What node-vault hands to its `request-promise` option. */
interface RequestOptions {
  method: string;
  uri: string;
  headers?: Record<string, string>;
  json?: unknown;
}
interface FullResponse {
  statusCode: number;
  body: unknown;
  request: { path: string };
}

/** Everything the gateway ever asks of Vault. `..`, `?` and the like cannot leave these three shapes. */
const CALLS: readonly (readonly [string, RegExp])[] = [
  ['POST', /^\/v1\/auth\/platform\/login$/],
  ['GET', /^\/v1\/linear\/creds\/[0-9a-f-]{36}\/(?:reader|creator|curator)\?minimum_seconds=\d{1,4}$/],
  ['POST', /^\/v1\/linear\/creds\/[0-9a-f-]{36}\/(?:reader|creator|curator)$/],
];

/**
 * node-vault's transport, by way of its `request-promise` option: through the service's only way out, so no redirect
 * carries `X-Vault-Token` to another host, every call ends in time, no proxy and no `VAULT_SKIP_VERIFY` has a say, and
 * no error holds a request.
 */
export function vaultTransport(safeFetch: SafeFetch) {
  const request = async ({ method, uri, headers = {}, json }: RequestOptions): Promise<FullResponse> => {
    const url = new URL(uri);
    const target = url.pathname + url.search;
    // What the URL parser had to tidy up (`..`, a backslash) was never one of our paths, whatever it became.
    if (url.href !== uri || !CALLS.some(([verb, shape]) => verb === method && shape.test(target))) {
      throw new Error('the gateway makes no such call to Vault');
    }
    const hasBody = typeof json === 'object' && json !== null;
    const response = await safeFetch(uri, {
      method: method as 'GET' | 'POST',
      headers: {
        ...headers,
        // Vault refuses calls without it when so configured: a forged form post cannot set it.
        'x-vault-request': 'true',
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(json) } : {}),
    });
    return { statusCode: response.status, body: parsed(response.text()), request: { path: url.pathname } };
  };
  return { defaults: () => request };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

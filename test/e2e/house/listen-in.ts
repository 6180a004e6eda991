import { inject } from 'vitest';
import { keepSecret, secretsIn } from './secrets.ts';

/**
 * Listens in on everything the specs' agents, people and browsers send and get through `fetch`, so that the scan at the
 * end knows every token and code of the run by its value.
 */
const LISTENING = Symbol.for('sallyport.e2e.listening');
const global = globalThis as typeof globalThis & { [LISTENING]?: true };

if (!global[LISTENING]) {
  global[LISTENING] = true;
  const { secretsFile } = inject('house');
  const plain = globalThis.fetch;
  const keep = (exchange: Parameters<typeof secretsIn>[0]) => {
    for (const secret of secretsIn(exchange)) keepSecret(secretsFile, secret);
  };
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const { body } = init ?? {};
    const sent = typeof body === 'string' || body instanceof URLSearchParams ? String(body) : undefined;
    keep({ url, authorization: new Headers(init?.headers).get('authorization'), body: sent });
    const response = await plain(input, init);
    const location = response.headers.get('location') ?? undefined;
    const told = response.headers.get('content-type')?.includes('json') ? await response.clone().text() : undefined;
    keep({ url: location, body: told });
    return response;
  };
}

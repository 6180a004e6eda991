import dns from 'node:dns';
import tls from 'node:tls';
import { inject } from 'vitest';

/**
 * Public names of the demo are names of Services: people outside reach them by a port-forward on loopback. No other host is
 * looked up or spoken to by this suite (the headless browser and every client go through here).
 */
const { namespace, fullname, authority } = inject('release');
const suffix = `.${namespace}.svc`;
/** Linear's stand-in shows what it stored to loopback alone, so it has a door of its own beside the edge. */
const addressOf = (host: string): string => (host.startsWith(`${fullname}-linear.`) ? '127.0.0.2' : '127.0.0.1');
const systemLookup = dns.lookup;

type Callback = (
  error: Error | null,
  address?: string | { address: string; family: number }[],
  family?: number,
) => void;

const lookup = (host: string, options: unknown, callback?: Callback): void => {
  const done = (typeof options === 'function' ? options : callback) as Callback;
  const all = typeof options === 'object' && options !== null && (options as { all?: boolean }).all === true;
  if (host.endsWith(suffix)) {
    if (all) done(null, [{ address: addressOf(host), family: 4 }]);
    else done(null, addressOf(host), 4);
    return;
  }
  if (host === 'localhost' || host === '127.0.0.1') {
    (systemLookup as unknown as (...args: unknown[]) => void)(host, options, callback);
    return;
  }
  done(Object.assign(new Error(`${host} is not a name of this release`), { code: 'ENOTFOUND' }));
};
(dns as { lookup: unknown }).lookup = lookup;

tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority]);

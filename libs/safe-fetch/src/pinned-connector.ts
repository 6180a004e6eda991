import { lookup as systemLookup } from 'node:dns/promises';
import type { buildConnector } from 'undici';
import { type AddressReach, addressReach } from './address-reach.ts';
import { isLoopbackHost } from './destination.ts';
import { SafeFetchError } from './safe-fetch-error.ts';

/** Resolves a host name to all its addresses. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export const lookupBySystem: Lookup = async (hostname) =>
  (await systemLookup(hostname, { all: true })).map(({ address }) => address);

const PUBLIC_ONLY: ReadonlySet<AddressReach> = new Set(['public']);
/** More answers than this is no service but a trick to outlast the check. */
const MAX_ANSWERS = 32;

/**
 * Resolves once, judges every answer, and hands the socket an address instead of a name: there is no second look-up
 * that could answer differently (DNS rebinding). TLS still proves the name, because `servername` stays the name.
 * One bad answer among good ones refuses the host: an attacker's name may list both.
 */
export function pinnedConnector(
  connect: buildConnector.connector,
  lookup: Lookup,
  permitted: ReadonlySet<AddressReach>,
): buildConnector.connector {
  return (options, callback) => {
    const name = options.hostname;
    if (isLoopbackHost(name) || name === '::1') {
      // RFC 6761 §6.3: `localhost` is this machine; no resolver is asked.
      const address = name === 'localhost' ? '127.0.0.1' : name;
      connect({ ...options, hostname: address, servername: tlsName(options, name) }, callback);
      return;
    }
    pinnedAddress(name, lookup, permitted).then(
      (address) => connect({ ...options, hostname: address, servername: tlsName(options, name) }, callback),
      (error: Error) => callback(error, null),
    );
  };
}

/** The name TLS must prove; the request's own `Host` header has no say in it. */
const tlsName = (options: buildConnector.Options, name: string): string =>
  options.protocol === 'https:' && /[a-z]/.test(name) ? name : '';

/**
 * One address to connect to instead of a name, all of whose addresses may be reached.
 * @throws SafeFetchError name_unresolved, address_refused
 */
export async function pinnedAddress(
  name: string,
  lookup: Lookup = lookupBySystem,
  permitted: ReadonlySet<AddressReach> = PUBLIC_ONLY,
): Promise<string> {
  const answers = await lookup(name).catch((): readonly string[] => []);
  const [first] = answers;
  if (first === undefined) throw new SafeFetchError('name_unresolved', name);
  if (answers.length > MAX_ANSWERS || !answers.every((answer) => permitted.has(addressReach(answer)))) {
    throw new SafeFetchError('address_refused', name);
  }
  return first;
}

import { createServiceAssertion, Refused, type SigningKey } from '@sallyport/authn';
import type { Filing } from '@sallyport/contracts';
import { type SafeFetch, SafeFetchError } from '@sallyport/safe-fetch';
import { traceHeaders } from '@sallyport/telemetry';

export interface LedgerOptions {
  /** The issuer, which keeps the ledger: audience of our assertion. */
  issuerUrl: string;
  /** Base URL at which it answers from here. */
  address: string;
  /** This service's key. */
  key: SigningKey;
  safeFetch: SafeFetch;
  now: () => number;
}

/**
 * Tells the issuer what was filed. Only issues in its ledger can ever be trashed, so nothing is answered before this
 * succeeded; a repeat of the same filing changes nothing there.
 * @throws Refused downstream_unavailable
 */
export async function reportFiling(
  { issuerUrl, address, key, safeFetch, now }: LedgerOptions,
  filing: Filing,
): Promise<void> {
  const body = JSON.stringify(filing);
  const service = 'token-broker-gateway';
  const assertion = createServiceAssertion(key, { service, audience: issuerUrl, body, now: now() });
  const detail = { service: 'issuer', deed: 'ledger' };
  const response = await safeFetch(new URL('/ledger/filings', address).href, {
    method: 'POST',
    headers: { authorization: `Bearer ${assertion}`, 'content-type': 'application/json', ...traceHeaders() },
    body,
  }).catch((error) => {
    if (!(error instanceof SafeFetchError)) throw error;
    throw new Refused('downstream_unavailable', { ...detail, cause: error.reason });
  });
  if (response.status < 200 || response.status > 299) {
    throw new Refused('downstream_unavailable', { ...detail, status: response.status });
  }
}

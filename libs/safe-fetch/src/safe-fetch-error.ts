/** Why a call did not happen or did not finish. */
export type SafeFetchReason =
  | 'url_invalid'
  | 'scheme_refused'
  | 'userinfo_refused'
  | 'address_literal_refused'
  | 'host_not_allowed'
  | 'name_unresolved'
  | 'address_refused'
  | 'connection_failed'
  | 'timeout'
  | 'redirect_refused'
  | 'encoding_refused'
  | 'response_too_large';

/** Says the reason and at most the host asked for: never path, query, header, body or the other side's words. */
export class SafeFetchError extends Error {
  override readonly name = 'SafeFetchError';
  readonly reason: SafeFetchReason;
  readonly host: string | undefined;

  constructor(reason: SafeFetchReason, host?: string) {
    super(host === undefined ? reason : `${reason} (${host})`);
    this.reason = reason;
    this.host = host;
  }
}

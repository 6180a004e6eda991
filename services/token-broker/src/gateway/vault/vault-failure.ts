import { Refused } from '@sallyport/authn';
import type { Reason } from '@sallyport/contracts';
import { SafeFetchError } from '@sallyport/safe-fetch';

export type VaultDeed = 'login' | 'read' | 'import';

interface VaultAnswer {
  statusCode?: number;
}

/**
 * What went wrong at Vault, in our words: the deed, the HTTP status or the transport's reason. Vault's own text is
 * dropped, because it may quote the assertion or what the authorization server said (C-OUT-4).
 */
export function vaultFailure(deed: VaultDeed, error: unknown): Refused {
  if (error instanceof Refused) return error;
  const detail = { service: 'vault', deed };
  if (error instanceof SafeFetchError) return new Refused('downstream_unavailable', { ...detail, cause: error.reason });
  const status = (error as { response?: VaultAnswer }).response?.statusCode;
  if (status === undefined) return new Refused('downstream_failed', { ...detail, cause: 'unexpected answer' });
  return new Refused(reasonFor(deed, status), { ...detail, status });
}

function reasonFor(deed: VaultDeed, status: number): Reason {
  // 503 sealed or standby, 5xx its own fault, 429 quota: another try may work.
  if (status >= 500 || status === 429) return 'downstream_unavailable';
  // No grant is stored (404), or it is stored and dead: the authorization server refused its refresh (400). Retrying
  // cannot help; the person must connect again.
  if (deed === 'read' && (status === 404 || status === 400)) return 'consent_required';
  return 'downstream_failed';
}

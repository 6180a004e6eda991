import type { RefusalTally } from '@sallyport/audit-client';
import { type Reason, TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import { type Logger, traceIdOf } from '@sallyport/telemetry';
import type { Client, errors, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { eventBase } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';

export interface ProviderEventParts {
  recorder: Recorder;
  tally: RefusalTally;
  logger: Logger;
  now: () => number;
}

/** Puts on record what the library decides by itself: refused requests, and clients that nobody registered by hand. */
export function recordProviderEvents(provider: Provider, parts: ProviderEventParts): void {
  const { tally, logger } = parts;
  const refused = (resource: string) => (ctx: KoaContextWithOIDC, error: errors.OIDCProviderError) => {
    const detail = { resource, error: error.message, rule: error.error_description, client: ctx.oidc.client?.clientId };
    logger.info(detail, 'request refused');
    tally.count(resource, reasonOf(error), traceIdOf());
  };
  provider.on('authorization.error', refused('/authorize'));
  provider.on('pushed_authorization_request.error', refused('/par'));
  provider.on('revocation.error', refused('/revoke'));
  provider.on('registration_create.error', refused('/reg'));
  provider.on('grant.error', (ctx, error) => {
    if (ctx.oidc.params?.grant_type === TOKEN_EXCHANGE_GRANT) void recordExchangeRefusal(ctx, error, parts);
    refused('/token')(ctx, error);
  });
  provider.on('registration_create.success', (_ctx, client) => void recordRegistration(client, 'dynamic', parts));
  const server = (_ctx: KoaContextWithOIDC, error: Error) =>
    logger.error({ err: error }, 'authorization server failed');
  provider.on('server_error', server);
}

/** Refused before our handler ran: the caller did not authenticate as a client of ours. */
async function recordExchangeRefusal(
  ctx: KoaContextWithOIDC,
  error: errors.OIDCProviderError,
  parts: ProviderEventParts,
) {
  const { client_id: named } = ctx.oidc.params as { client_id?: unknown };
  const client =
    ctx.oidc.client?.clientId ?? (typeof named === 'string' && named !== '' ? named.slice(0, 200) : undefined);
  const event = {
    ...eventBase(parts.now()),
    kind: 'token_exchange_refused' as const,
    ...(client === undefined ? {} : { client }),
    reasons: [reasonOf(error)],
  };
  await parts.recorder
    .record(event)
    .catch((cause) => parts.logger.error({ err: cause }, 'a refusal could not be recorded'));
}

/** A client appeared that no administrator wrote down. */
export async function recordRegistration(
  client: Client,
  method: 'dynamic' | 'metadata_document',
  { recorder, logger, now }: Omit<ProviderEventParts, 'tally'>,
): Promise<void> {
  const hosts = [...new Set((client.redirectUris ?? []).map((uri) => new URL(uri).hostname))].slice(0, 16);
  const event = {
    ...eventBase(now()),
    kind: 'client_registered' as const,
    agent: client.clientId,
    method,
    redirectHosts: hosts,
  };
  await recorder.record(event).catch((error) => logger.error({ err: error }, 'a registration could not be recorded'));
}

function reasonOf(error: errors.OIDCProviderError): Reason {
  switch (error.error ?? error.message) {
    case 'invalid_client':
      return error.error_detail?.includes('only be used once') === true ? 'assertion_replayed' : 'assertion_invalid';
    case 'invalid_dpop_proof':
      return 'dpop_invalid';
    case 'invalid_scope':
      return 'scope_missing';
    case 'invalid_target':
      return 'target_not_permitted';
    case 'invalid_grant':
      return 'token_revoked';
    case 'access_denied':
      return 'consent_required';
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return 'client_not_permitted';
    default:
      return 'arguments_invalid';
  }
}

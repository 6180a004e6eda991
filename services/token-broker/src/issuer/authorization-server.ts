import type { Client, Provider } from 'oidc-provider';
import type { PreRegistered } from '../authorization-server/clients.ts';
import { guardedFetch, proxiedDocuments } from '../authorization-server/guarded-fetch.ts';
import { MetadataDocuments } from '../authorization-server/metadata-documents.ts';
import { createProvider } from '../authorization-server/provider.ts';
import { recordRegistration } from '../authorization-server/provider-events.ts';
import type { Resources } from '../authorization-server/resources.ts';
import type { Accounts } from '../storage/accounts.ts';
import { oidcAdapterFactory } from '../storage/oidc-adapter.ts';
import { OneTimeIds } from '../storage/one-time-ids.ts';
import type { Foundation } from './foundation.ts';

const DAY_MS = 86_400_000;

/** The authorization server on this foundation. */
export function authorizationServer(
  base: Foundation,
  resources: Resources,
  clients: PreRegistered,
  accounts: Accounts,
): Provider {
  const { config, now, keys, audit, logger } = base;
  const { db } = base.database;
  const replay = new OneTimeIds(db, now);
  // Once a day per client: a document is read at every use.
  const announce = async (client: Client) => {
    if (!(await replay.claim(`client seen:${client.clientId}`, now() + DAY_MS))) return;
    await recordRegistration(client, 'metadata_document', { recorder: audit, logger, now });
  };
  const documents = new MetadataDocuments({
    allowed: config.metadataAllowedHosts,
    denied: config.metadataDeniedHosts,
    onClient: (client) =>
      void announce(client).catch((error) => logger.error({ err: error }, 'a registration could not be recorded')),
    now,
  });
  return createProvider({
    issuer: config.publicUrl,
    key: keys.own,
    pageKey: keys.page,
    adapter: oidcAdapterFactory(db, now, { clientMs: config.dynamicClientDays * DAY_MS }),
    accounts,
    resources,
    clients: clients.metadata,
    replay,
    dynamicRegistration: config.dynamicRegistration === 'loopback',
    documents,
    fetch: config.egressProxyUrl ? proxiedDocuments(config.egressProxyUrl) : guardedFetch(base.lookup),
    lifetimes: { accessToken: config.accessTokenTtlSeconds, connection: (config.connectionDays * DAY_MS) / 1_000 },
    now,
  });
}

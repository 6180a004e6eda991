import type { Provider } from 'oidc-provider';
import type { PreRegistered } from '../authorization-server/clients.ts';
import type { Cookies } from '../browser/cookies.ts';
import { ConnectSteps } from '../connect/connect.controller.ts';
import { ConnectHandles } from '../connect/connect-handles.ts';
import { Connections } from '../connect/connections.ts';
import { GatewayClient } from '../connect/gateway-client.ts';
import { LinearApplications } from '../connect/linear-applications.ts';
import { LinearConnection } from '../connect/linear-connection.ts';
import type { BrowserSessions } from '../signin/browser-sessions.ts';
import { grantIsAlive } from '../storage/oidc-adapter.ts';
import { OneTimeIds } from '../storage/one-time-ids.ts';
import { registerExchangeGrant } from '../token/exchange-grant.ts';
import { ExchangePolicy } from '../token/exchange-policy.ts';
import { Issuance } from '../token/issuance.ts';
import { SubjectTokens } from '../token/subject-token.ts';
import { TokenExchange } from '../token/token-exchange.ts';
import type { Foundation } from './foundation.ts';

/** Everything that makes capabilities: the exchange behind `/token`, and connecting Linear. */
export function connecting(
  base: Foundation,
  provider: Provider,
  clients: PreRegistered,
  { cookies, sessions }: { cookies: Cookies; sessions: BrowserSessions },
): ConnectSteps {
  const { config, now, keys, audit, logger } = base;
  const { db } = base.database;
  const urls = { issuer: config.publicUrl, gateway: config.gatewayUrl };
  const gatewayKey = keys.peers.get('token-broker-gateway').find((key) => key.use === 'enc');
  if (!gatewayKey) throw new Error('token-broker-gateway.jwks.json has no encryption key among its public keys');
  const issuance = new Issuance(keys.own, gatewayKey, urls, audit, now);
  const policy = new ExchangePolicy(base.policy, config.environment, now);
  const connections = new Connections(db, now);
  const handles = new ConnectHandles(db, now);
  const alive = (grantId: string, owner: { sub: string; clientId: string }) => grantIsAlive(db, grantId, owner, now());
  const subjectTokens = new SubjectTokens(config.publicUrl, keys.own, alive, now);
  registerExchangeGrant(provider, {
    exchange: new TokenExchange(subjectTokens, policy, connections, handles, issuance),
    clients: clients.exchange,
    recorder: audit,
    replay: new OneTimeIds(db, now),
    urls,
    logger,
    now,
  });
  const linear = new LinearApplications(
    config.linearAuthorizeUrl,
    {
      reader: config.linearReaderClientId,
      creator: config.linearCreatorClientId,
      curator: config.linearCuratorClientId,
    },
    config.publicUrl,
  );
  const connection = new LinearConnection({
    policy,
    issuance,
    gateway: new GatewayClient(config.gatewayUrl, keys.own, base.http, now),
    connections,
    recorder: audit,
    key: keys.own,
    issuer: config.publicUrl,
    now,
  });
  return new ConnectSteps(handles, linear, connection, sessions, cookies);
}

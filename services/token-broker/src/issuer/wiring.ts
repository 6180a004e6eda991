import type { Provider as NestProvider } from '@nestjs/common';
import { RefusalTally } from '@sallyport/audit-client';
import type { Provider } from 'oidc-provider';
import { loadClients } from '../authorization-server/clients.ts';
import { recordProviderEvents } from '../authorization-server/provider-events.ts';
import { Resources } from '../authorization-server/resources.ts';
import { BrowserBinding } from '../browser/browser-binding.ts';
import { Cookies } from '../browser/cookies.ts';
import { ConnectSteps } from '../connect/connect.controller.ts';
import { Consents } from '../interaction/consents.ts';
import { Decisions } from '../interaction/decisions.ts';
import { ConsentTerms, InteractionSteps } from '../interaction/interaction.controller.ts';
import { InteractionSignIns } from '../interaction/interaction-sign-ins.ts';
import { PendingInteractions } from '../interaction/pending-interaction.ts';
import { Filings } from '../ledger/filings.ts';
import { LedgerDoor } from '../ledger/ledger.controller.ts';
import { BrowserSessions } from '../signin/browser-sessions.ts';
import { IdentityProvider } from '../signin/identity-provider.ts';
import { Admission } from '../signin/person.ts';
import { SignInCompletion } from '../signin/sign-in-completion.ts';
import { UpstreamStates } from '../signin/upstream-states.ts';
import { Accounts } from '../storage/accounts.ts';
import { authorizationServer } from './authorization-server.ts';
import { connecting } from './connecting.ts';
import type { Foundation } from './foundation.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The issuer, put together: the authorization server and what the pages' controllers are given. */
export interface Wired {
  provider: Provider;
  tally: RefusalTally;
  identityProvider: IdentityProvider;
  providers: NestProvider[];
}

/** @throws Error naming the file that is wrong */
export async function wire(base: Foundation): Promise<Wired> {
  const { config, now, keys, audit, logger } = base;
  const { db } = base.database;
  const resources = await Resources.load(config.resourcesFile);
  const clients = await loadClients(config.clientsFile, keys.peers);
  const accounts = new Accounts(db, now);
  const tally = new RefusalTally(audit, now, (error) => logger.error({ err: error }, 'refusals could not be recorded'));
  const provider = authorizationServer(base, resources, clients, accounts);
  recordProviderEvents(provider, { recorder: audit, tally, logger, now });

  const cookies = new Cookies(keys.page, config.publicUrl);
  const browser = new BrowserBinding(cookies, keys.page, new URL(config.publicUrl).origin);
  const states = new UpstreamStates(db, keys.page, now);
  const sessions = new BrowserSessions(db, cookies, accounts, now, config.sessionMinutes * 60);
  const pending = new PendingInteractions(provider, resources, new Set(clients.metadata.map((one) => one.client_id)));
  const signIns = new InteractionSignIns(db, now);
  const identityProvider = idp(base);
  const completion = new SignInCompletion({
    states,
    identityProvider,
    admission: new Admission(config.tenants, config.roleGroups),
    accounts,
    sessions,
    interactions: { pending, signIns },
    recorder: audit,
    now,
  });
  const connectionMs = config.connectionDays * DAY_MS;
  const consents = new Consents(db, now, connectionMs);
  const terms = new ConsentTerms(Math.floor((config.accessTokenTtlSeconds * 1_000) / MINUTE_MS), connectionMs, now);
  const decisions = new Decisions(provider, consents, audit, now);
  const provide = <T>(token: new (...args: never[]) => T, useValue: T): NestProvider => ({ provide: token, useValue });
  return {
    provider,
    tally,
    identityProvider,
    providers: [
      provide(InteractionSteps, new InteractionSteps(pending, signIns, consents, decisions, terms)),
      provide(BrowserBinding, browser),
      provide(Cookies, cookies),
      provide(Accounts, accounts),
      provide(UpstreamStates, states),
      provide(IdentityProvider, identityProvider),
      provide(SignInCompletion, completion),
      provide(BrowserSessions, sessions),
      provide(ConnectSteps, connecting(base, provider, clients, { cookies, sessions })),
      provide(Filings, new Filings(db)),
      provide(LedgerDoor, new LedgerDoor(config.publicUrl, keys.peers, now)),
      provide(RefusalTally, tally),
    ],
  };
}

function idp({ config, keys, idpClientSecret }: Foundation): IdentityProvider {
  return new IdentityProvider({
    issuer: config.idpIssuer,
    clientId: config.idpClientId,
    clientSecret: idpClientSecret,
    key: keys.own,
    scope: config.idpScope,
    acrValues: config.idpAcrValues,
    redirectUri: `${config.publicUrl}/signin/callback`,
    proxy: config.egressProxyUrl,
  });
}

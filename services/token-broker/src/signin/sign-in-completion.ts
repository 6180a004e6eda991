import type { Reason } from '@sallyport/contracts';
import type { Response } from 'express';
import { PageRefused } from '../browser/page-refused.ts';
import type { InteractionSignIns } from '../interaction/interaction-sign-ins.ts';
import type { PendingInteractions } from '../interaction/pending-interaction.ts';
import { eventBase, signedIn, whoOf } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Accounts } from '../storage/accounts.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Admission } from './person.ts';
import type { UpstreamStates, UpstreamTrip } from './upstream-states.ts';

/** The person's own pages at the broker, as the actor of what is done there. */
export const OWN_PAGES = 'token-broker-issuer';

export interface SignInParts {
  states: UpstreamStates;
  identityProvider: IdentityProvider;
  admission: Admission;
  accounts: Accounts;
  sessions: BrowserSessions;
  interactions: { pending: PendingInteractions; signIns: InteractionSignIns };
  recorder: Recorder;
  now: () => number;
}

/** Turns the IdP's answer into a signed-in person: browser, state, then the ID token, then who may come in. */
export class SignInCompletion {
  constructor(private readonly parts: SignInParts) {}

  /** @throws PageRefused; the refusal is on record */
  async complete(
    response: Response,
    browserHash: string,
    query: URLSearchParams,
  ): Promise<{ to: 'interaction'; uid: string } | { to: 'connect' }> {
    const { states, interactions } = this.parts;
    const purposes = ['interaction', 'connect_sign_in'] as const;
    const trip = await states.finish(purposes, browserHash, query.get('state') ?? '').catch((error) => {
      return this.#refuse(error, undefined);
    });
    const forInteraction = trip.purpose === 'interaction';
    const agent = forInteraction ? await interactions.pending.clientIdOf(trip.subject) : OWN_PAGES;
    try {
      await this.#signIn(response, browserHash, query, trip, forInteraction, agent);
    } catch (error) {
      await this.#refuse(error, agent);
    }
    return forInteraction ? { to: 'interaction', uid: trip.subject } : { to: 'connect' };
  }

  async #signIn(
    response: Response,
    browserHash: string,
    query: URLSearchParams,
    trip: UpstreamTrip & { subject: string },
    forInteraction: boolean,
    agent: string | undefined,
  ): Promise<void> {
    if (agent === undefined) throw new PageRefused('interaction_expired');
    const { identityProvider, admission, accounts, sessions, interactions, recorder, now } = this.parts;
    const signIn = admission.admit(await identityProvider.redeem(query.toString(), trip));
    const account = await accounts.remember(signIn.person);
    await sessions.start(response, account.sub, signIn);
    const who = forInteraction
      ? whoOf(
          account,
          agent,
          (await interactions.signIns.store(trip.subject, browserHash, account.sub, signIn)).grantId,
        )
      : signedIn(account, agent);
    await recorder.record({
      ...eventBase(now()),
      kind: 'sign_in_completed',
      who,
      acr: signIn.acr ?? '',
      amr: signIn.amr,
    });
  }

  async #refuse(error: unknown, agent: string | undefined): Promise<never> {
    const reasons = [error instanceof PageRefused ? reasonOf(error) : ('internal' as const)];
    const { recorder, now } = this.parts;
    await recorder
      .record({ ...eventBase(now()), kind: 'sign_in_refused', ...(agent === undefined ? {} : { agent }), reasons })
      .catch(() => undefined);
    throw error;
  }
}

function reasonOf({ refusal }: PageRefused): Reason {
  switch (refusal) {
    case 'tenant_unknown':
      return 'tenant_mismatch';
    case 'no_role':
      return 'role_not_permitted';
    case 'identity_provider_unavailable':
      return 'downstream_unavailable';
    case 'state_invalid':
      return 'assertion_replayed';
    default:
      return 'assertion_invalid';
  }
}

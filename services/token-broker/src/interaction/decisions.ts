import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { grantable } from '../authorization-server/resources.ts';
import { PageRefused } from '../browser/page-refused.ts';
import { eventBase, whoOf } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Account } from '../storage/tables.ts';
import type { ConsentSubject, Consents } from './consents.ts';
import type { InteractionSignIn } from './interaction-sign-ins.ts';
import type { PendingInteraction } from './pending-interaction.ts';

/** What may be granted to this person for this request. */
export function offerFor(pending: PendingInteraction, account: Account) {
  return grantable(pending.resource, pending.scopes, account.roles);
}

export const consentSubject = (pending: PendingInteraction, sub: string): ConsentSubject => ({
  sub,
  clientId: pending.client.id,
  // The port of a loopback redirect changes with every start of the client; the host does not.
  redirectHost: new URL(pending.redirectUri).hostname,
  resource: pending.resource.uri,
});

/** Ends an interaction: a grant, recorded before it exists, or a refusal that the client is told. */
export class Decisions {
  constructor(
    private readonly provider: Provider,
    private readonly consents: Consents,
    private readonly recorder: Recorder,
    private readonly now: () => number,
  ) {}

  /**
   * Grants exactly what was offered.
   * @throws PageRefused record_unavailable, and then there is no grant (C-AU-2)
   */
  async allow(
    request: IncomingMessage,
    response: ServerResponse,
    pending: PendingInteraction,
    account: Account,
    signIn: InteractionSignIn,
  ): Promise<void> {
    const { granted } = offerFor(pending, account);
    if (granted.length === 0) throw new PageRefused('request_refused');
    const consented = {
      ...eventBase(this.now()),
      kind: 'consent_granted' as const,
      who: whoOf(account, pending.client.id, signIn.grantId),
      scopes: granted,
      resource: pending.resource.uri,
    };
    await this.recorder.recordDurably([consented]).catch(() => {
      throw new PageRefused('record_unavailable');
    });
    await this.consents.remember(consentSubject(pending, account.sub), granted);
    await this.#grant(pending, account.sub, granted, signIn.grantId);
    await this.provider.interactionFinished(request, response, {
      login: {
        accountId: account.sub,
        remember: false,
        ts: signIn.authTime,
        amr: signIn.amr,
        ...(signIn.acr === undefined ? {} : { acr: signIn.acr }),
      },
      consent: { grantId: signIn.grantId },
    });
  }

  async #grant(pending: PendingInteraction, accountId: string, scopes: string[], grantId: string): Promise<void> {
    const grant = new this.provider.Grant({ accountId, clientId: pending.client.id });
    grant.jti = grantId;
    grant.addResourceScope(pending.resource.uri, scopes.join(' '));
    await grant.save();
  }

  /** RFC 6749 §4.1.2.1: the client learns that the person said no. */
  async deny(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = { error: 'access_denied', error_description: 'the person did not allow it' };
    await this.provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
  }
}

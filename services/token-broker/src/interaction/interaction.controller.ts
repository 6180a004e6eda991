import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserBinding } from '../browser/browser-binding.ts';
import { PageRefused } from '../browser/page-refused.ts';
import { formTarget, sendPage } from '../browser/send-page.ts';
import { consentPage, nothingToGrantPage, welcomePage } from '../pages/sign-in-pages.ts';
import { IdentityProvider } from '../signin/identity-provider.ts';
import { UpstreamStates } from '../signin/upstream-states.ts';
import { Accounts } from '../storage/accounts.ts';
import type { Consents } from './consents.ts';
import { consentSubject, type Decisions, offerFor } from './decisions.ts';
import type { InteractionSignIn, InteractionSignIns } from './interaction-sign-ins.ts';
import type { PendingInteraction, PendingInteractions } from './pending-interaction.ts';

/** How long the connection and each access last, for the consent page. */
export class ConsentTerms {
  constructor(
    readonly accessMinutes: number,
    readonly connectionMs: number,
    readonly now: () => number,
  ) {}
}

/** What the interaction's steps work with. */
export class InteractionSteps {
  constructor(
    readonly pending: PendingInteractions,
    readonly signIns: InteractionSignIns,
    readonly consents: Consents,
    readonly decisions: Decisions,
    readonly terms: ConsentTerms,
  ) {}
}

/** The pages between an authorization request and its answer: welcome, then (after the IdP) consent. */
@Controller('interaction')
export class InteractionController {
  constructor(
    @Inject(InteractionSteps) private readonly steps: InteractionSteps,
    @Inject(BrowserBinding) private readonly browser: BrowserBinding,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(UpstreamStates) private readonly states: UpstreamStates,
    @Inject(IdentityProvider) private readonly identityProvider: IdentityProvider,
  ) {}

  @Get(':uid')
  async show(@Param('uid') uid: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const pending = await this.steps.pending.read(request, response, uid);
    const browser = this.browser.ensure(request, response);
    const signIn = await this.steps.signIns.find(uid, this.browser.hash(browser));
    if (signIn) return this.#decide(request, response, pending, signIn, browser);
    const html = welcomePage({
      client: pending.client,
      identityProvider: this.identityProvider.host,
      action: `/interaction/${uid}`,
      csrf: this.browser.formToken(browser, `welcome ${uid}`),
    });
    sendPage(response, html, [this.identityProvider.origin, formTarget(pending.redirectUri)]);
  }

  async #decide(
    request: Request,
    response: Response,
    pending: PendingInteraction,
    signIn: InteractionSignIn,
    browser: string,
  ): Promise<void> {
    const account = await this.accounts.find(signIn.sub);
    if (!account) throw new PageRefused('interaction_expired');
    const { granted, withheld } = offerFor(pending, account);
    const form = {
      client: pending.client,
      person: account,
      withheld,
      action: `/interaction/${pending.uid}`,
      csrf: this.browser.formToken(browser, `consent ${pending.uid}`),
    };
    const targets = [formTarget(pending.redirectUri)];
    if (granted.length === 0) return sendPage(response, nothingToGrantPage(form), targets, 403);
    const subject = consentSubject(pending, account.sub);
    if (!pending.freshConsent && (await this.steps.consents.covers(subject, granted))) {
      return this.#allow(request, response, pending, browser);
    }
    const { accessMinutes, connectionMs, now } = this.steps.terms;
    const until = new Date(now() + connectionMs);
    sendPage(
      response,
      consentPage({ ...form, resource: pending.resource.uri, granted, accessMinutes, until }),
      targets,
    );
  }

  @Post(':uid')
  async submit(@Param('uid') uid: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { decision } = (request.body ?? {}) as { decision?: unknown };
    const step = decision === 'continue' || decision === 'cancel' ? 'welcome' : 'consent';
    const browser = this.browser.checkForm(request, `${step} ${uid}`);
    const pending = await this.steps.pending.read(request, response, uid);
    switch (decision) {
      case 'continue':
        return this.#toIdentityProvider(response, pending, browser);
      case 'allow':
        return this.#allow(request, response, pending, browser);
      case 'cancel':
      case 'deny':
        return this.steps.decisions.deny(request, response);
      default:
        throw new PageRefused('form_expired');
    }
  }

  async #toIdentityProvider(response: Response, pending: PendingInteraction, browser: string): Promise<void> {
    // MCP security best practices: the upstream state exists only once the person has agreed to go there.
    const trip = await this.states.begin('interaction', this.browser.hash(browser), pending.uid);
    const url = await this.identityProvider.authorizationUrl(trip, pending.freshSignIn);
    response.redirect(303, url.href);
  }

  async #allow(request: Request, response: Response, pending: PendingInteraction, browser: string): Promise<void> {
    const signIn = await this.steps.signIns.take(pending.uid, this.browser.hash(browser));
    const account = signIn && (await this.accounts.find(signIn.sub));
    if (!signIn || !account) throw new PageRefused('interaction_expired');
    await this.steps.decisions.allow(request, response, pending, account, signIn);
  }
}

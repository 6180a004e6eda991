import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Refused } from '@sallyport/authn';
import type { ConnectLinearResult } from '@sallyport/contracts';
import type { Request, Response } from 'express';
import { BrowserBinding } from '../browser/browser-binding.ts';
import type { Cookies } from '../browser/cookies.ts';
import { PageRefused } from '../browser/page-refused.ts';
import { sendPage } from '../browser/send-page.ts';
import { connectedPage, connectPage, connectSignInPage } from '../pages/connect-pages.ts';
import type { BrowserPerson, BrowserSessions } from '../signin/browser-sessions.ts';
import { IdentityProvider } from '../signin/identity-provider.ts';
import { UpstreamStates } from '../signin/upstream-states.ts';
import type { ConnectHandle, ConnectHandles } from './connect-handles.ts';
import type { LinearApplications } from './linear-applications.ts';
import type { LinearConnection } from './linear-connection.ts';

const LINK_SECONDS = 600;

/** Where connecting leads: Linear for the permission, the handles and the deed. */
export class ConnectSteps {
  constructor(
    readonly handles: ConnectHandles,
    readonly linear: LinearApplications,
    readonly connection: LinearConnection,
    readonly sessions: BrowserSessions,
    readonly cookies: Cookies,
  ) {}
}

/** The pages that connect a person's own Linear account. The link alone is worth nothing to anybody else. */
@Controller('connect/linear')
export class ConnectController {
  constructor(
    @Inject(ConnectSteps) private readonly steps: ConnectSteps,
    @Inject(BrowserBinding) private readonly browser: BrowserBinding,
    @Inject(UpstreamStates) private readonly states: UpstreamStates,
    @Inject(IdentityProvider) private readonly identityProvider: IdentityProvider,
  ) {}

  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const browser = this.browser.require(request);
    const query = new URL(request.originalUrl, 'http://callback.invalid').searchParams;
    const trip = await this.states.finish(['linear'], this.browser.hash(browser), query.get('state') ?? '');
    const person = await this.steps.sessions.find(request);
    const handle = await this.steps.handles.take(trip.subject);
    if (!handle) throw new PageRefused('link_expired');
    if (!person) throw new PageRefused('interaction_expired');
    await this.#requireSamePerson(handle, person);
    const code = query.get('code');
    if (!code) {
      await this.steps.connection.refuse(handle, ['consent_required']);
      throw new PageRefused('linear_refused');
    }
    const { redirectUri } = this.steps.linear;
    const expected = person.email === undefined ? {} : { expectedEmail: person.email };
    const variables = { class: handle.connection, code, codeVerifier: trip.codeVerifier, redirectUri, ...expected };
    const result = await this.steps.connection.complete(handle, person, variables).catch(connectRefusal);
    sendPage(response, connectedPage({ workspace: result.workspace.name, linearName: result.viewer.name }));
  }

  @Get(':handle')
  async show(@Param('handle') link: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const handle = await this.#find(link);
    const browser = this.browser.ensure(request, response);
    const person = await this.steps.sessions.find(request);
    const action = `/connect/linear/${link}`;
    const csrf = this.browser.formToken(browser, `connect ${link}`);
    if (!person) {
      const html = connectSignInPage({ identityProvider: this.identityProvider.host, action, csrf });
      return sendPage(response, html, [this.identityProvider.origin]);
    }
    await this.#requireSamePerson(handle, person);
    const { connection, who } = handle;
    const { host, origin } = this.steps.linear;
    const html = connectPage({ person: person.account, agent: who.agent, connection, linearHost: host, action, csrf });
    sendPage(response, html, [origin]);
  }

  @Post(':handle')
  async submit(@Param('handle') link: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const browser = this.browser.checkForm(request, `connect ${link}`);
    const handle = await this.#find(link);
    const person = await this.steps.sessions.find(request);
    if (!person) return this.#toIdentityProvider(response, link, browser);
    await this.#requireSamePerson(handle, person);
    const trip = await this.states.begin('linear', this.browser.hash(browser), handle.hash);
    response.redirect(303, this.steps.linear.authorizationUrl(handle.connection, trip).href);
  }

  async #toIdentityProvider(response: Response, link: string, browser: string): Promise<void> {
    const trip = await this.states.begin('connect_sign_in', this.browser.hash(browser), '');
    const url = await this.identityProvider.authorizationUrl(trip, false);
    this.steps.cookies.write(response, 'connect', link, LINK_SECONDS);
    response.redirect(303, url.href);
  }

  async #find(link: string): Promise<ConnectHandle> {
    const handle = /^[\w-]{43}$/.test(link) ? await this.steps.handles.find(link) : undefined;
    if (!handle) throw new PageRefused('link_expired');
    return handle;
  }

  /** Phishing: Mallory sends her link to Ada, and Ada's Linear account would serve Mallory's agent. */
  async #requireSamePerson(handle: ConnectHandle, person: BrowserPerson): Promise<void> {
    if (handle.who.sub === person.account.sub) return;
    await this.steps.connection.refuse(handle, ['connection_mismatch']);
    throw new PageRefused('other_person');
  }
}

function connectRefusal(error: unknown): ConnectLinearResult {
  if (!(error instanceof Refused)) throw error;
  switch (error.reason) {
    case 'connection_mismatch':
    case 'connection_scope_unexpected':
      throw new PageRefused('linear_account_unsuitable', { reason: error.reason });
    case 'audit_unavailable':
      throw new PageRefused('record_unavailable');
    default:
      throw new PageRefused('linear_refused', { reason: error.reason });
  }
}

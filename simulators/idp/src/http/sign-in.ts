import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { type LoginView, loginPage } from '../pages/login-page.ts';
import { PAGE_HEADERS } from '../pages/page.ts';
import { problemPage } from '../pages/session-pages.ts';
import { type Acr, AMR, DEFAULT_ACR, isAcr, requestedAcrs } from '../people/assurance.ts';
import type { Directory, SignIn } from '../people/directory.ts';
import { readBody } from './read-body.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const REFUSALS = {
  wrong_password: 'The user name or password is not right.',
  disabled: 'This account is closed. Ask your administrator.',
  forged: 'The form did not come from this page. Start again at the application.',
  expired: 'This sign-in has expired or belongs to another browser.',
};

/** `/interaction/:uid`: shows the login page and takes its forms. */
export class SignInPages {
  readonly #provider: Provider;
  readonly #directory: Directory;
  readonly #csrfKey: string;

  constructor(provider: Provider, directory: Directory, csrfKey: string) {
    this.#provider = provider;
    this.#directory = directory;
    this.#csrfKey = csrfKey;
  }

  async serve(request: IncomingMessage, response: ServerResponse, uid: string): Promise<void> {
    const interaction = await this.#interaction(request, response, uid);
    if (!interaction) {
      send(response, 400, problemPage('session_not_found', REFUSALS.expired));
    } else if (request.method === 'GET') {
      send(response, 200, loginPage(this.#view(interaction)));
    } else if (request.method === 'POST') {
      await this.#submit(request, response, interaction);
    } else {
      response.writeHead(405, { allow: 'GET, POST' }).end();
    }
  }

  /** The sign-in this browser began: the cookie must name the one in the URL. */
  async #interaction(
    request: IncomingMessage,
    response: ServerResponse,
    uid: string,
  ): Promise<Interaction | undefined> {
    try {
      const interaction = await this.#provider.interactionDetails(request, response);
      return interaction.uid === uid ? interaction : undefined;
    } catch {
      return undefined;
    }
  }

  async #submit(request: IncomingMessage, response: ServerResponse, interaction: Interaction): Promise<void> {
    const form = new URLSearchParams((await readBody(request)) ?? '');
    if (!this.#isOurs(request, form, interaction.uid)) {
      return send(response, 403, problemPage('forged_form', REFUSALS.forged));
    }
    if (form.has('cancel')) {
      const cancelled = { error: 'access_denied', error_description: 'sign-in was cancelled' };
      return await this.#provider.interactionFinished(request, response, cancelled, { mergeWithLastSubmission: false });
    }
    const attempt = this.#attempt(form);
    if ('refused' in attempt) {
      const view = { ...this.#view(interaction), username: form.get('username') ?? '' };
      return send(response, 400, loginPage({ ...view, acr: chosenAcr(form), problem: REFUSALS[attempt.refused] }));
    }
    await this.#forgetOtherPerson(interaction, attempt.person.sub);
    const acr = chosenAcr(form);
    const login = { accountId: attempt.person.sub, acr, amr: [...AMR[acr]] };
    await this.#provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  /** A demo person's button needs no password: the page prints it beside the button. */
  #attempt(form: URLSearchParams): SignIn {
    const sub = form.get('person');
    if (sub === null) return this.#directory.signIn(form.get('username') ?? '', form.get('password') ?? '');
    const person = this.#directory.active(sub);
    return person ? { person } : { refused: 'disabled' };
  }

  /** Someone else signing in starts a new session; the library would ask with a scripted page instead. */
  async #forgetOtherPerson(interaction: Interaction, sub: string): Promise<void> {
    const { session } = interaction;
    if (!session?.uid || session.accountId === sub) return;
    await (await this.#provider.Session.findByUid(session.uid))?.destroy();
    delete interaction.session;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  }

  /** Login CSRF: the form must carry this sign-in's value and, where the browser says so, come from our own page. */
  #isOurs(request: IncomingMessage, form: URLSearchParams, uid: string): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin !== undefined && origin !== new URL(this.#provider.issuer).origin) return false;
    if (site !== undefined && site !== 'same-origin') return false;
    const expected = Buffer.from(this.#csrf(uid));
    const given = Buffer.from(form.get('csrf') ?? '');
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #csrf(uid: string): string {
    return createHmac('sha256', this.#csrfKey).update(`csrf:${uid}`).digest('base64url');
  }

  #view({ uid, params }: Interaction): LoginView {
    const requested = requestedAcrs(params.acr_values);
    const hint = typeof params.login_hint === 'string' ? params.login_hint : '';
    const hinted = this.#directory.byName(hint) ?? this.#directory.active(hint);
    const people = this.#directory.all();
    return {
      application: String(params.client_id),
      people: hinted ? [hinted, ...people.filter((person) => person !== hinted)] : people,
      isDisabled: (sub) => this.#directory.isDisabled(sub),
      username: hinted?.username ?? hint,
      acr: requested[0] ?? DEFAULT_ACR,
      requestedAcrs: requested,
      csrf: this.#csrf(uid),
    };
  }
}

function chosenAcr(form: URLSearchParams): Acr {
  const acr = form.get('acr');
  return isAcr(acr) ? acr : DEFAULT_ACR;
}

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(page);
}

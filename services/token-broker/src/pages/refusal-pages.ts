import { type Html, html } from './html.ts';
import { renderPage } from './layout.ts';

/** Why a page refuses. */
export const PAGE_REFUSALS = [
  'interaction_expired',
  'wrong_browser',
  'form_expired',
  'state_invalid',
  'identity_provider_unavailable',
  'sign_in_refused',
  'tenant_unknown',
  'no_role',
  'link_expired',
  'other_person',
  'linear_refused',
  'linear_account_unsuitable',
  'record_unavailable',
  'request_refused',
  'internal',
] as const;
export type PageRefusal = (typeof PAGE_REFUSALS)[number];

interface Words {
  status: number;
  title: string;
  text: Html;
}

/** One exhaustive switch: a new refusal does not compile until somebody decides what its page says. */
function words(refusal: PageRefusal): Words {
  const again = html`<p>Start again from your application.</p>`;
  switch (refusal) {
    case 'interaction_expired':
      return {
        status: 400,
        title: 'This sign-in has expired',
        text: html`<p>It took too long, or it was already finished.</p>${again}`,
      };
    case 'wrong_browser':
      return {
        status: 403,
        title: 'This was started in another browser',
        text: html`<p>A sign-in can only be finished in the browser that began it. If somebody sent you this link, do not follow it.</p>${again}`,
      };
    case 'form_expired':
      return {
        status: 403,
        title: 'This form is no longer valid',
        text: html`<p>Reload the page before you decide.</p>${again}`,
      };
    case 'state_invalid':
      return {
        status: 400,
        title: 'This answer was not expected',
        text: html`<p>The sign-in it belongs to is unknown, finished or expired.</p>${again}`,
      };
    case 'identity_provider_unavailable':
      return {
        status: 503,
        title: 'Your company’s sign-in does not answer',
        text: html`<p>Nothing has been granted. Try again in a minute.</p>`,
      };
    case 'sign_in_refused':
      return {
        status: 403,
        title: 'Sign-in did not succeed',
        text: html`<p>Your company’s sign-in did not confirm who you are. Nothing has been granted.</p>${again}`,
      };
    case 'tenant_unknown':
      return {
        status: 403,
        title: 'Your company is not set up here',
        text: html`<p>You signed in, but your company does not use this Sallyport. Ask your administrator.</p>`,
      };
    case 'no_role':
      return {
        status: 403,
        title: 'You have no role here yet',
        text: html`<p>You signed in, but none of your groups has a role in Sallyport. Ask your administrator.</p>`,
      };
    case 'link_expired':
      return {
        status: 410,
        title: 'This link has expired',
        text: html`<p>Links to connect an account last ten minutes and work once.</p><p>Ask your agent to try again; it gets a new one.</p>`,
      };
    case 'other_person':
      return {
        status: 403,
        title: 'This link is for somebody else',
        text: html`<p>You are signed in as another person than the one whose agent asked. Your account has not been connected.</p><p class="soft">If somebody sent you this link, they may have tried to act through your Linear account.</p>`,
      };
    case 'linear_refused':
      return {
        status: 400,
        title: 'Linear was not connected',
        text: html`<p>Linear did not give its permission. Ask your agent to try again; it gets a new link.</p>`,
      };
    case 'linear_account_unsuitable':
      return {
        status: 403,
        title: 'This Linear account cannot be used',
        text: html`<p>Linear answered for another person or with other permissions than expected. It has not been connected.</p>`,
      };
    case 'record_unavailable':
      return {
        status: 503,
        title: 'This cannot be recorded right now',
        text: html`<p>Sallyport grants nothing it cannot record. Nothing has been granted; try again in a minute.</p>`,
      };
    case 'request_refused':
      return {
        status: 400,
        title: 'This request cannot be answered',
        text: html`<p>The application sent a request that is not allowed here. Tell its makers; nothing has been granted.</p>`,
      };
    case 'internal':
      return {
        status: 500,
        title: 'Something went wrong here',
        text: html`<p>Nothing has been granted. Try again in a minute.</p>`,
      };
  }
}

/** Page and HTTP status of a refusal; `detail` is an RFC error word, never a value from the request. */
export function refusalPage(refusal: PageRefusal, traceId: string, detail?: string): { status: number; html: string } {
  const { status, title, text } = words(refusal);
  const body = html`${text}${detail !== undefined && html`<p class="soft">Error: <code>${detail}</code></p>`}`;
  return { status, html: renderPage({ title, body, refused: true, traceId }) };
}

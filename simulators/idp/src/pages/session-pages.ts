import { Html, html } from './html.ts';
import { page } from './page.ts';

/** Asks whether to sign out. `form` is the provider's own form with its anti-forgery value, and comes without buttons. */
export function logoutPage(form: string): string {
  const content = html`<h1>Sign out of the company account?</h1>
<p class="quiet">Applications that are open stay signed in until their own session ends.</p>
${new Html(form)}
<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button class="plain" type="submit" form="op.logoutForm">Stay signed in</button>`;
  return page('Sign out', content);
}

export function goodbyePage(): string {
  return page('Signed out', html`<h1>You are signed out</h1><p class="quiet">You can close this window.</p>`);
}

/** What went wrong, in words that may come from whoever made the link. */
export function problemPage(error: string, description: string | undefined): string {
  const content = html`<h1>This sign-in cannot go on</h1>
<p class="problem">${description ?? 'Something went wrong.'}</p>
<p class="quiet">Go back to the application and start again. Code: <code>${error}</code></p>`;
  return page('Sign-in problem', content);
}

import type { ConnectionClass } from '@sallyport/contracts';
import { displayName, html } from './html.ts';
import { decisionForm, renderPage } from './layout.ts';
import { classWords } from './scope-words.ts';

/** A link was opened without a session: who are you? */
export function connectSignInPage(page: { identityProvider: string; action: string; csrf: string }) {
  return renderPage({
    title: 'Sign in to connect Linear',
    body: html`<p>Your agent needs your Linear account. First show that it is you.</p>
<p class="soft">You sign in at <code>${page.identityProvider}</code> and come back here.</p>
${decisionForm(page.action, page.csrf, [{ value: 'sign_in', label: 'Continue to sign-in' }])}`,
  });
}

export interface ConnectPage {
  person: { name: string };
  agent: string;
  connection: ConnectionClass;
  linearHost: string;
  action: string;
  csrf: string;
}

/** Who gets what, for how long, before Linear is asked. */
export function connectPage(page: ConnectPage) {
  return renderPage({
    title: 'Connect your Linear account',
    body: html`<p>${displayName(page.person.name)}, an agent you let act for you wants to use Linear in your name.</p>
<dl>
<div><dt>Agent</dt><dd>${displayName(page.agent, 120)}</dd></div>
<div><dt>May then</dt><dd>${classWords(page.connection)}</dd></div>
<div><dt>Linear sees</dt><dd>you as the author of what is created</dd></div>
</dl>
<p class="note">Linear’s permission is kept in Sallyport’s vault and never given to the agent. The agent gets one approved action at a time, each for at most 60 seconds. The permission stays until you remove it in Linear or leave the company.</p>
<p class="soft">Next you approve this at <code>${page.linearHost}</code>.</p>
${decisionForm(page.action, page.csrf, [{ value: 'connect', label: 'Continue to Linear' }])}`,
  });
}

export function connectedPage(page: { workspace: string; linearName: string }) {
  return renderPage({
    title: 'Linear is connected',
    body: html`<p>Issues your agent files will be created by <strong>${displayName(page.linearName)}</strong> in <strong>${displayName(page.workspace)}</strong>.</p>
<p>Go back to your agent and try again. You can close this page.</p>`,
  });
}

import { type ClientFacts, clientFacts } from './client-facts.ts';
import { displayName, html } from './html.ts';
import { decisionForm, renderPage } from './layout.ts';
import { scopeWords } from './scope-words.ts';

/** Step 1, before the company's identity provider is asked: who wants in, and where the answer goes. */
export function welcomePage(page: { client: ClientFacts; identityProvider: string; action: string; csrf: string }) {
  return renderPage({
    title: `${displayName(page.client.name, 48)} wants to connect`,
    body: html`<p>Before you sign in, check that this is the application you are using.</p>
${clientFacts(page.client)}
<p class="soft">Next you sign in at <code>${page.identityProvider}</code>. Then you decide what the application may do.</p>
${decisionForm(page.action, page.csrf, [
  { value: 'continue', label: 'Continue to sign-in' },
  { value: 'cancel', label: 'Cancel', quiet: true },
])}`,
  });
}

export interface ConsentPage {
  client: ClientFacts;
  person: { name: string; tenant: string };
  resource: string;
  granted: readonly string[];
  /** Asked for, but no role of this person can use it. */
  withheld: readonly string[];
  accessMinutes: number;
  /** Last day of the connection. */
  until: Date;
  action: string;
  csrf: string;
}

/** Step 2, after sign-in: what the agent may do in this person's name, and for how long. */
export function consentPage(page: ConsentPage) {
  const day = page.until.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return renderPage({
    title: `Let ${displayName(page.client.name, 48)} act for you?`,
    body: html`<p>You are signed in as <strong>${displayName(page.person.name)}</strong> of <strong>${displayName(page.person.tenant)}</strong>.</p>
<h2>It asks to</h2>
<ul class="deeds">${page.granted.map((scope) => html`<li>${scopeWords(scope)}</li>`)}
${page.withheld.map((scope) => html`<li class="no">Not included, your role does not have it: ${scopeWords(scope)}</li>`)}</ul>
${clientFacts(page.client)}
<p class="note">At <code>${page.resource}</code>. Access lasts ${page.accessMinutes} minutes at a time; the connection ends on ${day} at the latest. Everything it does is recorded with your name and its own.</p>
${decisionForm(page.action, page.csrf, [
  { value: 'allow', label: 'Allow' },
  { value: 'deny', label: 'Deny', quiet: true },
])}`,
  });
}

/** The person is known, and may have none of what was asked. */
export function nothingToGrantPage(page: {
  client: ClientFacts;
  person: { name: string };
  withheld: readonly string[];
  action: string;
  csrf: string;
}) {
  return renderPage({
    title: 'Nothing you can allow here',
    refused: true,
    body: html`<p>${displayName(page.person.name)}, ${displayName(page.client.name)} asks for something your role does not have:</p>
<ul class="deeds">${page.withheld.map((scope) => html`<li class="no">${scopeWords(scope)}</li>`)}</ul>
<p class="soft">Your administrator decides which roles have it. Nothing has been granted.</p>
${decisionForm(page.action, page.csrf, [{ value: 'deny', label: 'Go back to the application' }])}`,
  });
}

import { ACR_LABELS, ACR_VALUES, type Acr } from '../people/assurance.ts';
import type { Person } from '../people/person.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** What the login page shows. */
export interface LoginView {
  /** Who asks for the sign-in: the application's client id. */
  readonly application: string;
  readonly people: readonly Person[];
  readonly isDisabled: (sub: string) => boolean;
  /** What the user name field holds at first. */
  readonly username: string;
  readonly acr: Acr;
  readonly requestedAcrs: readonly Acr[];
  /** Anti-forgery value of this sign-in. */
  readonly csrf: string;
  readonly problem?: string;
}

export function loginPage(view: LoginView): string {
  const { application, csrf, problem, requestedAcrs } = view;
  const content = html`<h1>Sign in to your company account</h1>
<p class="quiet">to continue to <strong>${application}</strong>. This is a simulated identity provider.</p>
${requestedAcrs.length > 0 && html`<p class="quiet">The application asks for: ${requestedAcrs.map((acr) => ACR_LABELS[acr]).join(' or ')}.</p>`}
${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
<form method="post">
<h2>Demo people</h2>
${hidden(csrf)}${assurance('quick-acr', view.acr)}
<ul>${view.people.map((person) => quick(person, view.isDisabled(person.sub)))}</ul>
</form>
<form method="post">
<h2>User name and password</h2>
${hidden(csrf)}
<label for="username">User name or e-mail</label>
<input id="username" name="username" autocomplete="username" required value="${view.username}">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
${assurance('acr', view.acr)}
<button class="main" type="submit">Sign in</button>
</form>
<form method="post">${hidden(csrf)}<button class="plain" type="submit" name="cancel" value="yes">Cancel and go back</button></form>`;
  return page('Sign in', content);
}

function quick({ sub, name, tenant, username, password, groups }: Person, disabled: boolean): Html {
  return html`<li><button type="submit" name="person" value="${sub}">Sign in as ${name.split(' ')[0] ?? name}</button>
<span class="quiet">${name}, ${tenant}, ${groups.join(', ')}${disabled && ' (account closed)'}</span>
<span class="quiet"><code>${username}</code> / <code>${password}</code></span></li>`;
}

function assurance(id: string, selected: Acr): Html {
  const options = ACR_VALUES.map((acr) =>
    acr === selected
      ? html`<option value="${acr}" selected>${ACR_LABELS[acr]}</option>`
      : html`<option value="${acr}">${ACR_LABELS[acr]}</option>`,
  );
  return html`<label for="${id}">How you prove it is you</label><select id="${id}" name="acr">${options}</select>`;
}

function hidden(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}

import { html, page } from '../http/page.ts';
import type { Workspace } from '../options.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { SCOPES } from './scopes.ts';

export interface ConsentPage {
  readonly request: AuthorizationRequest;
  readonly workspaces: readonly Workspace[];
  /** User id offered first. */
  readonly chosen: string | undefined;
  readonly csrf: string;
  /** Parameters of the request, sent back with the answer. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** The page on which a person lets an application in. */
export function consentPage({ request, workspaces, chosen, csrf, parameters }: ConsentPage): Response {
  const { app, actor, scopes, redirectUri } = request;
  const target = new URL(redirectUri).origin;
  const hidden = [...parameters, ['csrf', csrf] as const];
  const body = html`<h1>${app.name} wants to use your Linear account</h1>
<p>It will act as ${actor === 'user' ? 'you' : 'itself'} and may:</p>
<ul>
${scopes.map((scope) => html`<li>${SCOPES[scope] ?? scope} <code>${scope}</code></li>`)}
</ul>
<p>You will be sent back to <code>${target}</code>.</p>
<form method="post" action="/oauth/authorize">
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}
<label for="user">Signed in as</label>
<select id="user" name="user" required>
${workspaces.map(
  (workspace) => html`<optgroup label="${workspace.name}">
${workspace.users.map(
  ({ id, name, email }) =>
    html`<option value="${id}"${id === chosen ? html` selected` : ''}>${name} (${email})</option>`,
)}
</optgroup>`,
)}
</select>
<p class="choices">
<button type="submit" name="decision" value="approve">Approve</button>
<button type="submit" name="decision" value="cancel" class="quiet">Cancel</button>
</p>
</form>`;
  return page(`Authorise ${app.name}`, body, 200, [target]);
}

/** For requests whose sender cannot be trusted with an answer (RFC 6749 §4.1.2.1). */
export function refusalPage(reason: string): Response {
  return page(
    'Not authorised',
    html`<h1>This request cannot be answered</h1>
<p>${reason} Nothing was shared. Go back to the application and start again.</p>`,
    400,
  );
}

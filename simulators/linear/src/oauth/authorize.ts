import { timingSafeEqual } from 'node:crypto';
import { cookie, readCookie } from '../http/cookies.ts';
import type { Simulation, Trace } from '../simulation.ts';
import {
  AUTHORIZATION_PARAMETERS,
  type AuthorizationRequest,
  codeLocation,
  errorLocation,
  readAuthorization,
} from './authorization-request.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { readForm } from './form.ts';

const USER_COOKIE = 'linear_sim_user';
const CSRF_COOKIE = 'linear_sim_csrf';
const CSRF = /^[0-9a-f]{64}$/;
const ONE_DAY_SECONDS = 86_400;
const ONE_YEAR_SECONDS = 31_536_000;

/** `GET /oauth/authorize`: shows the consent page. `prompt=consent` is how it always behaves. */
export function showConsent(request: Request, simulation: Simulation, trace: Trace): Response {
  trace.operation = 'oauth/authorize';
  const parameters = new URL(request.url).searchParams;
  const read = readAuthorization(parameters, simulation.directory);
  if (read.kind === 'refuse') return refusalPage(read.reason);
  if (read.kind === 'redirect') return redirect(read.location);
  const known = readCookie(request, CSRF_COOKIE);
  const csrf = known && CSRF.test(known) ? known : Buffer.from(simulation.random(32)).toString('hex');
  const hinted = simulation.directory.user(read.request.loginHint ?? '')?.user.id;
  const response = consentPage({
    request: read.request,
    workspaces: simulation.directory.workspaces,
    chosen: hinted ?? readCookie(request, USER_COOKIE),
    csrf,
    parameters: AUTHORIZATION_PARAMETERS.flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  });
  response.headers.append('set-cookie', cookie(CSRF_COOKIE, csrf, ONE_DAY_SECONDS));
  return response;
}

/** `POST /oauth/authorize`: the person's answer. Everything the page was shown for is checked again. */
export async function takeConsent(request: Request, simulation: Simulation, trace: Trace): Promise<Response> {
  trace.operation = 'oauth/authorize';
  const form = await readForm(request);
  // Cross-site request forgery: another site can send the form, but neither read nor set this cookie.
  if (!sameToken(readCookie(request, CSRF_COOKIE), form.get('csrf'))) {
    return refusalPage('The form did not come from the page that was shown to you.');
  }
  const read = readAuthorization(form, simulation.directory);
  if (read.kind === 'refuse') return refusalPage(read.reason);
  if (read.kind === 'redirect') return redirect(read.location);
  const { redirectUri, state } = read.request;
  if (form.get('decision') !== 'approve') {
    return redirect(errorLocation(redirectUri, state, 'access_denied', 'The user denied the request'));
  }
  const found = simulation.directory.user(form.get('user') ?? '');
  if (!found) return refusalPage('Nobody was chosen to be signed in.');
  trace.actor = found.user.email;
  const response = redirect(codeLocation(redirectUri, state, approve(read.request, found, simulation)));
  response.headers.append('set-cookie', cookie(USER_COOKIE, found.user.id, ONE_YEAR_SECONDS));
  return response;
}

function approve(
  { app, scopes, actor, redirectUri, challenge }: AuthorizationRequest,
  { user, workspace }: { user: { id: string }; workspace: { id: string } },
  { codes }: Simulation,
): string {
  const consent = { clientId: app.clientId, workspaceId: workspace.id, userId: user.id, actor, scopes };
  return codes.issue({ consent, redirectUri, challenge });
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

function sameToken(left: string | undefined, right: string | null): boolean {
  if (!left || !right || !CSRF.test(left) || !CSRF.test(right)) return false;
  return timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

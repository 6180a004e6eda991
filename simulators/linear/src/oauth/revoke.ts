import type { Simulation, Trace } from '../simulation.ts';
import { readForm } from './form.ts';
import { OAuthError } from './oauth-error.ts';

/**
 * `POST /oauth/revoke`: a token as Bearer, or as `access_token` or `refresh_token` in a form. 200 revoked, 400 already
 * revoked, 401 not a token of ours.
 */
export async function revoke(request: Request, simulation: Simulation, trace: Trace): Promise<Response> {
  trace.operation = 'oauth/revoke';
  const value = await presentedToken(request);
  const grant = value === undefined ? undefined : simulation.grants.byAnyToken(value);
  if (!grant) throw new OAuthError('invalid_client', 'Unable to authenticate', 401);
  trace.actor = simulation.directory.user(grant.userId)?.user.email ?? null;
  if (grant.revokedAt !== null) throw new OAuthError('invalid_request', 'Access was revoked before');
  simulation.grants.revoke(grant.userId, grant.clientId);
  await simulation.save();
  return Response.json({});
}

async function presentedToken(request: Request): Promise<string | undefined> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (bearer !== undefined) return bearer;
  const form = await readForm(request);
  return form.get('access_token') ?? form.get('refresh_token') ?? undefined;
}

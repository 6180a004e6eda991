import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { PAGE_HEADERS } from '../pages/page.ts';
import { goodbyePage, logoutPage, problemPage } from '../pages/session-pages.ts';
import { ACR_VALUES } from '../people/assurance.ts';
import type { Directory } from '../people/directory.ts';
import { claimsOf } from '../people/person.ts';
import { clientMetadata, type IdpClient } from './client.ts';
import { memoryStore } from './memory-store.ts';
import type { IdpSecrets } from './secrets.ts';
import { signInPolicy } from './sign-in-policy.ts';

const MINUTE = 60;
const WORKDAY = 8 * 60 * MINUTE;
const SCOPES = ['openid', 'profile', 'email'];

/** An OpenID Provider: authorization code with PKCE S256 for confidential clients, and nothing else. */
export function makeProvider(
  issuer: string,
  directory: Directory,
  clients: readonly IdpClient[],
  secrets: IdpSecrets,
): Provider {
  return new Provider(issuer, {
    adapter: memoryStore(),
    clients: clients.map(clientMetadata),
    jwks: { keys: [...secrets.jwks.keys] },
    scopes: SCOPES,
    acrValues: [...ACR_VALUES],
    claims: {
      openid: ['sub', 'tenant', 'groups', 'acr', 'amr', 'auth_time'],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    // Claims go into the ID token itself, as company providers do: applications here read nothing else.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: {
      // Cookies know no ports: another service on this host must not find, or overwrite, ours.
      names: { session: 'idp_sim_session', interaction: 'idp_sim_interaction', resume: 'idp_sim_resume' },
      keys: [secrets.cookieKey],
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy: signInPolicy() },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, goodbyePage()),
      },
    },
    findAccount: (_ctx, sub) => {
      const person = directory.active(sub);
      return person && { accountId: sub, claims: () => claimsOf(person) };
    },
    loadExistingGrant: grantAllScopes,
    renderError: (ctx, { error, error_description: description }) => show(ctx, problemPage(error, description)),
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 10 * MINUTE,
      Interaction: 10 * MINUTE,
      Session: WORKDAY,
      Grant: WORKDAY,
    },
  });
}

async function grantAllScopes({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}

function show(ctx: KoaContextWithOIDC, page: string): void {
  ctx.set(PAGE_HEADERS);
  ctx.type = 'html';
  ctx.body = page;
}

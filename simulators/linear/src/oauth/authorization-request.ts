import type { OAuthApp } from '../options.ts';
import type { Directory } from '../workspace/directory.ts';
import { repeatedParameter } from './form.ts';
import type { OAuthErrorCode } from './oauth-error.ts';
import { type Challenge, readChallenge } from './pkce.ts';
import { readScopes } from './scopes.ts';

export interface AuthorizationRequest {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string | null;
  readonly actor: 'user' | 'app';
  readonly challenge: Challenge | undefined;
  readonly loginHint: string | null;
}

export type ReadAuthorization =
  | { readonly kind: 'ask'; readonly request: AuthorizationRequest }
  /** Told to the client by redirect. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** Told to the person only: where to send them is not known to be the client's. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** The parameters the consent form sends back, so that nothing is kept between page and answer. */
export const AUTHORIZATION_PARAMETERS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'actor',
  'prompt',
  'code_challenge',
  'code_challenge_method',
] as const;

/** Checks an authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export function readAuthorization(parameters: URLSearchParams, directory: Directory): ReadAuthorization {
  if (repeatedParameter(parameters)) return refuse('A parameter was sent more than once.');
  const app = directory.app(parameters.get('client_id') ?? '');
  if (!app) return refuse('No application has this client ID.');
  const redirectUri = parameters.get('redirect_uri') ?? '';
  // RFC 9700 §4.1.3: exact string comparison; never redirect to what is not registered.
  if (!app.redirectUris.includes(redirectUri)) return refuse('The redirect URI is not one of the application.');
  const state = parameters.get('state');
  const fail = (code: OAuthErrorCode, description: string): ReadAuthorization => ({
    kind: 'redirect',
    location: errorLocation(redirectUri, state, code, description),
  });
  if (parameters.get('response_type') !== 'code') return fail('unsupported_response_type', 'Use response_type=code');
  const scopes = readScopes(parameters.get('scope') ?? '');
  if (!scopes) return fail('invalid_scope', 'A scope does not exist');
  const actor = parameters.get('actor') ?? 'user';
  if (actor !== 'user' && actor !== 'app') return fail('invalid_request', 'actor is user or app');
  const challenge = readChallenge(app, parameters.get('code_challenge'), parameters.get('code_challenge_method'));
  if (challenge === 'refused') return fail('invalid_request', 'This application needs PKCE with S256');
  const loginHint = parameters.get('login_hint');
  return { kind: 'ask', request: { app, redirectUri, scopes, state, actor, challenge, loginHint } };
}

/** RFC 6749 §4.1.2.1. */
export function errorLocation(
  redirectUri: string,
  state: string | null,
  code: OAuthErrorCode,
  description: string,
): string {
  return withParameters(redirectUri, { error: code, error_description: description, state });
}

/** RFC 6749 §4.1.2. */
export function codeLocation(redirectUri: string, state: string | null, code: string): string {
  return withParameters(redirectUri, { code, state });
}

function withParameters(uri: string, parameters: Record<string, string | null>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  return url.href;
}

function refuse(reason: string): ReadAuthorization {
  return { kind: 'refuse', reason };
}

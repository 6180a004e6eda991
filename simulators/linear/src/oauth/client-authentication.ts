import { createHash, timingSafeEqual } from 'node:crypto';
import type { OAuthApp } from '../options.ts';
import type { Directory } from '../workspace/directory.ts';
import { OAuthError } from './oauth-error.ts';

export interface Client {
  readonly app: OAuthApp;
  /** The right secret came with the request. Without one, only what was obtained with PKCE may be used. */
  readonly authenticated: boolean;
}

/**
 * Names the client of a token request: HTTP Basic, or `client_id` and perhaps `client_secret` in the body
 * (RFC 6749 §2.3.1).
 *
 * @throws OAuthError when the client is unknown, its secret is wrong, or it used both ways at once
 */
export function authenticateClient(request: Request, form: URLSearchParams, directory: Directory): Client {
  const header = request.headers.get('authorization');
  if (header === null) return check(directory, form.get('client_id'), form.get('client_secret'), false);
  if (form.has('client_secret')) throw new OAuthError('invalid_request', 'Authenticate the client in one way only');
  const [id, secret] = readBasic(header);
  if (form.has('client_id') && form.get('client_id') !== id) {
    throw new OAuthError('invalid_request', 'The body names another client');
  }
  return check(directory, id, secret, true);
}

function readBasic(header: string): [string, string] {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) throw unauthenticated(true);
  try {
    return [decodeURIComponent(id), decodeURIComponent(secret)];
  } catch {
    throw unauthenticated(true);
  }
}

function check(directory: Directory, id: string | null, secret: string | null, basic: boolean): Client {
  const app = id === null ? undefined : directory.app(id);
  if (!app) throw unauthenticated(basic);
  if (secret === null) return { app, authenticated: false };
  if (!sameSecret(secret, app.clientSecret)) throw unauthenticated(basic);
  return { app, authenticated: true };
}

/** RFC 6749 §5.2: 401 with a challenge when the client used the header. */
function unauthenticated(basic: boolean): OAuthError {
  const challenge: Record<string, string> = basic ? { 'www-authenticate': 'Basic realm="linear"' } : {};
  return new OAuthError('invalid_client', 'Client is invalid', basic ? 401 : 400, challenge);
}

function sameSecret(left: string, right: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}

import type { OauthServer, ProviderOptions } from './server-config.ts';

/** What a refresh brings. `expiresAt` in ms since the epoch, absent when the server names no lifetime. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly tokenType: string;
  readonly refreshToken: string;
  readonly expiresAt?: number;
}

/** A refresh that failed: `permanent` when the server said no, otherwise it may work later. */
export class RefreshError extends Error {
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}

/** The plugin's default `tune_provider_timeout_seconds`. */
const TIMEOUT_MS = 30_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** RFC 6749 §5.2: answers after which the same refresh token can never work again. */
const PERMANENT_CODES = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
]);

/**
 * RFC 6749 §6 against the server's token URL, trying each client secret in turn.
 * @param now ms since the epoch, from which `expires_in` counts
 * @throws RefreshError whose message holds the server's error code and description, never a token.
 */
export async function refreshUpstream(server: OauthServer, refreshToken: string, now: number): Promise<IssuedToken> {
  const secrets = server.client_secrets.length > 0 ? server.client_secrets : [''];
  const failures: RefreshError[] = [];
  for (const secret of secrets) {
    try {
      return await refreshWith(server, secret, refreshToken, now);
    } catch (error) {
      failures.push(asRefreshError(error));
    }
  }
  const [only] = failures;
  if (only && failures.length === 1) throw new RefreshError(`refresh failed: ${only.message}`, only.permanent);
  const list = failures.map((failure) => `\n\t\t* refresh failed: ${failure.message}`).join('');
  throw new RefreshError(
    `provider request failed for all client secrets:${list}`,
    failures.every((failure) => failure.permanent),
  );
}

async function refreshWith(
  server: OauthServer,
  secret: string,
  refreshToken: string,
  now: number,
): Promise<IssuedToken> {
  const { auth_style: style } = server.provider_options;
  if (style) return await request(server, secret, refreshToken, style, now);
  try {
    return await request(server, secret, refreshToken, 'in_header', now);
  } catch {
    // golang.org/x/oauth2 probes: what a server refused in the header may be accepted in the body.
    return await request(server, secret, refreshToken, 'in_params', now);
  }
}

async function request(
  server: OauthServer,
  secret: string,
  refreshToken: string,
  style: NonNullable<ProviderOptions['auth_style']>,
  now: number,
): Promise<IssuedToken> {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  const headers: Record<string, string> = { accept: 'application/json' };
  if (style === 'in_header') {
    const pair = `${encodeURIComponent(server.client_id)}:${encodeURIComponent(secret)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    form.set('client_id', server.client_id);
    if (secret) form.set('client_secret', secret);
  }
  const response = await fetch(server.provider_options.token_url, {
    method: 'POST',
    headers,
    body: form,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await response.text();
  if (text.length > MAX_ANSWER_BYTES) throw new RefreshError('server answer too large', false);
  const body = parseObject(text);
  if (!response.ok) throw refused(response.status, body);
  return issued(body, refreshToken, now);
}

function issued(body: Record<string, unknown>, refreshToken: string, now: number): IssuedToken {
  const { access_token: accessToken, refresh_token: rotated, expires_in: expiresIn, token_type: type } = body;
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new RefreshError('server response missing access_token', false);
  }
  return {
    accessToken,
    tokenType: normalizeType(type),
    // RFC 6749 §6: a server may keep the old refresh token by not sending a new one.
    refreshToken: typeof rotated === 'string' && rotated !== '' ? rotated : refreshToken,
    ...(Number(expiresIn) > 0 ? { expiresAt: now + Number(expiresIn) * 1000 } : {}),
  };
}

function normalizeType(type: unknown): string {
  if (typeof type !== 'string' || type === '' || type.toLowerCase() === 'bearer') return 'Bearer';
  return type;
}

function refused(status: number, body: Record<string, unknown>): RefreshError {
  const code = typeof body.error === 'string' ? body.error : '';
  if (![400, 401, 403].includes(status) || !code) return new RefreshError(`cannot fetch token: ${status}`, false);
  const description = typeof body.error_description === 'string' ? `: ${body.error_description}` : '';
  return new RefreshError(`server rejected request: ${code}${description}`, PERMANENT_CODES.has(code));
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // Not JSON: the status alone decides.
  }
  return {};
}

function asRefreshError(error: unknown): RefreshError {
  if (error instanceof RefreshError) return error;
  return new RefreshError('token request did not complete', false);
}

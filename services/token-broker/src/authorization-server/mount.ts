import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Provider } from 'oidc-provider';
import { ROUTES } from './provider.ts';

const PATHS = [
  ...Object.values(ROUTES),
  '/.well-known/oauth-authorization-server',
  '/.well-known/openid-configuration',
];

const isOurs = (path: string) => PATHS.includes(path) || path.startsWith(`${ROUTES.authorization}/`);

/**
 * Puts the authorization server in front of the pages. It never sees a session of its own from an earlier authorization:
 * each one stands alone, so that a person who changes accounts, or a session left behind, cannot colour the next.
 */
export function mountProvider(provider: Provider): RequestHandler {
  const { host, protocol } = new URL(provider.issuer);
  // The library makes its URLs from the request: it is told our own name and scheme, whatever the request said (host
  // header injection) and whoever ended TLS in front of us.
  provider.proxy = true;
  const handle = provider.callback();
  const session = provider.cookieName('session');
  const carriesSession = (cookie: string) => {
    const name = cookie.split('=', 1)[0]?.trim();
    return name === session || name === `${session}.sig`;
  };
  return (request: Request, response: Response, next: NextFunction) => {
    if (!isOurs(request.path)) return next();
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    const { cookie } = request.headers;
    if (cookie !== undefined) {
      request.headers.cookie = cookie
        .split(';')
        .filter((part) => !carriesSession(part))
        .join(';');
    }
    void handle(request, response);
  };
}

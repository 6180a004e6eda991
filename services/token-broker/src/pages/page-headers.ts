import { STYLES_HASH } from './styles.ts';

/**
 * Headers of every page. `form-action` covers the redirect after a form in current browsers, so the page names exactly
 * the one origin that form may lead to (CSP3 §6.4.1); `frame-ancestors 'none'` against clickjacked consent.
 * @param formTargets origins the form's answer may redirect to, besides our own
 */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${STYLES_HASH}`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  };
}

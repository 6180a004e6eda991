import { OAuthError } from './oauth-error.ts';

const FORM = 'application/x-www-form-urlencoded';

/**
 * Reads a form body.
 *
 * @throws OAuthError when the body is of another type, or a parameter comes twice (RFC 6749 §3.2)
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== FORM) throw new OAuthError('invalid_request', `Content must be ${FORM}`);
  const form = new URLSearchParams(await request.text());
  if (repeatedParameter(form)) throw new OAuthError('invalid_request', 'A parameter was sent more than once');
  return form;
}

export function repeatedParameter(parameters: URLSearchParams): boolean {
  return new Set(parameters.keys()).size !== parameters.size;
}

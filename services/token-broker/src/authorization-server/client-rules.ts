import { type AllClientMetadata, errors, type KoaContextWithOIDC } from 'oidc-provider';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What a client that nobody vouches for may do. */
const OPEN_GRANTS = ['authorization_code', 'refresh_token'];

/** Whether an answer to this URI stays on the person's machine (RFC 8252 §7.3). */
export function isLoopback(uri: string): boolean {
  const url = URL.parse(uri);
  return url !== null && url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname);
}

/** A client identified by the URL of its metadata document. */
export const isMetadataDocument = (clientId: string): boolean => clientId.startsWith('https://');

/**
 * Rules for every client's metadata, whatever its origin. Runs before the library's own schema.
 * @param ctx present exactly for dynamic registration
 * @throws InvalidClientMetadata
 */
export function checkClientMetadata(ctx: KoaContextWithOIDC | undefined, metadata: AllClientMetadata): void {
  const uris = metadata.redirect_uris ?? [];
  if (!Array.isArray(uris) || uris.length > 10 || uris.some((uri) => typeof uri !== 'string' || uri.length > 2_048)) {
    throw new errors.InvalidClientMetadata('redirect_uris must be at most 10 strings');
  }
  const loopbackOnly = uris.length > 0 && uris.every(isLoopback);
  const document = isMetadataDocument(metadata.client_id ?? '');
  if (ctx !== undefined && !loopbackOnly) {
    throw new errors.InvalidRedirectUri('only loopback redirect_uris can be registered');
  }
  if (ctx !== undefined || document) limitOpenClient(metadata, uris, ctx !== undefined);
  // Documents often leave application_type out and publish portless loopback URIs: only native clients may vary the port.
  if (loopbackOnly) metadata.application_type = 'native';
}

function limitOpenClient(metadata: AllClientMetadata, uris: readonly string[], dynamic: boolean): void {
  if (uris.length === 0) throw new errors.InvalidClientMetadata('redirect_uris is mandatory');
  if (typeof metadata.client_name !== 'string' || metadata.client_name.length > 200) {
    throw new errors.InvalidClientMetadata('client_name is mandatory, at most 200 characters');
  }
  // OAuth 2.1 §2.3: https or loopback; a private-use scheme can be claimed by any program.
  if (!uris.every((uri) => isLoopback(uri) || URL.parse(uri)?.protocol === 'https:')) {
    throw new errors.InvalidRedirectUri('redirect_uris must be https or loopback');
  }
  const asked = metadata.grant_types ?? OPEN_GRANTS;
  if (dynamic && (!Array.isArray(asked) || asked.some((grant) => !OPEN_GRANTS.includes(grant)))) {
    throw new errors.InvalidClientMetadata(`grant_types can only be ${OPEN_GRANTS.join(', ')}`);
  }
  if (dynamic && (metadata.token_endpoint_auth_method ?? 'none') !== 'none') {
    throw new errors.InvalidClientMetadata('token_endpoint_auth_method must be none');
  }
  // A document may list what other servers offer; here it gets these two and nothing else.
  metadata.grant_types = OPEN_GRANTS;
  if (!dynamic) return;
  metadata.token_endpoint_auth_method = 'none';
  // RFC 7591 §2 defaults to a secret when the client names no method; a public client gets none.
  delete metadata.client_secret;
  delete metadata.client_secret_expires_at;
}

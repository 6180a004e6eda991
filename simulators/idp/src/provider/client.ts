import { certificateKey } from '@sallyport/simulator-door';
import type { ClientMetadata, JWK } from 'oidc-provider';

/** An application that signs people in here. With `jwks` it proves itself by `private_key_jwt`, else by its secret. */
export interface IdpClient {
  readonly client_id: string;
  readonly redirect_uris: readonly string[];
  readonly post_logout_redirect_uris?: readonly string[];
  /** Public keys that verify its assertions (RFC 7523). */
  readonly jwks?: { readonly keys: readonly JWK[] };
  /** For `client_secret_basic`, where a key is not possible. */
  readonly client_secret?: string;
}

/** @throws Error unless the client has exactly one way to prove itself: nothing signs in here as a public client. */
export function clientMetadata({ client_id, jwks, client_secret, ...uris }: IdpClient): ClientMetadata {
  if ((jwks === undefined) === (client_secret === undefined)) {
    throw new Error(`client ${client_id}: exactly one of jwks and client_secret is needed`);
  }
  const common = {
    client_id,
    redirect_uris: [...uris.redirect_uris],
    post_logout_redirect_uris: [...(uris.post_logout_redirect_uris ?? [])],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  };
  if (client_secret !== undefined) {
    return { ...common, client_secret, token_endpoint_auth_method: 'client_secret_basic' };
  }
  return { ...common, jwks: { keys: [...(jwks?.keys ?? [])] }, token_endpoint_auth_method: 'private_key_jwt' };
}

/** In a file, keys may be named by certificates instead: a cluster hands out public keys in that form. */
interface ClientEntry extends IdpClient {
  readonly certificate_files?: readonly string[];
}

/** Reads a JSON list of clients. @throws Error naming the entry that is not one; secrets are not repeated. */
export function parseClients(text: string): IdpClient[] {
  const clients = parseList(text);
  clients.forEach((client, index) => {
    const { client_id: id, redirect_uris: uris } = (client ?? {}) as Partial<IdpClient>;
    if (typeof id !== 'string' || !Array.isArray(uris)) {
      throw new Error(`client ${index}: client_id and redirect_uris are needed`);
    }
  });
  return (clients as ClientEntry[]).map(({ certificate_files: files, ...client }) =>
    files === undefined ? client : { ...client, jwks: { keys: files.map(certificateKey) as JWK[] } },
  );
}

function parseList(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // The parser's own message quotes the text.
  }
  throw new Error('clients: expected a JSON list');
}

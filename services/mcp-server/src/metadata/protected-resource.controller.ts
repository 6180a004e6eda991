import { Controller, Get, Header, type Type } from '@nestjs/common';
import { metadataUrlOf, ROOT_METADATA_PATH } from '../mcp/challenge.ts';

/** Facts of RFC 9728 §2 for this placement's resource. */
export interface ProtectedResource {
  resourceUrl: string;
  issuerUrl: string;
  scopes: readonly string[];
  requireDpop: boolean;
}

/**
 * Protected resource metadata (RFC 9728 §3): at the root form, and with the resource's own path behind the well-known part;
 * a document at another resource's path would have to be thrown away by whoever asked (§3.3). Public by purpose: it tells
 * a client where to sign in.
 */
export function protectedResourceController({ resourceUrl, issuerUrl, scopes, requireDpop }: ProtectedResource): Type {
  @Controller()
  class ProtectedResourceController {
    @Get([ROOT_METADATA_PATH, new URL(metadataUrlOf(resourceUrl)).pathname])
    @Header('cache-control', 'public, max-age=300')
    @Header('access-control-allow-origin', '*')
    metadata() {
      return {
        resource: resourceUrl,
        authorization_servers: [issuerUrl],
        scopes_supported: scopes,
        bearer_methods_supported: ['header'],
        dpop_signing_alg_values_supported: ['ES256'],
        dpop_bound_access_tokens_required: requireDpop,
        resource_name: 'Sallyport: support escalation',
      };
    }
  }
  return ProtectedResourceController;
}

import { Controller, Get, Header, Inject } from '@nestjs/common';
import { MCP_SCOPES } from '@sallyport/contracts';

/** Facts of RFC 9728 §2 for this placement's resource. */
export abstract class ProtectedResource {
  abstract readonly resourceUrl: string;
  abstract readonly issuerUrl: string;
}

/**
 * Protected resource metadata (RFC 9728 §3): at the root form, and with the resource's path behind the well-known part.
 * Public by purpose: it tells a client where to sign in.
 */
@Controller('.well-known/oauth-protected-resource')
export class ProtectedResourceController {
  constructor(@Inject(ProtectedResource) private readonly resource: ProtectedResource) {}

  @Get(['', 'mcp', 'mcp/:placement'])
  @Header('cache-control', 'public, max-age=300')
  @Header('access-control-allow-origin', '*')
  metadata() {
    return {
      resource: this.resource.resourceUrl,
      authorization_servers: [this.resource.issuerUrl],
      scopes_supported: [...MCP_SCOPES],
      bearer_methods_supported: ['header'],
      dpop_signing_alg_values_supported: ['ES256'],
      resource_name: 'Sallyport: support escalation',
    };
  }
}

import { Controller, Get, Header, Inject } from '@nestjs/common';
import { AUDIT_SCOPES } from '@sallyport/contracts';

export const RESOURCE = Symbol('protected resource');
export interface ProtectedResource {
  publicUrl: string;
  issuerUrl: string;
}

/** RFC 9728: where a reader's client learns which server issues tokens for this log. */
@Controller('.well-known/oauth-protected-resource')
export class ProtectedResourceController {
  constructor(@Inject(RESOURCE) private readonly resource: ProtectedResource) {}

  @Get()
  @Header('cache-control', 'max-age=3600')
  metadata() {
    return {
      resource: this.resource.publicUrl,
      authorization_servers: [this.resource.issuerUrl],
      scopes_supported: AUDIT_SCOPES,
      bearer_methods_supported: ['header'],
      resource_name: 'Sallyport audit log',
    };
  }
}

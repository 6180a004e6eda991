import { errors, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { Resources } from './resources.ts';

/**
 * RFC 8707 for the library: exactly one resource of the allow-list, and a scope that resource knows. Asked at
 * authorization, PAR and token requests; it is the one place where the library has parsed the request and asks us.
 */
export function resourceIndicators(resources: Resources, accessTokenTTL: number) {
  return {
    enabled: true,
    defaultResource: (
      _ctx: KoaContextWithOIDC,
      _client: unknown,
      oneOf?: readonly string[],
    ): string | readonly string[] => oneOf ?? resources.defaultUri,
    useGrantedResource: () => true,
    getResourceServerInfo(ctx: KoaContextWithOIDC, uri: string): ResourceServer {
      const params = ctx.oidc.params as { resource?: string | string[]; scope?: string } | undefined;
      if (Array.isArray(params?.resource) && params.resource.length > 1) {
        throw new errors.InvalidTarget('exactly one resource can be asked for');
      }
      const resource = resources.find(uri);
      if (!resource) throw new errors.InvalidTarget('unknown resource');
      if (params && ctx.oidc.route !== 'token') {
        params.scope ||= resource.defaultScope.join(' ');
        const unknown = params.scope.split(' ').filter((scope) => !(scope in resource.scopes));
        if (unknown.length > 0) throw new errors.InvalidScope('unknown scope for this resource', unknown.join(' '));
      }
      return {
        audience: uri,
        scope: Object.keys(resource.scopes).join(' '),
        accessTokenTTL,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      };
    },
  };
}

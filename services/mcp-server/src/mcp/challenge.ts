import { placementOf, TOOLS } from '@sallyport/tool-catalog';

/** Scopes offered to a client that came without a token: what the placement's everyday tools need, and no more. */
export const offeredScopes = (placement: ServedPlacement): string[] =>
  scopesOf(servedBy(placement).filter(({ approval }) => approval !== 'second_person'));

/** Every scope that means anything to this placement. */
export const supportedScopes = (placement: ServedPlacement): string[] => scopesOf(servedBy(placement));

type ServedPlacement = 'read' | 'write' | 'combined';
const servedBy = (placement: ServedPlacement) =>
  TOOLS.filter((tool) => placement === 'combined' || placementOf(tool) === placement);
const scopesOf = (tools: readonly { scope: string }[]) => [...new Set(tools.map(({ scope }) => scope))];

/** RFC 9728 §3: the root form, for clients that know no path. */
export const ROOT_METADATA_PATH = '/.well-known/oauth-protected-resource';

/** Where RFC 9728 metadata of a resource lives: its path goes behind the well-known part (§3.1). */
export function metadataUrlOf(resourceUrl: string): string {
  const { origin, pathname } = new URL(resourceUrl);
  return `${origin}${ROOT_METADATA_PATH}${pathname === '/' ? '' : pathname}`;
}

/** Writes `WWW-Authenticate` values: RFC 6750 §3, RFC 9449 §7.1, RFC 9728 §5.1. */
export class Challenge {
  readonly #metadata: string;

  constructor(
    resourceUrl: string,
    private readonly offered: readonly string[],
  ) {
    this.#metadata = metadataUrlOf(resourceUrl);
  }

  /** 401. One answer for every bad token: what was wrong with it is for the log. `error` only when one was presented. */
  unauthenticated(presented: boolean): string[] {
    const error = presented ? ', error="invalid_token"' : '';
    const scope = this.offered.join(' ');
    return [
      `Bearer resource_metadata="${this.#metadata}", scope="${scope}"${error}`,
      `DPoP algs="ES256", resource_metadata="${this.#metadata}", scope="${scope}"${error}`,
    ];
  }

  /** 403: every scope this operation needs, in one challenge, so that the client asks once. */
  insufficientScope(scopes: readonly string[]): string[] {
    return [`Bearer error="insufficient_scope", scope="${scopes.join(' ')}", resource_metadata="${this.#metadata}"`];
  }
}

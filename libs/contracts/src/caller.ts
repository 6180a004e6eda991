import { z } from 'zod';

/** Scopes of the MCP resource; one per class of deed, never a wildcard (C-AZ-2). */
export const MCP_SCOPES = ['tickets:read', 'issues:create', 'issues:delete'] as const;
/** Scope of the audit resource. */
export const AUDIT_SCOPES = ['audit:read'] as const;
export const ROLES = ['support_engineer', 'support_lead', 'platform_admin'] as const;
export type Role = (typeof ROLES)[number];

/** RFC 8693 §4.1: the acting party, outermost first; nested actors are history, not authority. */
export interface ActorClaim {
  sub: string;
  act?: ActorClaim | undefined;
}
/** Id of a grant (task): what one sign-in and consent gave to one agent. */
export const grantId = z.string().min(8).max(128);

/** Longest actor chain accepted anywhere; a longer one is refused, not cut. */
export const MAX_ACTOR_CHAIN = 4;

export const actorClaim: z.ZodType<ActorClaim> = z.lazy(() =>
  z.strictObject({ sub: z.string().min(1).max(512), act: actorClaim.optional() }),
);

/** Flattens `act` into a list, outermost (most recent) actor first. */
export function actorChain(act: ActorClaim | undefined): string[] {
  const chain: string[] = [];
  for (let actor = act; actor; actor = actor.act) chain.push(actor.sub);
  return chain;
}

/** Who is calling: a person, through which agent, with what; made only from a verified access token (RFC 9068). */
export interface Caller {
  /** Person id: UUID, stable per IdP subject. */
  sub: string;
  /** Display name of the person, for the audit sentence and the footer. */
  name: string;
  tenant: string;
  roles: Role[];
  scopes: string[];
  /** OAuth client id of the agent. */
  clientId: string;
  act: ActorClaim;
  /** `jti` of the token. */
  tokenId: string;
  /** Grant (task) the token belongs to. */
  grantId: string;
  acr: string | undefined;
  amr: string[];
  authTime: number | undefined;
  /** RFC 7638 thumbprint of the key the token is bound to, where it is. */
  jkt: string | undefined;
  /** Seconds since the epoch. */
  expiresAt: number;
}

/** Claims of an access token for the MCP resource (RFC 9068 §2.2 plus ours). Times are seconds since the epoch. */
export const accessTokenClaims = z.object({
  iss: z.url(),
  aud: z.string(), // exactly one audience: an array is refused (C-ID-5)
  sub: z.uuid(),
  client_id: z.string().min(1).max(2_048),
  scope: z.string().max(1_000),
  jti: z.string().min(8).max(128),
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  tenant: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  roles: z.array(z.enum(ROLES)).max(8),
  grant_id: grantId,
  act: actorClaim,
  acr: z.string().max(100).optional(),
  amr: z.array(z.string().max(32)).max(8).optional(),
  auth_time: z.int().optional(),
  cnf: z.strictObject({ jkt: z.string() }).optional(),
});
export type AccessTokenClaims = z.infer<typeof accessTokenClaims>;

import { z } from 'zod';
import { actorClaim, grantId } from './caller.ts';

/** Grant type, token types: RFC 8693 §2.1, §3. */
export const TOKEN_EXCHANGE_GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
export const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token';
export const JWT_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:jwt';

/** JOSE `typ` of what we mint; each verifier demands exactly its own, so that none is mistaken for another. */
export const CAPABILITY_TYP = 'capability+jwt';
export const PERSON_ASSERTION_TYP = 'person-assertion+jwt';
export const SERVICE_ASSERTION_TYP = 'service-assertion+jwt';

/** Capabilities and assertions live at most this long, in seconds (design: ≤ 60 s). */
export const CAPABILITY_TTL_SECONDS = 60;

/** Operations of the gateway. `issueTrash` exists as a name so that policy can refuse it by name. */
export const OPERATIONS = ['issueCreate', 'issueTrash', 'connectLinear'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One grant per class of deed (`linear/creds/<entity>/<class>`). */
export const CONNECTION_CLASSES = ['reader', 'creator', 'curator'] as const;
export type ConnectionClass = (typeof CONNECTION_CLASSES)[number];

/** RFC 9396 §2: what one capability is for. `variables_digest` = base64url(SHA-256(JCS(variables))), RFC 8785. */
export const authorizationDetail = z.strictObject({
  type: z.literal('linear_operation'),
  operation: z.enum(OPERATIONS),
  tool: z.string().min(1).max(64),
  target: z.strictObject({
    team: z.string().max(16).optional(),
    ticket: z.uuid().optional(),
    issue: z.string().max(64).optional(),
    class: z.enum(CONNECTION_CLASSES).optional(),
  }),
  variables_digest: z.string().length(43),
});
export type AuthorizationDetail = z.infer<typeof authorizationDetail>;
/** The request parameter: exactly one detail — one capability, one operation. */
export const authorizationDetails = z.tuple([authorizationDetail]);

/** Claims of a capability (JWT, `typ: capability+jwt`, ES256, ≤ 60 s, single use). Times are seconds since the epoch. */
export const capabilityClaims = z.strictObject({
  iss: z.url(),
  aud: z.url(),
  sub: z.uuid(),
  name: z.string().min(1).max(200),
  tenant: z.string().min(1).max(64),
  client_id: z.string().min(1).max(2_048),
  act: actorClaim,
  /** Grant (task) of the subject token this was exchanged for, so that the gateway's events name it too. */
  grant_id: grantId,
  jti: z.string().min(16).max(64),
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  cnf: z.strictObject({ jkt: z.string().length(43) }),
  authorization_details: authorizationDetails,
  decision_id: z.string().max(64),
  policy_revision: z.string().max(80),
  /** JWE (ECDH-ES+A256KW, A256GCM) for the gateway: the single-use person assertion for Vault. */
  person_assertion: z.string().max(4_096),
});
export type CapabilityClaims = z.infer<typeof capabilityClaims>;

/** Claims of the person assertion that Vault's JWT auth accepts (`aud: vault`, ≤ 60 s, once). */
export interface PersonAssertionClaims {
  iss: string;
  aud: 'vault';
  sub: string;
  tenant: string;
  jti: string;
  iat: number;
  nbf: number;
  exp: number;
  /** Vault role this assertion may log in with: one assertion cannot be used for another deed. */
  vault_role: 'linear-issues-create' | 'linear-issues-read' | 'linear-onboard';
}

/** Success answer of the exchange (RFC 8693 §2.2.1). */
export const exchangeResponse = z.object({
  access_token: z.string(),
  issued_token_type: z.literal(JWT_TOKEN_TYPE),
  token_type: z.literal('DPoP'),
  expires_in: z.int().positive().max(CAPABILITY_TTL_SECONDS),
  decision_id: z.string(),
});
export type ExchangeResponse = z.infer<typeof exchangeResponse>;

/**
 * Refusal of the exchange (RFC 6749 §5.2, RFC 8693 §2.2.2) as the mcp-server gets it: `error` is the RFC's coarse word;
 * `reasons` and `decision_id` are there for the authenticated client, `interaction_url` when the person must connect first.
 */
export const exchangeRefusal = z.object({
  error: z.string(),
  error_description: z.string().optional(),
  decision_id: z.string().optional(),
  reasons: z.array(z.string()).optional(),
  interaction_url: z.url().optional(),
});
export type ExchangeRefusal = z.infer<typeof exchangeRefusal>;

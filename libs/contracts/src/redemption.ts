import { z } from 'zod';
import { CONNECTION_CLASSES } from './capability.ts';

/** Variables of `issueCreate`: what the caller supplies; issue id, footer and document are the gateway's own. */
export const issueCreateVariables = z.strictObject({
  ticketId: z.uuid(),
  team: z.string().min(1).max(16),
  title: z.string().min(1).max(250),
  description: z.string().max(16_000),
  /** Linear priority: 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
  priority: z.int().min(0).max(4),
  idempotencyKey: z.uuid().optional(),
});
export type IssueCreateVariables = z.infer<typeof issueCreateVariables>;

/** Variables of `connectLinear`: the authorization code of Linear's answer and its PKCE verifier (RFC 7636 §4.1). */
export const connectLinearVariables = z.strictObject({
  class: z.enum(CONNECTION_CLASSES),
  code: z.string().min(1).max(2_048),
  codeVerifier: z.string().min(43).max(128),
  redirectUri: z.url(),
  /** Whose Linear account it must turn out to be, as the company IdP knows them; absent where it gives no address. */
  expectedEmail: z.string().min(3).max(320).optional(),
});
export type ConnectLinearVariables = z.infer<typeof connectLinearVariables>;

/** Body of `POST /redeem` at the gateway; the capability travels as `Authorization: DPoP`, the proof as `DPoP`. */
export const redeemRequest = z.strictObject({ variables: z.record(z.string(), z.unknown()) });

export const issueCreateResult = z.strictObject({
  issue: z.strictObject({ id: z.uuid(), identifier: z.string().max(40), url: z.url() }),
  /** Who Linear says created it. */
  creator: z.strictObject({ id: z.string(), name: z.string() }),
  title: z.string(),
  description: z.string(),
  alreadyFiled: z.boolean(),
});
export type IssueCreateResult = z.infer<typeof issueCreateResult>;

export const connectLinearResult = z.strictObject({
  viewer: z.strictObject({ id: z.string(), name: z.string(), email: z.string() }),
  workspace: z.strictObject({ id: z.string(), name: z.string(), urlKey: z.string() }),
  scopes: z.array(z.string()),
});
export type ConnectLinearResult = z.infer<typeof connectLinearResult>;

/** Body of `POST /ledger/filings` at the issuer: the gateway reports each filing before it answers (design, "three tools"). */
export const filing = z.strictObject({
  tenant: z.string().max(64),
  ticketId: z.uuid(),
  issueId: z.uuid(),
  identifier: z.string().max(40),
  sub: z.uuid(),
  agent: z.string().max(2_048),
  capabilityId: z.string().max(64),
  decisionId: z.string().max(64),
  /** Milliseconds since the epoch. */
  filedAt: z.int(),
});
export type Filing = z.infer<typeof filing>;

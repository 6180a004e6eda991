import { z } from 'zod';
import { REASONS, type Reason } from './reasons.ts';

/** RFC 9457 problem document; `reason` is from the one word list, `traceId` the only handle to the details. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  reason: z.enum(REASONS).optional(),
  traceId: z.string().optional(),
  interaction_url: z.url().optional(),
});
export type Problem = z.infer<typeof problem>;
/** `type` of a problem document: stable per reason, and no address that somebody would have to keep (RFC 9457 §3.1.1). */
export const problemType = (reason: Reason): string => `urn:sallyport:problem:${reason}`;

/** Services as producers, clients and Vault workloads. */
export const SERVICES = [
  'mcp-server',
  'mcp-server-read',
  'mcp-server-write',
  'token-broker-issuer',
  'token-broker-gateway',
  'audit',
] as const;
export type ServiceName = (typeof SERVICES)[number];

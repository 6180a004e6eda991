import { z } from 'zod';
import { REASONS } from './reasons.ts';

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

/** Services as producers, clients and Vault workloads. */
export const SERVICES = ['mcp-server', 'token-broker-issuer', 'token-broker-gateway', 'audit'] as const;
export type ServiceName = (typeof SERVICES)[number];

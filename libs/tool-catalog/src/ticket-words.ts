import { z } from 'zod';

/** Linear team keys an escalation may go to. */
export const TEAMS = ['PAY', 'APP', 'DATA', 'OPS'] as const;
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export const STATUSES = ['open', 'pending', 'solved'] as const;
export const PLANS = ['free', 'team', 'business', 'enterprise'] as const;

/** PII type → how many values were masked; the types of performance-pii.md. */
export const maskedCounts = z.record(z.string().max(32), z.int().nonnegative());

/** Severity → Linear priority (1 urgent … 4 low). */
export const LINEAR_PRIORITY: Record<(typeof SEVERITIES)[number], number> = { critical: 1, high: 2, medium: 3, low: 4 };

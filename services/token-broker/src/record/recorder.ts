import type { AuditClient } from '@sallyport/audit-client';

/** The two ways to record (C-AU-2): before an act, and through the local spool. */
export type Recorder = Pick<AuditClient, 'recordDurably' | 'record'>;

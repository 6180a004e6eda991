import { Refused } from '@sallyport/authn';

/** The record could not be made: whatever it was meant to precede must not happen (C-AU-2). */
export class AuditUnavailable extends Refused {
  constructor(detail: Record<string, unknown>) {
    super('audit_unavailable', detail);
  }
}

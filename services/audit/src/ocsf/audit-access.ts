import type { EventOf } from '@sallyport/contracts';
import { ACTIVITY, API_ACTIVITY } from './classes.ts';
import { actingFor } from './delegation.ts';
import type { Told } from './envelope.ts';
import { allowed, blocked, decisionId } from './verdict.ts';

/** Somebody looked at the log: recorded in the log. */
export function auditRead(event: EventOf<'audit_read'>): Told {
  const acting = actingFor(event.who);
  return {
    class: API_ACTIVITY,
    activity: ACTIVITY.read,
    status: 'success',
    severity: 'informational',
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      src_endpoint: { svc_name: event.who.agent },
      dst_endpoint: { svc_name: 'audit' },
      api: { operation: `audit.${event.action}`, service: { name: 'audit' }, request: { uid: event.traceId } },
      resources: [{ type: 'audit_log', uid: event.resource, name: event.resource }],
      ...allowed('audit.access', event.decision),
    },
    unmapped: { ...acting.unmapped, ...decisionId(event.decision) },
  };
}

/** A read or write of the log that was turned away; `count` of them where a flood was aggregated. */
export function auditRefused(event: EventOf<'audit_refused'>): Told {
  const { who, producer } = event;
  const acting = who && actingFor(who);
  const source = who?.agent ?? producer ?? 'unknown';
  return {
    class: API_ACTIVITY,
    activity: ACTIVITY.other,
    status: 'failure',
    severity: 'medium',
    tenant: who?.tenant,
    reasons: event.reasons,
    attributes: {
      ...(acting?.attributes ?? { actor: { app_name: source } }),
      activity_name: producer === undefined ? 'Read' : 'Write',
      src_endpoint: { svc_name: source },
      dst_endpoint: { svc_name: 'audit' },
      api: {
        operation: producer === undefined ? 'audit.read' : 'audit.write',
        service: { name: 'audit' },
        request: { uid: event.traceId },
      },
      count: event.count,
      ...blocked('audit.access', undefined),
    },
    unmapped: acting?.unmapped ?? {},
  };
}

/** An event that the log would never take, told by its producer in its place. */
export function eventRefused(event: EventOf<'event_refused'>): Told {
  const { service, refused } = event;
  return {
    class: API_ACTIVITY,
    activity: ACTIVITY.other,
    status: 'failure',
    severity: 'medium',
    tenant: undefined,
    reasons: event.reasons,
    attributes: {
      actor: { app_name: service },
      activity_name: 'Write',
      src_endpoint: { svc_name: service },
      dst_endpoint: { svc_name: 'audit' },
      api: { operation: 'audit.write', service: { name: 'audit' }, request: { uid: event.traceId } },
      ...blocked('audit.access', undefined),
    },
    unmapped: { refused_event: refused },
  };
}

import type { PlatformEvent, ServiceName } from '@sallyport/contracts';
import type { OcsfClass } from './classes.ts';

/** The schema these events are valid against (`version.json` of the tree they are tested with). */
export const OCSF_VERSION = '1.9.0-dev';

export type Json = Record<string, unknown>;

/** Where an event came from: producer, its place in the producer's own count, and when audit took it in (ms). */
export interface Provenance {
  producer: ServiceName;
  epoch: string;
  counter: number;
  loggedTime: number;
}

const STATUS = { success: [1, 'Success'], failure: [2, 'Failure'], requested: [99, 'Requested'] } as const;
const SEVERITY = { informational: [1, 'Informational'], low: [2, 'Low'], medium: [3, 'Medium'] } as const;

/** What a builder says about one event; everything else is the same for all. */
export interface Told {
  class: OcsfClass;
  activity: number;
  status: keyof typeof STATUS;
  severity: keyof typeof SEVERITY;
  tenant: string | undefined;
  /** Reason codes of a refusal or failure. */
  reasons?: readonly string[];
  /** Attributes of the OCSF class. */
  attributes: Json;
  /** Facts the standard has no place for. */
  unmapped?: Json;
}

/** Builder's words → complete OCSF event. `message` is the sentence people read. */
export function envelope(event: PlatformEvent, from: Provenance, message: string, told: Told): Json {
  const { class: ocsfClass, activity, reasons = [] } = told;
  const [statusId, status] = STATUS[told.status];
  const [severityId, severity] = SEVERITY[told.severity];
  const classUid = ocsfClass.category * 1_000 + ocsfClass.uid;
  return {
    metadata: {
      version: OCSF_VERSION,
      uid: event.uid,
      event_code: event.kind,
      // One call is one trace across all services; the trace profile exists on few classes, this on all.
      correlation_uid: event.traceId,
      log_name: 'sallyport.audit',
      log_provider: from.producer,
      sequence: from.counter,
      logged_time: from.loggedTime,
      product: { name: 'Sallyport', vendor_name: 'Sallyport' },
      ...(told.tenant === undefined ? {} : { tenant_uid: told.tenant }),
      ...(ocsfClass.profiles.length === 0 ? {} : { profiles: ocsfClass.profiles }),
    },
    time: event.time,
    message,
    category_uid: ocsfClass.category,
    class_uid: classUid,
    activity_id: activity,
    type_uid: classUid * 100 + activity,
    severity_id: severityId,
    severity,
    status_id: statusId,
    status,
    ...(reasons.length === 0 ? {} : { status_code: reasons[0], status_detail: reasons.join(', ') }),
    ...(ocsfClass.profiles.includes('trace') ? { trace: { uid: event.traceId } } : {}),
    ...told.attributes,
    unmapped: { ...told.unmapped, producer_epoch: from.epoch },
  };
}

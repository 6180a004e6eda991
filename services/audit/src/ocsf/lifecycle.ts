import type { EventOf } from '@sallyport/contracts';
import { ACTIVITY, APPLICATION_LIFECYCLE } from './classes.ts';
import type { Told } from './envelope.ts';

export function serviceStarted(event: EventOf<'service_started'>): Told {
  return {
    class: APPLICATION_LIFECYCLE,
    activity: ACTIVITY.start,
    status: 'success',
    severity: 'informational',
    tenant: undefined,
    attributes: { app: { uid: event.service, name: event.service, version: event.version } },
    unmapped: event.revision === undefined ? {} : { policy_revision: event.revision },
  };
}

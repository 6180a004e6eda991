import type { EventOf } from '@sallyport/contracts';
import { ACTIVITY, ENTITY_MANAGEMENT } from './classes.ts';
import { actingFor } from './delegation.ts';
import type { Json, Told } from './envelope.ts';
import { blocked } from './verdict.ts';

/** OCSF managed_entity of a kind the standard does not list. */
const entity = (type: string, rest: Json): Json => ({ type_id: 99, type, ...rest });

export function consentGranted(event: EventOf<'consent_granted'>): Told {
  const acting = actingFor(event.who);
  return {
    class: ENTITY_MANAGEMENT,
    activity: ACTIVITY.create,
    status: 'success',
    severity: 'informational',
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      entity: entity('consent', { uid: event.who.grantId, name: event.resource, data: { scopes: event.scopes } }),
    },
    unmapped: acting.unmapped,
  };
}

export function clientRegistered(event: EventOf<'client_registered'>): Told {
  return {
    class: ENTITY_MANAGEMENT,
    activity: ACTIVITY.enroll,
    status: 'success',
    severity: 'low',
    tenant: undefined,
    attributes: {
      actor: { app_uid: event.agent },
      ai_agent: { uid: event.agent },
      entity: entity('oauth_client', {
        uid: event.agent,
        data: { method: event.method, redirect_hosts: event.redirectHosts },
      }),
    },
  };
}

export function connectionCreated(event: EventOf<'connection_created'>): Told {
  const acting = actingFor(event.who);
  return {
    class: ENTITY_MANAGEMENT,
    activity: ACTIVITY.create,
    status: 'success',
    severity: 'informational',
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      entity: entity('connection', { uid: event.connection, name: event.workspace, data: { scopes: event.scopes } }),
    },
    unmapped: acting.unmapped,
  };
}

export function connectionRefused(event: EventOf<'connection_refused'>): Told {
  const acting = actingFor(event.who);
  return {
    class: ENTITY_MANAGEMENT,
    activity: ACTIVITY.create,
    status: 'failure',
    severity: 'medium',
    tenant: event.who.tenant,
    reasons: event.reasons,
    attributes: {
      ...acting.attributes,
      entity: entity('connection', { uid: event.connection }),
      ...blocked('broker.token_exchange', undefined),
    },
    unmapped: acting.unmapped,
  };
}

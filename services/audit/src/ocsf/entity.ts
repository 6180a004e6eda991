import type { EventOf, Who } from '@sallyport/contracts';
import { ACTIVITY, ENTITY_MANAGEMENT } from './classes.ts';
import { actingFor } from './delegation.ts';
import type { Json, Told } from './envelope.ts';
import { blocked } from './verdict.ts';

/** OCSF managed_entity of a kind the standard does not list. */
const entity = (type: string, rest: Json): Json => ({ type_id: 99, type, ...rest });

/** A person had something made in their name. */
function made(who: Who, what: Json): Told {
  const acting = actingFor(who);
  return {
    class: ENTITY_MANAGEMENT,
    activity: ACTIVITY.create,
    status: 'success',
    severity: 'informational',
    tenant: who.tenant,
    attributes: { ...acting.attributes, entity: what },
    unmapped: acting.unmapped,
  };
}

export function consentGranted({ who, resource, scopes }: EventOf<'consent_granted'>): Told {
  return made(who, entity('consent', { uid: who.grantId, name: resource, data: { scopes } }));
}

export function connectionCreated({ who, connection, workspace, scopes }: EventOf<'connection_created'>): Told {
  return made(who, entity('connection', { uid: connection, name: workspace, data: { scopes } }));
}

export function connectionRefused({ who, connection, reasons }: EventOf<'connection_refused'>): Told {
  const told = made(who, entity('connection', { uid: connection }));
  const attributes = { ...told.attributes, ...blocked('broker.token_exchange', undefined) };
  return { ...told, status: 'failure', severity: 'medium', reasons, attributes };
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

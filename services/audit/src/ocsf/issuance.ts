import type { EventOf } from '@sallyport/contracts';
import { ACTIVITY, AUTHORIZE_SESSION } from './classes.ts';
import { actingFor, userOf } from './delegation.ts';
import type { Told } from './envelope.ts';
import { allowed, blocked, decisionId } from './verdict.ts';

/** Issuance is Authorize Session: a privilege for a new, tiny session; asked for, given or refused. */
const ISSUANCE = { class: AUTHORIZE_SESSION, activity: ACTIVITY.assignPrivileges } as const;

export function tokenExchangeRequested(event: EventOf<'token_exchange_requested'>): Told {
  const acting = actingFor(event.who);
  return {
    ...ISSUANCE,
    status: 'requested',
    severity: 'informational',
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      user: userOf(event.who),
      privileges: [event.operation],
      ...allowed('broker.token_exchange', event.decision),
    },
    unmapped: { ...acting.unmapped, tool: event.tool, ...decisionId(event.decision) },
  };
}

export function tokenExchangeIssued(event: EventOf<'token_exchange_issued'>): Told {
  const { who, credential } = event;
  const acting = actingFor(who, credential.id);
  return {
    ...ISSUANCE,
    status: 'success',
    severity: 'informational',
    tenant: who.tenant,
    attributes: {
      ...acting.attributes,
      user: userOf(who),
      privileges: [credential.operation],
      session: {
        uid: credential.id,
        issuer: 'token-broker-issuer',
        created_time: event.time,
        expiration_time: event.time + credential.expiresIn * 1_000,
      },
      dst_endpoint: { svc_name: credential.resource },
      ...allowed('broker.token_exchange', event.decision),
    },
    unmapped: { ...acting.unmapped, tool: event.tool, credential, ...decisionId(event.decision) },
  };
}

export function tokenExchangeRefused(event: EventOf<'token_exchange_refused'>): Told {
  const { who, operation, tool } = event;
  const acting = who && actingFor(who);
  return {
    ...ISSUANCE,
    status: 'failure',
    severity: 'medium',
    tenant: who?.tenant,
    reasons: event.reasons,
    attributes: {
      ...(acting?.attributes ?? {
        actor: event.client === undefined ? { app_name: 'unknown' } : { app_uid: event.client },
      }),
      user: who ? userOf(who) : UNKNOWN_USER,
      // OCSF asks for the privilege even of a refusal: what was asked, as far as it was understood.
      privileges: [operation ?? tool ?? 'unknown'],
      ...blocked('broker.token_exchange', event.decision),
    },
    unmapped: {
      ...acting?.unmapped,
      ...(event.client === undefined ? {} : { client: event.client }),
      ...(tool === undefined ? {} : { tool }),
      ...decisionId(event.decision),
    },
  };
}

/** Somebody who has not proved who they are. */
export const UNKNOWN_USER = { name: 'unknown', type_id: 0, type: 'Unknown' } as const;

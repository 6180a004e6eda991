import type { EventOf } from '@sallyport/contracts';
import { ACTIVITY, AUTHENTICATION } from './classes.ts';
import { actingFor, userOf } from './delegation.ts';
import type { Told } from './envelope.ts';
import { UNKNOWN_USER } from './issuance.ts';
import { blocked } from './verdict.ts';

/** OCSF auth_protocol_id. */
const OPENID = { auth_protocol_id: 4, auth_protocol: 'OpenID' } as const;
const OAUTH2 = { auth_protocol_id: 6, auth_protocol: 'OAUTH 2.0' } as const;
/** RFC 8176 §2 values that mean a second factor was used. */
const SECOND_FACTOR = new Set(['mfa', 'otp', 'hwk', 'fpt', 'face', 'sms', 'swk', 'pop']);

const grant = (uid: string | undefined) => (uid === undefined ? {} : { uid });

export function signInCompleted(event: EventOf<'sign_in_completed'>): Told {
  const acting = actingFor(event.who);
  return {
    class: AUTHENTICATION,
    activity: ACTIVITY.logon,
    status: 'success',
    severity: 'informational',
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      ...OPENID,
      user: userOf(event.who),
      service: { name: 'token-broker-issuer' },
      session: { ...grant(event.who.grantId), issuer: 'token-broker-issuer', created_time: event.time },
      is_mfa: event.amr.some((method) => SECOND_FACTOR.has(method)),
      is_remote: true,
    },
    unmapped: { ...acting.unmapped, acr: event.acr, amr: event.amr },
  };
}

export function signInRefused(event: EventOf<'sign_in_refused'>): Told {
  return {
    class: AUTHENTICATION,
    activity: ACTIVITY.logon,
    status: 'failure',
    severity: 'low',
    tenant: undefined,
    reasons: event.reasons,
    attributes: {
      ...OPENID,
      actor: event.agent === undefined ? { app_name: 'unknown' } : { app_uid: event.agent },
      user: UNKNOWN_USER,
      service: { name: 'token-broker-issuer' },
      is_remote: true,
      ...blocked('broker.token_exchange', undefined),
    },
  };
}

/** A token or proof that did not hold; `count` of them where a flood was aggregated. */
export function accessRefused(event: EventOf<'access_refused'>): Told {
  return {
    class: AUTHENTICATION,
    activity: ACTIVITY.other,
    status: 'failure',
    severity: 'medium',
    tenant: event.tenant,
    reasons: event.reasons,
    attributes: {
      ...OAUTH2,
      activity_name: 'Token presented',
      user: UNKNOWN_USER,
      service: { name: event.resource },
      count: event.count,
      is_remote: true,
      ...blocked('mcp.tool_call', undefined),
    },
  };
}

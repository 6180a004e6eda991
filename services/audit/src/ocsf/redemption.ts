import type { EventOf, Operation } from '@sallyport/contracts';
import { ACTIVITY, API_ACTIVITY } from './classes.ts';
import { actingFor } from './delegation.ts';
import type { Json, Told } from './envelope.ts';
import { allowed, blocked, decisionId } from './verdict.ts';

type WithCredential = EventOf<'capability_redeemed' | 'issue_filed' | 'issue_filing_failed'>;

const ACTIVITY_OF: Record<Operation, number> = {
  issueCreate: ACTIVITY.create,
  issueTrash: ACTIVITY.delete,
  connectLinear: ACTIVITY.other,
};

/** What a capability was used for: API Activity of its operation, at the gateway. */
function redemption(
  event: WithCredential,
  told: Pick<Told, 'status' | 'severity' | 'reasons'>,
  more: Json,
  unmapped: Json,
): Told {
  const { who, credential, decision } = event;
  const acting = actingFor(who, credential.id);
  const target = { type: 'target', uid: credential.target, name: credential.target };
  return {
    ...told,
    class: API_ACTIVITY,
    activity: ACTIVITY_OF[credential.operation],
    tenant: who.tenant,
    attributes: {
      ...acting.attributes,
      src_endpoint: { svc_name: 'token-broker-gateway' },
      dst_endpoint: { svc_name: credential.resource },
      api: {
        operation: credential.operation,
        request: { uid: event.traceId },
        token: { uid: credential.id, type_id: 99, type: 'capability' },
      },
      resources: [target],
      ...allowed('broker.token_exchange', decision),
      ...more,
    },
    unmapped: { ...acting.unmapped, credential, ...decisionId(decision), ...unmapped },
  };
}

export function capabilityRedeemed(event: EventOf<'capability_redeemed'>): Told {
  return redemption(event, { status: 'success', severity: 'informational' }, {}, {});
}

export function capabilityRefused(event: EventOf<'capability_refused'>): Told {
  const { who, credentialId } = event;
  const acting = who && actingFor(who, credentialId);
  return {
    class: API_ACTIVITY,
    activity: ACTIVITY.other,
    status: 'failure',
    severity: 'medium',
    tenant: who?.tenant,
    reasons: event.reasons,
    attributes: {
      ...(acting?.attributes ?? { actor: { app_name: 'unknown' } }),
      activity_name: 'Redeem',
      src_endpoint: { svc_name: 'token-broker-gateway' },
      api: {
        operation: 'redeem',
        request: { uid: event.traceId },
        ...(credentialId === undefined ? {} : { token: { uid: credentialId, type_id: 99, type: 'capability' } }),
      },
      ...blocked('broker.token_exchange', undefined),
    },
    unmapped: acting?.unmapped ?? {},
  };
}

export function issueFiled(event: EventOf<'issue_filed'>): Told {
  const resources = [
    { type: 'issue', uid: event.issue, name: event.identifier },
    { type: 'target', uid: event.credential.target, name: event.credential.target },
  ];
  return redemption(
    event,
    { status: 'success', severity: 'informational' },
    { resources },
    { already_filed: event.alreadyFiled, duration_ms: event.durationMs, ...vaultOf(event) },
  );
}

export function issueFilingFailed(event: EventOf<'issue_filing_failed'>): Told {
  const told = { status: 'failure', severity: 'low', reasons: event.reasons } as const;
  return redemption(event, told, {}, { duration_ms: event.durationMs, ...vaultOf(event) });
}

/** Unmapped: OCSF has no place for a secret store's own names of a read. They join this entry to Vault's audit log. */
function vaultOf({ vault }: EventOf<'issue_filed' | 'issue_filing_failed'>): Json {
  if (vault === undefined) return {};
  return { vault: { request_id: vault.requestId, accessor: vault.accessor, entity: vault.entity } };
}

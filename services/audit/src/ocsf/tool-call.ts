import type { EventOf } from '@sallyport/contracts';
import { type Effect, TOOLS } from '@sallyport/tool-catalog';
import { ACTIVITY, API_ACTIVITY } from './classes.ts';
import { actingFor } from './delegation.ts';
import type { Json, Told } from './envelope.ts';
import { allowed, blocked, decisionId } from './verdict.ts';

type ToolCall = EventOf<'tool_call_requested' | 'tool_call_authorized' | 'tool_call_denied' | 'tool_call_completed'>;

const EFFECTS = new Map<string, Effect>(TOOLS.map((tool) => [tool.name, tool.effect]));

/** What all four events of a call share: API Activity of `tools/call`, the tool as the resource. */
function toolCall(
  event: ToolCall,
  told: Pick<Told, 'status' | 'severity' | 'reasons'>,
  more: Json,
  unmapped: Json,
): Told {
  const acting = actingFor(event.who, event.kind === 'tool_call_completed' ? event.credential?.id : undefined);
  const target = event.kind === 'tool_call_completed' ? event.target : undefined;
  return {
    ...told,
    class: API_ACTIVITY,
    activity: ACTIVITY[EFFECTS.get(event.tool) ?? 'other'],
    tenant: event.who.tenant,
    attributes: {
      ...acting.attributes,
      src_endpoint: { svc_name: event.who.agent },
      dst_endpoint: { svc_name: 'mcp-server' },
      resources: [
        { type: 'mcp_tool', uid: event.tool, name: event.tool },
        ...(target === undefined ? [] : [{ type: 'target', name: target, uid: target }]),
      ],
      ...more,
    },
    unmapped: { ...acting.unmapped, ...(event.tier === undefined ? {} : { tier: event.tier }), ...unmapped },
  };
}

const api = (event: ToolCall, request: Json = {}, response: Json = {}): Json => ({
  operation: 'tools/call',
  service: { name: 'mcp-server' },
  request: { uid: event.traceId, ...request },
  ...response,
});

export function toolCallRequested(event: EventOf<'tool_call_requested'>): Told {
  const request = requestOf(event.args);
  return toolCall(event, { status: 'requested', severity: 'informational' }, { api: api(event, request) }, {});
}

/** Arguments as keyed digest and size; never as values. */
const requestOf = ({ hmac, bytes }: EventOf<'tool_call_requested'>['args']): Json => ({
  data: { arguments_hmac: hmac, arguments_bytes: bytes },
});

export function toolCallAuthorized(event: EventOf<'tool_call_authorized'>): Told {
  return toolCall(
    event,
    { status: 'success', severity: 'informational' },
    { api: api(event), ...allowed('mcp.tool_call', event.decision) },
    decisionId(event.decision),
  );
}

export function toolCallDenied(event: EventOf<'tool_call_denied'>): Told {
  return toolCall(
    event,
    { status: 'failure', severity: 'low', reasons: event.reasons },
    { api: api(event), ...blocked('mcp.tool_call', event.decision) },
    decisionId(event.decision),
  );
}

export function toolCallCompleted(event: EventOf<'tool_call_completed'>): Told {
  const failed = event.outcome === 'failure';
  const response = {
    response: {
      data: { result_bytes: event.resultBytes, masked: event.masked },
      ...(event.reasons[0] === undefined ? {} : { error: event.reasons[0] }),
    },
  };
  return toolCall(
    event,
    { status: event.outcome, severity: failed ? 'low' : 'informational', reasons: event.reasons },
    { api: api(event, event.args && requestOf(event.args), response), ...allowed('mcp.tool_call', event.decision) },
    { ...decisionId(event.decision), duration_ms: event.durationMs, ...credentialOf(event.credential) },
  );
}

function credentialOf(credential: EventOf<'tool_call_completed'>['credential']): Json {
  return credential === undefined ? {} : { credential };
}

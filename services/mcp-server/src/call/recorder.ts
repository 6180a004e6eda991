import { type AuditClient, uuidv7 } from '@sallyport/audit-client';
import { actorChain, type Caller, type EventOf, type PlatformEvent, type Who } from '@sallyport/contracts';
import type { Logger } from '@sallyport/telemetry';
import type { Credential } from './credential.ts';
import type { AdmittedCall } from './decide.ts';
import type { KeyedDigest } from './identifiers.ts';
import { type Refusal, reasonsOf, refuse } from './refusal.ts';
import type { ValidCall } from './valid-call.ts';

declare const recorded: unique symbol;
/** A call whose intent is on record; only `Recorder.intent` makes one. */
export type RecordedCall = AdmittedCall & {
  readonly [recorded]: true;
  /** Settles when the intent is on the local disk; a tier 2 call is not made before it is durable at audit. */
  readonly intentKept: Promise<void>;
};

export interface RecorderOptions {
  audit: Pick<AuditClient, 'record' | 'recordDurably' | 'recordLater' | 'full'>;
  argumentsDigest: KeyedDigest;
  logger: Logger;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** How a call ended, for its last event. */
export interface Ending {
  refusal?: Refusal;
  durationMs: number;
  resultBytes: number;
  masked: Record<string, number>;
  credential?: Credential | undefined;
  target?: string | undefined;
}

/** How far a refused call came. */
export interface Reached {
  valid?: ValidCall | undefined;
  admitted?: AdmittedCall | undefined;
}

/** The longest tool name an event takes; what is no tool name at all is not written down as the caller spelt it. */
const TOOL_NAME = /^[a-z][a-z0-9_]{0,63}$/;

const KEPT = Promise.resolve();

/** Writes the story of a call: requested, authorized or denied, completed (C-AU-1). */
export class Recorder {
  constructor(private readonly options: RecorderOptions) {}

  /**
   * Before anything is done: tier 2 waits until audit has it durably; tier 1 is on the local disk before the answer is given;
   * a harmless tier 0 call is one event, told at its end (C-AU-2; ADR 0007).
   * @throws CallRefused audit_unavailable
   */
  async intent(call: AdmittedCall, traceId: string): Promise<RecordedCall> {
    const { audit } = this.options;
    const { tier } = call.tool.definition;
    const { id, revision } = call.decision;
    if (tier === 0) {
      if (audit.full) refuse({ reason: 'audit_unavailable' });
      return { ...call, intentKept: KEPT } as RecordedCall;
    }
    const events: PlatformEvent[] = [
      this.#requested(call, traceId),
      { ...this.#about(call, traceId), kind: 'tool_call_authorized', tier, decision: { id, revision } },
    ];
    if (tier === 1) {
      const intentKept = audit.record(...events);
      intentKept.catch(() => undefined); // awaited before the answer; this only keeps an early failure from being unhandled
      return { ...call, intentKept } as RecordedCall;
    }
    try {
      await audit.recordDurably(events);
    } catch (error) {
      this.options.logger.error({ err: error }, 'a tier 2 call was refused because its record could not be kept');
      refuse({ reason: 'audit_unavailable' });
    }
    return { ...call, intentKept: KEPT } as RecordedCall;
  }

  /** A call that was refused before anything was done; never waited for. */
  denied(name: string, caller: Caller, refusal: Refusal, traceId: string, { valid, admitted }: Reached): void {
    const made = admitted?.decision ?? ('decision' in refusal ? refusal.decision : undefined);
    const decision = made && { id: made.id, revision: made.revision };
    const event: EventOf<'tool_call_denied'> = {
      ...this.#base(caller, traceId),
      kind: 'tool_call_denied',
      tool: TOOL_NAME.test(name) ? name : '(not a tool name)',
      ...(valid ? { tier: valid.tool.definition.tier } : {}),
      ...(decision ? { decision } : {}),
      reasons: reasonsOf(refusal),
    };
    // An admitted call was on its way to the record already: what could not be kept in time follows through the spool.
    this.#spool(valid && !admitted ? [this.#requested(valid, traceId), event] : [event]);
  }

  /** The end of an authorized call. @returns settles when the event is kept, for callers that must wait */
  completed(call: RecordedCall, ending: Ending, traceId: string): Promise<void> {
    const { refusal, durationMs, resultBytes, masked, credential, target } = ending;
    const { id, revision } = call.decision;
    const { tier } = call.tool.definition;
    const event: EventOf<'tool_call_completed'> = {
      ...this.#about(call, traceId),
      kind: 'tool_call_completed',
      tier,
      decision: { id, revision },
      ...(tier === 0 ? { args: this.#argsOf(call) } : {}),
      outcome: refusal ? 'failure' : 'success',
      reasons: refusal ? reasonsOf(refusal) : [],
      durationMs,
      resultBytes,
      masked,
      ...(credential ? { credential: credential.facts } : {}),
      ...(target === undefined ? {} : { target }),
    };
    if (tier === 2) return this.#spool([event]);
    this.#later([event]);
    return KEPT;
  }

  #later(events: PlatformEvent[]): void {
    try {
      this.options.audit.recordLater(...events);
    } catch (error) {
      this.#lost(error, events);
    }
  }

  #lost(error: unknown, events: PlatformEvent[]): void {
    const kinds = events.map(({ kind }) => kind);
    this.options.logger.error({ err: error, kinds }, 'audit events could not be kept');
  }

  #spool(events: PlatformEvent[]): Promise<void> {
    return this.options.audit.record(...events).catch((error: unknown) => this.#lost(error, events));
  }

  #requested(call: ValidCall, traceId: string): EventOf<'tool_call_requested'> {
    const { tier } = call.tool.definition;
    return { ...this.#about(call, traceId), kind: 'tool_call_requested', tier, args: this.#argsOf(call) };
  }

  #argsOf({ canonicalArgs }: ValidCall) {
    const hmac = this.options.argumentsDigest(canonicalArgs).toString('base64url');
    return { hmac, bytes: Buffer.byteLength(canonicalArgs) };
  }

  #about(call: ValidCall, traceId: string) {
    return { ...this.#base(call.caller, traceId), tool: call.tool.definition.name };
  }

  #base(caller: Caller, traceId: string) {
    const time = this.options.now();
    return { uid: uuidv7(time), time, traceId, who: whoOf(caller) };
  }
}

function whoOf(caller: Caller): Who {
  const { sub, name, tenant, clientId, grantId } = caller;
  return { sub, name, tenant, agent: clientId, actors: actorChain(caller.act), grantId };
}

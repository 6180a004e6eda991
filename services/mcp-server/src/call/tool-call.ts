import { trace } from '@opentelemetry/api';
import type { Caller } from '@sallyport/contracts';
import type { Histogram, Logger } from '@sallyport/telemetry';
import type { ToolOutcome } from '../tools/tool-handler.ts';
import type { Catalogue } from './catalogue.ts';
import type { Credential, TokenExchange } from './credential.ts';
import type { AdmittedCall, Decide } from './decide.ts';
import { type FilteredResult, filterResult } from './filter-result.ts';
import type { Limits } from './limit.ts';
import type { RecordedCall, Recorder } from './recorder.ts';
import { CallRefused, type Refusal, refuse } from './refusal.ts';
import { spanFacts } from './span-facts.ts';
import { type ToolCallRequest, type ValidCall, validate } from './valid-call.ts';

/** What a call came to; each wire says it in its own words (`mcp/mcp.errors.ts`). */
export type CallAnswer = { traceId: string } & (
  | { kind: 'result'; result: FilteredResult }
  | { kind: 'refused'; refusal: Refusal }
);

export interface ToolCallParts {
  catalogue: Catalogue;
  limits: Limits;
  decide: Decide;
  recorder: Recorder;
  exchange: TokenExchange;
  duration: Histogram<'tool' | 'outcome'>;
  logger: Logger;
}

/** How far a call came: decides which event ends its story. */
interface Progress {
  valid?: ValidCall;
  admitted?: AdmittedCall;
  recorded?: RecordedCall;
  credential?: Credential;
  outcome?: ToolOutcome;
}

/**
 * The path of a call, left to right; every step takes the type that only the step before makes, so that leaving one out
 * does not compile. Whatever carries calls — the SDK's handler today, a fast path tomorrow — calls `run` and nothing else.
 */
export class ToolCall {
  constructor(private readonly parts: ToolCallParts) {}

  /** Never throws: what goes wrong is an answer, and is on record. */
  async run(request: ToolCallRequest, caller: Caller, traceId: string): Promise<CallAnswer> {
    const started = performance.now();
    const progress: Progress = {};
    let answer: CallAnswer;
    try {
      answer = { traceId, kind: 'result', result: await this.#steps(request, caller, traceId, progress) };
    } catch (error) {
      answer = { traceId, kind: 'refused', refusal: this.#refusalOf(error) };
    }
    await this.#end(request, caller, answer, progress, performance.now() - started);
    return answer;
  }

  async #steps(request: ToolCallRequest, caller: Caller, traceId: string, progress: Progress): Promise<FilteredResult> {
    const { catalogue, limits, decide, recorder } = this.parts;
    limits.charge(caller);
    const valid = await validate(request, caller, catalogue);
    progress.valid = valid;
    const limited = limits.take(valid);
    const admitted = await decide.admit(limited);
    progress.admitted = admitted;
    const recorded = await recorder.intent(admitted, traceId);
    progress.recorded = recorded;
    const outcome = await this.#run(recorded, progress);
    progress.outcome = outcome;
    const result = filterResult(outcome, recorded.tool.definition);
    // Nothing is handed out whose request is on no disk; the wait ran beside the work.
    await recorded.intentKept.catch(() => refuse({ reason: 'audit_unavailable' }));
    return result;
  }

  /** Masking comes before the exchange: a capability is bound to the exact variables it will be used with. */
  async #run(call: RecordedCall, progress: Progress): Promise<ToolOutcome> {
    const prepared = await call.tool.handler.prepare(call);
    if ('outcome' in prepared) return prepared.outcome;
    const deadline = AbortSignal.timeout(call.tool.definition.limits.timeoutMs);
    const credential = await this.parts.exchange.obtain(call, prepared.deed, deadline);
    progress.credential = credential;
    return prepared.deed.perform(credential, deadline);
  }

  #refusalOf(error: unknown): Refusal {
    if (error instanceof CallRefused) return error.refusal;
    this.parts.logger.error({ err: error }, 'a tool call failed');
    return { reason: 'internal' };
  }

  async #end(request: ToolCallRequest, caller: Caller, answer: CallAnswer, progress: Progress, durationMs: number) {
    const { recorder, duration } = this.parts;
    const { valid, admitted, recorded, credential, outcome } = progress;
    const refusal = answer.kind === 'refused' ? answer.refusal : undefined;
    const masked = outcome?.masked ?? {};
    const labels = { tool: valid?.tool.definition.name ?? 'unknown', outcome: refusal?.reason ?? 'success' };
    duration.observe(labels, durationMs / 1_000);
    trace.getActiveSpan()?.setAttributes(spanFacts({ caller, valid, admitted, refusal, masked }));
    if (!recorded) {
      const reason = refusal ?? { reason: 'internal' };
      return recorder.denied(request.name, caller, reason, answer.traceId, { valid, admitted });
    }
    const resultBytes = answer.kind === 'result' ? answer.result.bytes : 0;
    const ending = {
      ...(refusal ? { refusal } : {}),
      durationMs,
      resultBytes,
      masked,
      credential,
      target: outcome?.target,
    };
    const kept = recorder.completed(recorded, ending, answer.traceId);
    // C-AU-2: of an act that changed something the end is on disk before the answer is given.
    if (recorded.tool.definition.tier === 2) await kept;
  }
}

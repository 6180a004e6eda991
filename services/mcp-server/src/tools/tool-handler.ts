import type { AuthorizationDetail } from '@sallyport/contracts';
import type { ToolDefinition } from '@sallyport/tool-catalog';
import type { z } from 'zod';
import type { Credential } from '../call/credential.ts';
import type { RecordedCall } from '../call/recorder.ts';

/** What a handler answers; still unfiltered. */
export interface ToolOutcome<Result = Record<string, unknown>> {
  result: Result;
  /** PII type → how many values were masked on the way. */
  masked: Record<string, number>;
  /** What was touched, for the record: ids only. */
  target?: string;
}

/**
 * An act on the world, prepared down to its last masked word. It needs a credential made for exactly these details, and
 * nothing but the exchange makes one.
 */
export interface Deed<Result = Record<string, unknown>> {
  detail: AuthorizationDetail;
  perform(credential: Credential, signal: AbortSignal): Promise<ToolOutcome<Result>>;
}

/** Either the answer, when no credential is needed (a read, a dry run), or the deed. */
export type Prepared<Result = Record<string, unknown>> = { outcome: ToolOutcome<Result> } | { deed: Deed<Result> };

/** A tool's own part of a call; it runs only after the call was recorded. */
export interface ToolHandler {
  prepare(call: RecordedCall): Promise<Prepared>;
}

/** A recorded call with the arguments of one tool. */
export type CallOf<T extends ToolDefinition> = Omit<RecordedCall, 'args'> & { readonly args: z.output<T['input']> };

/** Ties a handler to its definition: arguments and result have the types of the tool's schemas. */
export function handlerOf<T extends ToolDefinition>(
  _definition: T,
  prepare: (call: CallOf<T>) => Promise<Prepared<z.input<T['output']>>>,
): ToolHandler {
  // `validate` parsed the arguments with this very definition's schema, so the narrower type is true.
  return { prepare: prepare as unknown as ToolHandler['prepare'] };
}

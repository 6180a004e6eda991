import { type DecisionResult, decisionResult } from '@sallyport/contracts';

/** What is answered when policy does not answer, or answers nonsense: no (C-AZ-9). */
export const UNAVAILABLE: DecisionResult = { allow: false, reasons: ['policy_unavailable'], obligations: [] };

/**
 * Takes an engine's answer for what it is worth. An answer of another shape, with a reason outside the word list, an
 * `allow` with reasons or a refusal without one is garbled, and a garbled answer is `UNAVAILABLE`.
 */
export function judge(answer: unknown): DecisionResult {
  const parsed = decisionResult.safeParse(answer);
  if (!parsed.success) return UNAVAILABLE;
  return parsed.data.allow === (parsed.data.reasons.length === 0) ? parsed.data : UNAVAILABLE;
}

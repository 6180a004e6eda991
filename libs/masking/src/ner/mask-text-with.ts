import { maskingOf } from '../mask-text.ts';
import { MaskingRefused } from '../refusal.ts';
import { DEADLINE_MS, type MaskOptions, type MaskOutcome, maskedBy } from '../text-masking.ts';
import type { EntityRecogniser, RecognisedEntity } from './entity-recogniser.ts';

export interface RecogniserOptions extends MaskOptions {
  /** What the model is less sure of is left to the rules; defaults to 0.5. */
  minScore?: number;
}

/**
 * As `maskText`, with what a model recognises besides. A model that fails, or is not done within the deadline, refuses
 * the text: nothing is masked by half.
 *
 * @throws MaskingRefused as `maskText` does; `recogniser_failed`
 */
export async function maskTextWith(
  recogniser: EntityRecogniser,
  text: string,
  options: RecogniserOptions,
): Promise<MaskOutcome> {
  const minScore = options.minScore ?? 0.5;
  const answer = await recognised(recogniser, text, options.deadlineMs ?? DEADLINE_MS);
  return maskedBy(() => {
    if (answer instanceof MaskingRefused) throw answer;
    const sure = answer.filter(({ score }) => score >= minScore);
    return maskingOf(text, { ...options, recognised: sure }).run();
  }, options.profile);
}

async function recognised(
  recogniser: EntityRecogniser,
  text: string,
  deadlineMs: number,
): Promise<RecognisedEntity[] | MaskingRefused> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MaskingRefused>((resolve) => {
    timer = setTimeout(() => resolve(new MaskingRefused('masking_failed', 'deadline_passed')), deadlineMs);
  });
  const failed = () => new MaskingRefused('masking_failed', 'recogniser_failed');
  const answer = await Promise.race([recogniser.recognise(text).catch(failed), late]).finally(() =>
    clearTimeout(timer),
  );
  if (answer instanceof MaskingRefused) return answer;
  return answer.every(({ start, end }) => start >= 0 && start < end && end <= text.length) ? answer : failed();
}

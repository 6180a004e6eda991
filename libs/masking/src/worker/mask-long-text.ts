import { maskText } from '../mask-text.ts';
import { PlaceholderSession } from '../placeholders.ts';
import { MaskingRefused } from '../refusal.ts';
import {
  LONG_TEXT_LIMIT,
  type MaskOptions,
  type MaskOutcome,
  maskedBy,
  outcomeOf,
  TEXT_LIMIT,
} from '../text-masking.ts';
import { MaskingWorker } from './masking-worker.ts';
import type { Answer } from './messages.ts';

/** Time a long text may take, in milliseconds: ten times what 1 MiB of ordinary text needs. */
export const LONG_DEADLINE_MS = 10_000;

const shared = new MaskingWorker();

/** As `MaskOptions`; the clock is that of the machine, since the deadline is kept by ending a thread. */
export type LongMaskOptions = Omit<MaskOptions, 'now'>;

/**
 * As `maskText`, for texts of up to 1 MiB: above 64 KiB a worker thread reads them, so that others are not kept waiting,
 * and is ended when the deadline passes. The same text gives the same result here and there.
 *
 * @throws MaskingRefused as `maskText` does, `text_too_long` above 1 MiB; profile `log` never throws
 */
export async function maskLongText(
  text: string,
  options: LongMaskOptions,
  worker: MaskingWorker = shared,
): Promise<MaskOutcome> {
  if (text.length <= TEXT_LIMIT) return maskText(text, options);
  const session = options.session ?? new PlaceholderSession();
  const answer = text.length > LONG_TEXT_LIMIT ? TOO_LONG : await ask(worker, text, options, session);
  return maskedBy(() => {
    if ('refused' in answer) throw new MaskingRefused(answer.refused.reason, answer.refused.why, answer.refused.at);
    session.reserve(text);
    for (const name of answer.names) session.learn(name);
    return outcomeOf(text, answer.found, session, options.profile);
  }, options.profile);
}

const TOO_LONG: Answer = { refused: { reason: 'text_too_long', why: 'longer_than_1_mib', at: undefined } };

/** The worker's answer, or the refusal it ended with: what becomes of one is for the profile to say. */
async function ask(
  worker: MaskingWorker,
  text: string,
  { known = {}, deadlineMs = LONG_DEADLINE_MS }: LongMaskOptions,
  session: PlaceholderSession,
): Promise<Answer> {
  try {
    return await worker.run({ text, known, names: [...session.learnedNames], deadlineMs });
  } catch (error) {
    const why = error instanceof MaskingRefused ? error.why : 'detector_failed';
    return { refused: { reason: 'masking_failed', why, at: undefined } };
  }
}

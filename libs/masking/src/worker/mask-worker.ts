/* The thread that reads long texts: one task in, one answer out. Started by MaskingWorker. */
import { parentPort } from 'node:worker_threads';
import { maskingOf } from '../mask-text.ts';
import { PlaceholderSession } from '../placeholders.ts';
import { MaskingRefused } from '../refusal.ts';
import { LONG_TEXT_LIMIT } from '../text-masking.ts';
import type { Answer, Task } from './messages.ts';

function answer({ text, known, names, deadlineMs }: Task): Answer {
  const session = new PlaceholderSession();
  for (const name of names) session.learn(name);
  try {
    const masking = maskingOf(text, { known, session, deadlineMs, profile: 'result' }, LONG_TEXT_LIMIT);
    return { found: masking.find(), names: [...session.learnedNames] };
  } catch (error) {
    const refusal = error instanceof MaskingRefused ? error : new MaskingRefused('masking_failed', 'detector_failed');
    return { refused: { reason: refusal.reason, why: refusal.why, at: refusal.at } };
  }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)));

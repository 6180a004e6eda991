import { Worker } from 'node:worker_threads';
import { MaskingRefused } from '../refusal.ts';
import type { RefusalCause } from '../types.ts';
import type { Answer, Task } from './messages.ts';

/** Beside this file, TypeScript where this is TypeScript. */
const ENTRY = new URL(`./mask-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
const HEAP_MIB = 512;

/** One thread for long texts, started with the first and kept; tasks wait for one another. */
export class MaskingWorker {
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Has a task done. A thread that is not done by then is ended, in the middle of whatever it does.
   *
   * @throws MaskingRefused `deadline_passed` when `task.deadlineMs` pass from now, the time in the queue included;
   * `detector_failed` when the thread dies
   */
  run(task: Task): Promise<Answer> {
    const expires = performance.now() + task.deadlineMs;
    const answer = this.#last.then(() => this.#runNow({ ...task, deadlineMs: expires - performance.now() }));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Ends the thread; the next task starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #runNow(task: Task): Promise<Answer> {
    if (task.deadlineMs <= 0) return Promise.reject(new MaskingRefused('masking_failed', 'deadline_passed'));
    this.#worker ??= new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
    const worker = this.#worker;
    return new Promise<Answer>((resolve, reject) => {
      const done = (act: () => void) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', died).off('exit', died).unref();
        act();
      };
      const answered = (answer: Answer) => done(() => resolve(answer));
      // The refusal waits until the thread has ended: nothing works on the text after it.
      const fail = (why: RefusalCause) =>
        done(() => void this.close().finally(() => reject(new MaskingRefused('masking_failed', why))));
      const died = () => fail('detector_failed');
      const timer = setTimeout(() => fail('deadline_passed'), task.deadlineMs);
      worker.on('message', answered).on('error', died).on('exit', died).ref();
      worker.postMessage(task);
    });
  }
}

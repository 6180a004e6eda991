import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The story meets people who have agreed to nothing yet, browsers and scenarios somebody who has connected nothing; outages come
 * after everybody who needs the stack whole; the record is judged when nobody speaks any more.
 */
const TURNS = ['scenarios/story', 'browser/', 'scenarios/', '', 'outage/', 'record/'];

/** Runs spec files in turns, and by name within one, so that a run can be told again. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const path = relative(this.ctx.config.root, moduleId);
      const turn = TURNS.findIndex((start) => start !== '' && path.startsWith(start));
      return `${turn < 0 ? TURNS.indexOf('') : turn} ${path}`;
    };
    return [...files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }
}

import { runVitest } from './test/run-vitest.ts';

/** `npm test [-- vitest arguments]`: every test that needs nothing but npm; the last line is the count. */
process.exit(runVitest('test', process.argv.slice(2)));

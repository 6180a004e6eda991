import { join } from 'node:path';
import { conclude, runVitest } from './test/run-vitest.ts';

/**
 * `npm test [-- vitest arguments]`: every test that needs nothing but npm — specs beside the code, then the whole house over
 * HTTP. With arguments, only the specs they name. The last line is the count.
 */
const args = process.argv.slice(2);
const specs = runVitest('test', args);
if (args.length > 0) conclude(specs);
conclude(specs, runVitest('e2e', ['--config', join(import.meta.dirname, '../test/e2e/vitest.config.ts')]));

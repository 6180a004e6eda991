import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { InOrder } from './house/in-order.ts';

/** As in the root configuration: workspace packages are taken from their TypeScript. */
const SOURCE = '@sallyport/source';

/** One real stack for all specs; they share its counters, so one file runs at a time and in the order of `InOrder`. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: [SOURCE] },
  ssr: {
    resolve: { conditions: [SOURCE, 'node', 'module-sync'], externalConditions: [SOURCE, 'node', 'module-sync'] },
  },
  test: {
    include: ['**/*.spec.ts'],
    // Those need a cluster and have a configuration of their own.
    exclude: ['cluster/**', '**/node_modules/**'],
    globalSetup: [join(import.meta.dirname, 'house/global-setup.ts')],
    setupFiles: [join(import.meta.dirname, 'house/listen-in.ts')],
    sequence: { sequencer: InOrder },
    fileParallelism: false,
    isolate: false,
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});

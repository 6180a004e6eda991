import { basename, join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SOURCE = '@sallyport/source';
/** What only looks comes first; what breaks things, then what changes the installation, then its end. */
const ORDER = [
  'install',
  'manifests',
  'posture',
  'walls',
  'egress',
  'placements',
  'story',
  'policy-engine',
  'disruption',
  'upgrade',
  'uninstall',
];

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => ORDER.indexOf(basename(moduleId, '.spec.ts'));
    return [...files].sort((left, right) => place(left) - place(right));
  }
}

/** One installation for all specs, one after the other: they share it, and some take it apart. */
export default defineConfig({
  root: import.meta.dirname,
  resolve: { conditions: [SOURCE] },
  ssr: {
    resolve: { conditions: [SOURCE, 'node', 'module-sync'], externalConditions: [SOURCE, 'node', 'module-sync'] },
  },
  test: {
    include: ['*.spec.ts'],
    globalSetup: [join(import.meta.dirname, 'global-setup.ts')],
    setupFiles: [join(import.meta.dirname, 'door/names.ts')],
    sequence: { sequencer: InOrder },
    fileParallelism: false,
    passWithNoTests: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    teardownTimeout: 300_000,
  },
});

import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

/** Workspace packages are tested from their TypeScript, never from a stale build. */
const SOURCE = '@sallyport/source';

export default defineConfig({
  // Nest reads constructor types from decorator metadata; swc emits it, esbuild-style strippers do not.
  plugins: [
    swc.vite({
      jsc: {
        target: 'es2024',
        transform: { legacyDecorator: true, decoratorMetadata: true },
        parser: { syntax: 'typescript', decorators: true },
      },
    }),
  ],
  resolve: { conditions: [SOURCE] },
  // `import` must not be listed: Node adds it to import and would then see it in require() as well.
  ssr: {
    resolve: { conditions: [SOURCE, 'node', 'module-sync'], externalConditions: [SOURCE, 'node', 'module-sync'] },
  },
  test: {
    globalSetup: ['scripts/test/database-template.ts'],
    include: ['{libs,services,simulators,examples,deploy,scripts}/**/*.spec.ts'],
    passWithNoTests: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

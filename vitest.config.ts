import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

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
  resolve: { conditions: ['@sallyport/source'] },
  ssr: {
    resolve: {
      conditions: ['@sallyport/source', 'node', 'module-sync', 'import', 'default'],
      externalConditions: ['@sallyport/source', 'node', 'module-sync', 'import', 'default'],
    },
  },
  test: {
    include: ['{libs,services,simulators,examples,deploy,scripts}/**/*.spec.ts'],
    passWithNoTests: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

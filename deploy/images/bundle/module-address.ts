import { dirname, relative, sep } from 'node:path';
import type { Plugin } from 'rolldown';

const APP = '__SALLYPORT_APP__';

/**
 * Keeps what a module of the workspace finds beside itself: in the bundle, `import.meta.url` of `libs/policy/dist/policy.js` is
 * `<app>/libs/policy/dist/policy.js`, wherever the module's code went. Files that modules look for are then packed at the
 * same place under the app's directory.
 */
export function moduleAddress(root: string): Plugin {
  return {
    name: 'module-address',
    transform: {
      filter: { code: 'import.meta.url' },
      handler(code, id) {
        const path = relative(root, id).split(sep).join('/');
        if (path.startsWith('..') || path.startsWith('node_modules/')) return null;
        return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, ${APP}).href`);
      },
    },
    renderChunk(code, chunk) {
      if (!code.includes(APP)) return null;
      const up = relative(dirname(chunk.fileName), '.') || '.';
      return code.replaceAll(APP, `new URL(${JSON.stringify(`${up}/`)}, import.meta.url)`);
    },
  };
}

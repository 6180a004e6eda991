import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { moduleAddress } from './module-address.ts';

/** One program for Node: its entries and the chunks that they share. */
export interface Bundle {
  /** Code by path under the app's directory. */
  files: Map<string, string>;
  /** Files whose code is in it, relative to the repository, sorted. */
  modules: string[];
}

/**
 * Packages that the frameworks load when they are installed, and do without when they are not; and PGlite, which serves one
 * machine, never a cluster. Anything else that cannot be found breaks the build.
 */
const LEFT_OUT = [
  /^@electric-sql\/pglite$/,
  /^@nestjs\/(microservices|websockets)(\/|$)/,
  /^@fastify\/(static|view|multipart)$/,
  /^class-(validator|transformer)$/,
  /^pg-native$/,
];

/**
 * Bundles compiled JavaScript (`tsc -b`, so that decorators have their metadata) with the packages it uses, and only those.
 * @param entries name of an entry (`main`, `idp/main`) → compiled file relative to `root`
 * @throws Error for an import that cannot be found
 */
export async function bundleApp(root: string, entries: Record<string, string>): Promise<Bundle> {
  const missing: string[] = [];
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    platform: 'node',
    external: LEFT_OUT,
    plugins: [moduleAddress(root)],
    onLog(_level, log) {
      if (log.code === 'UNRESOLVED_IMPORT') missing.push(log.message.split('\n')[0] ?? '');
    },
  });
  try {
    const { output } = await build.generate({
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      // class names are what people see in errors and what Nest tells providers apart by
      keepNames: true,
    });
    if (missing.length > 0) throw new Error(`imports that cannot be found: ${missing.join('; ')}`);
    const files = new Map<string, string>();
    const modules = new Set<string>();
    for (const part of output) {
      if (part.type !== 'chunk') throw new Error(`${part.fileName}: a bundle has code only`);
      files.set(part.fileName, part.code);
      for (const id of part.moduleIds) if (id.startsWith(root)) modules.add(relative(root, id));
    }
    return { files, modules: [...modules].sort() };
  } finally {
    await build.close();
  }
}

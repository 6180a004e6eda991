import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { moduleAddress } from './module-address.ts';

/** Programs for Node, each in one file. */
export interface Bundle {
  /** Code by path under the app's directory. */
  files: Map<string, string>;
  /** Files whose code is in them, relative to the repository, sorted. */
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
 * Entries share nothing: code in common chunks would run before what an entry imports first.
 * @param entries name of an entry (`main`, `idp/main`) → compiled file relative to `root`
 * @throws Error for an import that cannot be found
 */
export async function bundleApp(root: string, entries: Record<string, string>): Promise<Bundle> {
  const files = new Map<string, string>();
  const modules = new Set<string>();
  for (const [name, file] of Object.entries(entries)) {
    const { code, moduleIds } = await bundleEntry(root, name, file);
    files.set(`${name}.js`, code);
    for (const id of moduleIds) if (id.startsWith(root)) modules.add(relative(root, id));
  }
  return { files, modules: [...modules].sort() };
}

async function bundleEntry(root: string, name: string, file: string) {
  const missing: string[] = [];
  const build = await rolldown({
    cwd: root,
    input: { [name]: join(root, file) },
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
      codeSplitting: false,
      // class names are what people see in errors and what Nest tells providers apart by
      keepNames: true,
    });
    if (missing.length > 0) throw new Error(`imports that cannot be found: ${missing.join('; ')}`);
    const [only, ...more] = output;
    if (more.length > 0) throw new Error(`${file}: more than one file came of it`);
    return only;
  } finally {
    await build.close();
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleApp } from './bundle.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'sallyport-bundle-')));
afterAll(() => rmSync(root, { recursive: true }));
function write(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return path;
}
/** Writes a bundle as an image has it and runs one of its files. */
async function run(entries: Record<string, string>, file: string): Promise<string> {
  const app = mkdtempSync(join(root, 'app-'));
  for (const [path, code] of (await bundleApp(root, entries)).files) {
    mkdirSync(dirname(join(app, path)), { recursive: true });
    writeFileSync(join(app, path), code);
  }
  writeFileSync(join(app, 'package.json'), '{"type":"module"}');
  return execFileSync(process.execPath, [join(app, file)], { encoding: 'utf8' }).replaceAll(app, '<app>');
}

describe('a bundle', () => {
  write('node_modules/p/package.json', '{"name":"p","version":"1.0.0","main":"i.js"}');
  write('node_modules/p/i.js', 'exports.where = typeof require;');

  it('breaks the build for an import that cannot be found', async () => {
    const entry = write('missing.js', "import 'nowhere-to-be-found';");
    await expect(bundleApp(root, { main: entry })).rejects.toThrow('nowhere-to-be-found');
  });

  it('does without what frameworks ask for but nobody installed', async () => {
    const entry = write('optional.js', "import('class-validator').catch((e) => console.log(e.code));");
    expect(await run({ main: entry }, 'main.js')).toBe('ERR_MODULE_NOT_FOUND\n');
  });

  it('leaves every module where it thinks it is, however deep its entry', async () => {
    write('libs/x/dist/own.js', "export const own = new URL('../data/f', import.meta.url).pathname;");
    const entry = write(
      'services/s/dist/main.js',
      "import { own } from '../../../libs/x/dist/own.js'; console.log(own);",
    );
    expect(await run({ main: entry }, 'main.js')).toBe('<app>/libs/x/data/f\n');
    expect(await run({ 'idp/main': entry }, 'idp/main.js')).toBe('<app>/libs/x/data/f\n');
  });

  it('runs what an entry imports first before everything else, in each of its entries', async () => {
    write('polyfill.js', 'globalThis.polyfilled = true;');
    write('shared.js', 'export const seen = globalThis.polyfilled === true;');
    const one = write(
      'one.js',
      "import './polyfill.js'; import { seen } from './shared.js'; console.log('one', seen);",
    );
    const two = write(
      'two.js',
      "import './polyfill.js'; import { seen } from './shared.js'; console.log('two', seen);",
    );
    expect(await run({ main: one, migrate: two }, 'main.js')).toBe('one true\n');
    expect(await run({ main: one, migrate: two }, 'migrate.js')).toBe('two true\n');
  });

  it('keeps the names of classes, also of two that have the same', async () => {
    write('c1.js', 'export class Same extends Error {}');
    write('c2.js', 'export class Same extends Error {}');
    const entry = write(
      'names.js',
      "import { Same as A } from './c1.js'; import { Same as B } from './c2.js'; console.log(A.name, B.name);",
    );
    expect(await run({ main: entry }, 'main.js')).toBe('Same Same\n');
  });

  it('takes CommonJS packages in, names its modules, and is the same when it is made again', async () => {
    const entry = write('cjs.js', "import p from 'p'; console.log(p.where);");
    expect(await run({ main: entry }, 'main.js')).toBe('function\n');
    const [one, two] = [await bundleApp(root, { main: entry }), await bundleApp(root, { main: entry })];
    expect(one.modules).toEqual(['cjs.js', 'node_modules/p/i.js']);
    expect(two.files).toEqual(one.files);
    expect(one.files.get('main.js')).not.toContain(root);
  });
});

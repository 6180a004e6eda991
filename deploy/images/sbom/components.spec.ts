import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { billOfMaterials } from './cyclonedx.ts';
import { goComponents } from './go-components.ts';
import { npmPackages, thirdPartyNotices } from './npm-components.ts';

const root = mkdtempSync(join(tmpdir(), 'sallyport-sbom-'));
afterAll(() => rmSync(root, { recursive: true }));
function write(path: string, text: string | object) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof text === 'string' ? text : JSON.stringify(text));
}

write('libs/own/package.json', { name: '@sallyport/own', version: '1.0.0', license: 'Apache-2.0' });
write('node_modules/a/package.json', { name: 'a', version: '2.0.0', license: 'MIT' });
write('node_modules/a/LICENSE', 'the text of a');
write('node_modules/a/esm/package.json', { name: 'a/esm', type: 'module' });
write('node_modules/a/node_modules/@s/b/package.json', { name: '@s/b', version: '3.0.0', licenses: [{ type: 'ISC' }] });

describe('the packages of a bundle', () => {
  it('are those its modules are of, with version and licence, nested ones too', async () => {
    const modules = ['libs/own/dist/x.js', 'node_modules/a/esm/y.js', 'node_modules/a/node_modules/@s/b/z.js'];
    const packages = await npmPackages(root, modules);
    expect(packages.map(({ purl, licences }) => [purl, licences])).toEqual([
      ['pkg:npm/%40s/b@3.0.0', ['ISC']],
      ['pkg:npm/%40sallyport/own@1.0.0', ['Apache-2.0']],
      ['pkg:npm/a@2.0.0', ['MIT']],
    ]);
    expect(thirdPartyNotices(packages)).toBe('a 2.0.0 (MIT)\n\nthe text of a\n');
  });

  it('never leave a module out', async () => {
    await expect(npmPackages(root, ['elsewhere/x.js'])).rejects.toThrow('a module without a package');
  });
});

const goProgram = join(import.meta.dirname, '../../../node_modules/@typescript/typescript-linux-x64/lib/tsc');
describe('the modules of a Go program', () => {
  it.skipIf(!existsSync(goProgram))('are read from the program itself', async () => {
    const components = await goComponents(goProgram);
    expect(components[0]).toMatchObject({ name: 'stdlib', version: expect.stringMatching(/^1\.\d+/) });
    expect(components.length).toBeGreaterThan(3);
    for (const { purl } of components) expect(purl).toMatch(/^pkg:golang\/[\w./~-]+@[\w.+-]+$/);
  });

  it('are not invented for another file', async () => {
    await expect(goComponents(import.meta.filename)).rejects.toThrow('without build information');
  });
});

describe('a bill of materials', () => {
  it('is the same for the same image: sorted, each component once, no time and no serial', () => {
    const a = { type: 'library' as const, name: 'a', version: '1', purl: 'pkg:npm/a@1', licences: ['MIT'] };
    const b = { ...a, name: 'b', purl: 'pkg:npm/b@1', licences: [] };
    const subject = { name: 'audit', version: '0.1.0', digest: 'sha256:00' };
    const bill = billOfMaterials(subject, [b, a, b]);
    expect(bill).toBe(billOfMaterials(subject, [a, b]));
    expect(JSON.parse(bill)).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { name: 'audit', hashes: [{ alg: 'SHA-256', content: '00' }] } },
      components: [{ purl: 'pkg:npm/a@1', licenses: [{ license: { name: 'MIT' } }] }, { purl: 'pkg:npm/b@1' }],
    });
    expect(bill).not.toMatch(/timestamp|serialNumber/);
  });
});

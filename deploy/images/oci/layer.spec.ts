import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { contentKey, writeLayer } from './layer.ts';
import { Tree } from './tree.ts';

const directory = mkdtempSync(join(tmpdir(), 'sallyport-layer-'));
afterAll(() => rmSync(directory, { recursive: true }));
const fresh = () => mkdtempSync(join(directory, 'cache-'));

describe('a tree', () => {
  it.each(['relative', '/a/../b', '/a//b', '/', '/a/./b', '/a/', ''])('refuses the path %j', (path) => {
    expect(() => new Tree().file(path, 'x')).toThrow('not an absolute path');
  });

  it.each([0o4755, 0o2755, 0o6755])('refuses setuid and setgid (%o)', (mode) => {
    expect(() => new Tree().file('/bin/su', 'x', { mode })).toThrow('never packed');
  });

  it('refuses two files in one place', () => {
    expect(() => new Tree().file('/a', '1').file('/a', '2')).toThrow('packed twice');
  });
});

describe('a layer', () => {
  it('is the same bytes, whatever order, clock or file times it was made with', async () => {
    const file = join(directory, 'source');
    writeFileSync(file, 'from a file');
    const one = await writeLayer(new Tree().file('/b/c', 'x').link('/l', 'b/c').program('/a', { file }), fresh());
    utimesSync(file, new Date(), new Date('2031-05-05'));
    const two = await writeLayer(new Tree().program('/a', { file }).file('/b/c', 'x').link('/l', 'b/c'), fresh());
    expect(two.digest).toBe(one.digest);
    expect(readFileSync(two.file).equals(readFileSync(one.file))).toBe(true);
  });

  it('is another when content, mode, owner or a link differs', async () => {
    const trees = [
      new Tree().file('/a', 'x'),
      new Tree().file('/a', 'y'),
      new Tree().file('/a', 'x', { mode: 0o600 }),
      new Tree().file('/a', 'x', { owner: 65_532 }),
      new Tree().file('/b', 'x'),
      new Tree().link('/a', 'x'),
      new Tree().link('/a', 'y'),
      new Tree().directory('/a'),
    ];
    const keys = await Promise.all(trees.map(contentKey));
    expect(new Set(keys).size).toBe(trees.length);
  });

  it('unpacks to what was packed, owners and modes as told, parents added', async () => {
    const tree = new Tree()
      .file('/etc/deep/file', 'text', { mode: 0o640, owner: 65_532 })
      .directory('/tmp', { mode: 0o1777 })
      .link('/lib', 'usr/lib');
    const { file } = await writeLayer(tree, fresh());
    const listing = execFileSync('tar', ['-tvzf', file, '--numeric-owner', '--utc', '--full-time'], {
      encoding: 'utf8',
    });
    const lines = listing
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +/g, ' '));
    expect(lines).toEqual([
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 etc/',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 etc/deep/',
      '-rw-r----- 65532/65532 4 1970-01-01 00:00:00 etc/deep/file',
      'lrwxrwxrwx 0/0 0 1970-01-01 00:00:00 lib -> usr/lib',
      'drwxrwxrwt 0/0 0 1970-01-01 00:00:00 tmp/',
    ]);
  });

  it('keeps any content and long paths byte for byte', async () => {
    const segment = fc.stringMatching(/^[a-zA-Z0-9_-]{1,60}$/);
    const files = fc.dictionary(
      fc.array(segment, { minLength: 3, maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
      fc.uint8Array({ maxLength: 2_000 }),
      { maxKeys: 8 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const tree = new Tree();
        for (const [path, bytes] of Object.entries(contents)) tree.file(path, Buffer.from(bytes));
        const { file, unpacked } = await writeLayer(tree, fresh());
        expect(gunzipSync(readFileSync(file)).length).toBe(unpacked);
        const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).split('\n');
        for (const path of Object.keys(contents)) expect(names).toContain(path.slice(1));
        const at = mkdtempSync(join(directory, 'unpacked-'));
        execFileSync('tar', ['-xzf', file, '-C', at]);
        for (const [path, bytes] of Object.entries(contents)) {
          expect(readFileSync(join(at, path)).equals(Buffer.from(bytes))).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});

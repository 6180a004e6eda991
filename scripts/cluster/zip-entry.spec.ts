import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zipEntry } from './zip-entry.ts';

/** A zip archive as APPNOTE.TXT says, with a local extra field that the directory does not have. */
function zipOf(files: Record<string, { text: string; deflate: boolean; statedSize?: number }>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { text, deflate, statedSize }] of Object.entries(files)) {
    const raw = deflate ? deflateRawSync(Buffer.from(text)) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflate ? 8 : 0, 10);
    entry.writeUInt32LE(raw.length, 20);
    entry.writeUInt32LE(statedSize ?? text.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(local, Buffer.from(name), Buffer.alloc(4), raw);
    offset += 30 + name.length + 4 + raw.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe('zip entries', () => {
  it('refuses what is no archive, a name that is not there, and a size that is not the stated one', () => {
    expect(() => zipEntry(Buffer.from('this is no zip archive at all'), 'a')).toThrow('not a zip archive');
    expect(() => zipEntry(zipOf({ a: { text: 'x', deflate: false } }), 'b')).toThrow('has no b');
    expect(() => zipEntry(zipOf({ a: { text: 'xyz', deflate: false, statedSize: 2 } }), 'a')).toThrow('2 bytes');
  });

  it('does not unpack more than the directory states', () => {
    const bomb = zipOf({ a: { text: 'x'.repeat(100_000), deflate: true, statedSize: 10 } });
    expect(() => zipEntry(bomb, 'a')).toThrow();
  });

  it('reads stored and deflated files, whichever stands first', () => {
    const archive = zipOf({
      'helm/helm': { text: 'helm '.repeat(1000), deflate: true },
      'kubectl/kubectl': { text: 'kubectl', deflate: false },
    });
    expect(zipEntry(archive, 'helm/helm').toString()).toBe('helm '.repeat(1000));
    expect(zipEntry(archive, 'kubectl/kubectl').toString()).toBe('kubectl');
  });
});

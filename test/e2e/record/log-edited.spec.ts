import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { atDoor, house } from '../world/house.ts';
import { type Verdict, verifyLog } from '../world/verifier.ts';

const logDir = join(house.stateDir, 'audit-log');
let copies: string;
/** Pinned before anybody edits: what an auditor has in the safe. */
let key: string;
let earlier: string;

beforeAll(async () => {
  earlier = readFileSync(join(logDir, 'checkpoint'), 'utf8');
  // What producers spooled is shipped as they stop; then the log is whole.
  await atDoor('stop');
  copies = mkdtempSync(join(tmpdir(), 'sallyport-e2e-log-'));
  key = readFileSync(join(logDir, 'log.vkey'), 'utf8').trim();
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

const files = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(directory, path)).isFile(),
  );

/** Edits a copy of the log and has it verified. */
function edited(name: string, edit: (directory: string, bundle: string) => void): Verdict {
  const copy = join(copies, name.replaceAll(/\W+/g, '-'));
  cpSync(logDir, copy, { recursive: true });
  const bundles = files(copy)
    .filter((path) => path.startsWith('tile/entries/'))
    .sort();
  edit(copy, join(copy, bundles[0] as string));
  return verifyLog(copy, key);
}

/** Entries of a bundle (C2SP tlog-tiles: 16-bit length, then the entry). */
function entriesOf(file: string): Buffer[] {
  const bytes = readFileSync(file);
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 2 + bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at, end));
    at = end;
  }
  return entries;
}
const rewrite = (file: string, entries: Buffer[]) => writeFileSync(file, Buffer.concat(entries));

describe('the log on disk', () => {
  it(verifies('audit:tamper-evident', 'as it was left it verifies, every entry of the run'), () => {
    const verdict = verifyLog(logDir, key);
    expect(verdict).toMatchObject({ exit: 0, status: 'ok' });
    expect(verdict.verified).toBe(verdict.size);
    expect(verdict.size).toBeGreaterThan(200);
  });

  it(verifies('audit:tamper-evident', 'it continues a checkpoint that was kept before'), () => {
    const kept = join(copies, 'kept-checkpoint');
    writeFileSync(kept, earlier);
    expect(verifyLog(logDir, key, '--since', kept)).toMatchObject({ exit: 0, status: 'ok' });
  });

  it.each<[string, number, (file: string) => void]>([
    [
      'one character of an entry changed',
      5,
      (file) => {
        const entries = entriesOf(file);
        const entry = Buffer.from(entries[5] as Buffer);
        const at = entry.indexOf('"time":') + 7;
        entry[at] = entry[at] === 0x31 ? 0x32 : 0x31;
        rewrite(file, entries.with(5, entry));
      },
    ],
    [
      'two entries swapped',
      3,
      (file) => {
        const entries = entriesOf(file);
        rewrite(file, entries.with(3, entries[4] as Buffer).with(4, entries[3] as Buffer));
      },
    ],
    [
      'an entry repeated over its neighbour',
      8,
      (file) => {
        const entries = entriesOf(file);
        rewrite(file, entries.with(8, entries[7] as Buffer));
      },
    ],
    [
      'an entry dropped',
      10,
      (file) => {
        const entries = entriesOf(file);
        rewrite(file, entries.toSpliced(10, 1));
      },
    ],
  ])(verifies('audit:tamper-evident', '%s: tampered, first bad entry %i'), (name, index, edit) => {
    const verdict = edited(name, (_, bundle) => edit(bundle));
    expect(verdict).toMatchObject({ exit: 1, status: 'tampered', firstBadIndex: index });
  });

  it(verifies('audit:tamper-evident', 'a bundle cut in half: not verified, the entry named'), () => {
    const verdict = edited('cut', (_, bundle) =>
      writeFileSync(bundle, readFileSync(bundle).subarray(0, statSync(bundle).size / 2)),
    );
    expect([1, 2]).toContain(verdict.exit);
    expect(verdict.firstBadIndex).toBeGreaterThan(0);
  });

  it(verifies('audit:tamper-evident', 'a bundle removed: incomplete, from its first entry on'), () => {
    const verdict = edited('removed', (directory) => {
      for (const path of files(directory)) if (path.startsWith('tile/entries/000')) unlinkSync(join(directory, path));
    });
    expect(verdict).toMatchObject({ exit: 2, status: 'incomplete', firstBadIndex: 0 });
  });

  it(verifies('audit:tamper-evident', 'the checkpoint removed: incomplete'), () => {
    const verdict = edited('no checkpoint', (directory) => unlinkSync(join(directory, 'checkpoint')));
    expect(verdict).toMatchObject({ exit: 2, status: 'incomplete' });
  });

  it(verifies('audit:tamper-evident', 'a checkpoint that claims another size: tampered'), () => {
    const verdict = edited('size', (directory) => {
      const file = join(directory, 'checkpoint');
      const [origin, size, ...rest] = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, [origin, Number(size) - 1, ...rest].join('\n'));
    });
    expect(verdict).toMatchObject({ exit: 1, status: 'tampered' });
  });

  it(verifies('audit:tamper-evident', 'an older checkpoint put back: the one that was kept says so'), () => {
    const copy = join(copies, 'rolled-back');
    cpSync(logDir, copy, { recursive: true });
    writeFileSync(join(copy, 'checkpoint'), earlier);
    const kept = join(copies, 'last-checkpoint');
    writeFileSync(kept, readFileSync(join(logDir, 'checkpoint')));
    expect(verifyLog(copy, key, '--since', kept)).toMatchObject({ exit: 1, status: 'tampered' });
  });
});

describe('the SIEM’s file', () => {
  it(verifies('audit:siem-same'), () => {
    const bundles = files(logDir).filter((path) => /^tile\/entries\/\d+(\.p\/\d+)?$/.test(path));
    const last = new Map<string, string>();
    for (const path of bundles.sort((a, b) => Number(a.split('.p/')[1] ?? 256) - Number(b.split('.p/')[1] ?? 256))) {
      last.set(path.split('.p/')[0] as string, path);
    }
    const inLog = [...last]
      .sort()
      .flatMap(([, path]) => entriesOf(join(logDir, path)).map((entry) => entry.subarray(2).toString()));
    const inFile = readFileSync(join(house.stateDir, 'siem.ndjson'), 'utf8').split('\n').filter(Boolean);
    expect(inFile).toEqual(inLog);
  });
});

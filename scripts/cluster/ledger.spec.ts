import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, Ledger, statFields } from './ledger.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-'));
  file = join(dir, 'state.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

describe.runIf(process.platform === 'linux')('the ledger of processes', () => {
  it('refuses to record a process that does not run', () => {
    expect(() => Ledger.create(file).add('gone', 2 ** 30)).toThrow('ended as soon as it was started');
  });

  it('does not take another process for the recorded one when the pid is used again', () => {
    const recorded = Ledger.create(file).add('this', process.pid);
    expect(isAlive(recorded)).toBe(true);
    expect(isAlive({ ...recorded, startTicks: '1' })).toBe(false);
  });

  it('is on disk as soon as something is added, in order, and for its owner only', () => {
    const ledger = Ledger.create(file);
    ledger.saveSysctls({ 'kernel/panic': '1' });
    ledger.add('first', process.pid);
    ledger.add('second', process.ppid);
    const again = Ledger.read(file);
    expect(again?.processes.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(again?.find('second')?.pid).toBe(process.ppid);
    expect(again?.sysctls).toEqual({ 'kernel/panic': '1' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('of another boot has nothing to end and nothing to put back', () => {
    Ledger.create(file).add('this', process.pid);
    const state = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...state, bootId: 'another', sysctls: { 'kernel/panic': '9' } }));
    expect(Ledger.read(file)).toMatchObject({ processes: [], sysctls: {} });
  });

  it('that is missing or cannot be read is none', () => {
    expect(Ledger.read(file)).toBeUndefined();
    writeFileSync(file, '{"processes": [');
    expect(Ledger.read(file)).toBeUndefined();
  });
});

describe('/proc/PID/stat', () => {
  it('is read past a name with spaces and brackets', () => {
    expect(statFields('42 (a (b) c) S 7 42').slice(0, 2)).toEqual(['S', '7']);
  });
});

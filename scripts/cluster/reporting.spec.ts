import { describe, expect, it } from 'vitest';
import { linkFlags } from './binaries.ts';
import { lastLines } from './command.ts';
import { missingPackages } from './packages.ts';
import { resultOf } from './policy-suite.ts';
import { duration, Progress } from './progress.ts';
import { Report, table } from './selftest/report.ts';
import { described } from './status.ts';

describe('a report of checks', () => {
  it('fails on a difference, on an exception and on having checked nothing', () => {
    expect(new Report().passed).toBe(false);
    const report = new Report(() => 0);
    report.check('equal', 'denied', () => 'denied');
    expect(report.passed).toBe(true);
    report.check('different', 'denied', () => 'connected');
    report.check('thrown', 'denied', () => {
      throw new Error('first line\nno route to host');
    });
    expect(report.checks.map(({ ok, seen }) => [ok, seen])).toEqual([
      [true, 'denied'],
      [false, 'connected'],
      [false, 'no route to host'],
    ]);
    expect(report.passed).toBe(false);
  });

  it('is a table with aligned columns', () => {
    const lines = table([{ name: 'short', expected: 'denied', seen: 'connected', ok: false, ms: 7 }]).split('\n');
    expect(lines[1]).toBe('✗  short  denied    connected  7 ms');
    expect(lines[0]?.indexOf('expected')).toBe(lines[1]?.indexOf('denied'));
  });
});

describe('progress', () => {
  it('says how long a step took, done or failed', async () => {
    const said: string[] = [];
    let time = 0;
    const progress = new Progress(
      (line) => said.push(line),
      () => time,
    );
    await progress.step('compile', () => {
      time = 75_000;
    });
    await expect(
      progress.step('start', () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(said).toEqual(['✓ compile (1 min 15 s)', '✗ start (after 0 s)']);
    expect(duration(59_400)).toBe('59 s');
  });
});

describe('errors', () => {
  it('end with the last lines that were said, blank ones left out', () => {
    expect(lastLines('one\n\ntwo\nthree\n\n', 2)).toBe('  two\n  three');
  });
});

describe('the status of a cluster', () => {
  it('names what does not run, and where to look', () => {
    const text = described({
      state: 'damaged',
      kubeconfig: '/k',
      logs: '/l',
      components: [
        { name: 'etcd', pid: 7, running: true, residentMiB: 56 },
        { name: 'kubelet', pid: 8, running: false },
      ],
    });
    expect(text).toContain('The cluster is damaged.\nKUBECONFIG=/k\nLogs in /l\n');
    expect(text).toMatch(/etcd +pid 7, 56 MiB\n {2}kubelet +not running\n$/);
  });
});

describe("the result of Kubernetes' own tests", () => {
  const spec = (State: string, LeafNodeText: string) => ({ State, LeafNodeText, ContainerHierarchyTexts: ['Netpol'] });
  const report = (SuiteSucceeded: boolean, ...SpecReports: object[]) =>
    JSON.stringify([{ SuiteSucceeded, SpecReports }]);

  it('counts what ran, and names what failed, timed out or was interrupted', () => {
    const json = report(false, spec('passed', 'a'), spec('skipped', 'b'), spec('failed', 'c'), spec('timedout', 'd'));
    expect(resultOf(json)).toEqual({ passed: 1, failed: 2, failures: ['Netpol c', 'Netpol d'] });
  });

  it('is a failure when the suite broke outside of any test', () => {
    expect(resultOf(report(false, spec('passed', 'a')))).toMatchObject({ failed: 1 });
  });
});

describe('the version given at link time', () => {
  it('is the one that go.mod pins, and its absence an error', () => {
    expect(linkFlags('require k8s.io/kubernetes v1.36.3')).toContain('.gitVersion=v1.36.3 ');
    expect(() => linkFlags('module x')).toThrow('does not pin');
  });
});

describe('Debian packages', () => {
  it('are asked for only where their program is missing', () => {
    expect(missingPackages(() => true)).toEqual([]);
    expect(missingPackages((path) => !path.includes('nft'))).toEqual(['nftables']);
    expect(missingPackages((path) => path === '/sbin/ip')).not.toContain('iproute2');
  });
});

import { describe, expect, it } from 'vitest';
import { hostGuard, nodeGuard, stopped } from './guard.ts';
import { CLUSTER_RANGES, HOST_LINK, NODE_LINK } from './layout.ts';
import { overlaps } from './ranges.ts';

describe('the guard on the machine', () => {
  it('stops every range of the cluster that would leave by another link, sent here or passed on', () => {
    for (const range of CLUSTER_RANGES) expect(hostGuard()).toContain(range);
    expect(hostGuard()).toContain(`ip daddr @cluster oifname != { "lo", "${HOST_LINK}" } counter name stopped drop`);
    expect(hostGuard()).toContain(`ip daddr @cluster oifname != "${HOST_LINK}" counter name stopped drop`);
  });

  it('passes nothing on for the node, and lets it open no connection to the machine', () => {
    expect(hostGuard()).toContain(`iifname "${HOST_LINK}" counter name stopped drop`);
    expect(hostGuard().match(/accept$/gm)).toHaveLength(1);
    expect(hostGuard()).toContain(`iifname "${HOST_LINK}" ct state established,related accept`);
  });

  it('replaces an older one in the same transaction', () => {
    for (const guard of [hostGuard(), nodeGuard()])
      expect(guard).toMatch(/^table inet (\S+) \{\}\ndelete table inet \1\ntable inet \1 \{/);
  });
});

describe('the guard inside the node', () => {
  it('lets answers leave by the link to the machine and nothing else', () => {
    const rules = nodeGuard()
      .split('\n')
      .filter((line) => line.includes('oifname'));
    expect(rules.map((line) => line.trim())).toEqual([
      `oifname "${NODE_LINK}" ct state established,related accept`,
      `oifname "${NODE_LINK}" counter name stopped drop`,
    ]);
  });
});

describe('the counter of a guard', () => {
  it('is read from the listing, and its absence is an error', () => {
    expect(stopped('table inet x {\n\tcounter stopped {\n\t\tpackets 12 bytes 720\n\t}\n}')).toBe(12);
    expect(() => stopped('table inet x {}')).toThrow('no counter');
  });
});

describe('address ranges', () => {
  it('overlap when one holds the other or is the same', () => {
    expect(overlaps('10.92.0.0/16', '10.92.3.4')).toBe(true);
    expect(overlaps('10.0.0.0/8', '10.92.0.0/16')).toBe(true);
    expect(overlaps('10.91.0.0/16', '10.92.0.0/16')).toBe(false);
    expect(overlaps('192.0.2.0/24', '192.0.3.0/24')).toBe(false);
  });

  it('of the cluster are apart from each other', () => {
    for (const one of CLUSTER_RANGES) {
      for (const other of CLUSTER_RANGES) expect(overlaps(one, other)).toBe(one === other);
    }
  });
});

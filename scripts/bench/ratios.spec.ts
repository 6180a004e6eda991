import { describe, expect, it } from 'vitest';
import { median, mediansOf, type Round, ratiosOf } from './ratios.ts';

const row = (changes: Partial<Round>): Round => ({
  ...{ round: 1, server: 'b1', era: '2025-11-25', workload: 'echo', connections: 16, tokens: 0 },
  ...{ requests: 100, errors: 0, seconds: 1, p50: 1, p99: 2, settledAfterMs: 0 },
  ...{ requestsPerSecond: 100, cpuMicrosPerCall: 600 },
  ...changes,
});
const ours = (changes: Partial<Round>) => row({ server: 'sallyport', tokens: 1, ...changes });

describe('ratios', () => {
  it('are ours over theirs in requests, and theirs over ours in CPU time, so that more than one is ours', () => {
    const { ratios } = ratiosOf([row({}), ours({ requestsPerSecond: 250, cpuMicrosPerCall: 200 })]);
    expect(ratios).toEqual({ echo_vs_b1: 2.5, echo_vs_b1_cpu: 3 });
  });

  it('compare like with like: the same revision, 16 connections, one token', () => {
    const rounds = [
      row({}),
      row({ connections: 1, requestsPerSecond: 1 }),
      row({ server: 'b2', era: '2026-07-28', requestsPerSecond: 50 }),
      row({ server: 'b2', requestsPerSecond: 400 }),
      ours({ requestsPerSecond: 200 }),
      ours({ tokens: 50, requestsPerSecond: 7 }),
      ours({ connections: 1, requestsPerSecond: 9 }),
      ours({ era: '2026-07-28', requestsPerSecond: 150 }),
    ];
    expect(ratiosOf(rounds).ratios).toMatchObject({ echo_vs_b1: 2, echo_vs_b2: 3, echo_vs_b2_2025: 0.5 });
  });

  it('come from medians, and the spread shows the single rounds', () => {
    const each = [200, 1_000, 300].flatMap((requestsPerSecond, at) => [
      row({ round: at + 1 }),
      ours({ round: at + 1, requestsPerSecond }),
    ]);
    const { ratios, spread } = ratiosOf(each);
    expect(ratios.echo_vs_b1).toBe(3);
    expect(spread.echo_vs_b1).toEqual([2, 10]);
  });

  it('are not made up where one side is missing', () => {
    expect(ratiosOf([row({})]).ratios).toEqual({});
    expect(ratiosOf([ours({})]).ratios).toEqual({});
  });
});

describe('medians', () => {
  it('keep every wrong answer of every round', () => {
    expect(mediansOf([row({ errors: 1 }), row({ errors: 0 }), row({ errors: 2 })])).toMatchObject([
      { errors: 3, rounds: 3 },
    ]);
  });

  it('are the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
    expect(median([])).toBeNaN();
  });
});

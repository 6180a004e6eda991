import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../testing/agent.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { TokenBuckets } from './limit.ts';

describe('a bucket', () => {
  it('[C-LM-1] never lets through more than burst and refill allow, and never less', () => {
    const steps = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 1, max: 50 }),
        steps,
        (perMinute, burst, waits) => {
          let now = 1_800_000_000_000;
          const buckets = new TokenBuckets(() => now);
          // The same in exact arithmetic: credits of a 60,000th.
          let credits = BigInt(burst) * 60_000n;
          for (const wait of waits) {
            now += wait;
            credits += BigInt(wait) * BigInt(perMinute);
            if (credits > BigInt(burst) * 60_000n) credits = BigInt(burst) * 60_000n;
            const allowed = credits >= 60_000n;
            expect(buckets.take('somebody', perMinute, burst) === 0).toBe(allowed);
            if (allowed) credits -= 60_000n;
          }
        },
      ),
    );
  });

  it('[C-LM-1] says how long to wait, to the millisecond', () => {
    let now = 0;
    const buckets = new TokenBuckets(() => now);
    expect(buckets.take('a', 7, 1)).toBe(0);
    const wait = buckets.take('a', 7, 1);
    now += wait - 1;
    expect(buckets.take('a', 7, 1)).toBe(1);
    now += 1;
    expect(buckets.take('a', 7, 1)).toBe(0);
  });

  it('[C-LM-1] is not filled by being left alone, and not by a clock that steps back', () => {
    let now = 1_000_000;
    const buckets = new TokenBuckets(() => now);
    for (let at = 0; at < 100; at++) expect(buckets.take('a', 1, 100)).toBe(0);
    now += 120_000;
    expect([0, 0, 0].map(() => buckets.take('a', 1, 100) === 0)).toEqual([true, true, false]);
    now -= 600_000;
    expect(buckets.take('a', 1, 100)).toBeGreaterThan(0);
  });
});

describe('over the wire', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture({ callsPerMinute: '100', burst: '20' });
  });
  afterAll(() => fixture.close());
  const limited = async (times: number, send: () => Promise<unknown>) => {
    let refused = 0;
    for (let at = 0; at < times; at++) {
      const answer = (await send()) as Parameters<typeof textOf>[0];
      if (textOf(answer).startsWith('rate_limited: too many calls; try again in 1 s')) refused += 1;
    }
    return refused;
  };

  it('[C-LM-1] the 21st call at once is refused, in the next 600 ms one more fits', async () => {
    const agent = fixture.agent('ada');
    expect(await limited(25, () => agent.call('get_support_tickets', { limit: 1 }))).toBe(5);
    fixture.clock.now += 600;
    expect(await limited(2, () => agent.call('get_support_tickets', { limit: 1 }))).toBe(1);
    expect(await limited(20, () => fixture.agent('grace').call('get_support_tickets', { limit: 1 }))).toBe(0);
  });

  it('[C-LM-1] calls that do not pass cost too', async () => {
    const agent = fixture.agent('ada');
    for (let at = 0; at < 10; at++) await agent.call('no_such_tool');
    for (let at = 0; at < 10; at++) await agent.call('get_support_tickets', { limit: 999 });
    expect(await limited(3, () => agent.call('get_support_tickets', { limit: 1 }))).toBe(3);
  });

  it('[C-LM-1] a tool has its own limit besides: ten escalations a minute', async () => {
    const agent = fixture.agent('ada');
    const send = () => agent.call('escalate_ticket', { ticketId: crypto.randomUUID(), dryRun: true });
    let refused = 0;
    for (let at = 0; at < 12; at++) if (textOf(await send()).startsWith('rate_limited')) refused += 1;
    expect(refused).toBe(2);
  });
});

import fc from 'fast-check';
import { parse } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { bearer, DemoSimulator } from '../testing/demo-simulator.ts';
import { complexityOf } from './complexity.ts';
import { LeakyBuckets } from './leaky-bucket.ts';

const QUERY = '{ viewer { id } }';
const HOUR_MS = 3_600_000;
let clock = Date.UTC(2026, 0, 5, 9);
let linear: DemoSimulator | undefined;
afterEach(() => linear?.close());

describe('a spent budget', () => {
  it('is HTTP 400 with RATELIMITED, resets in milliseconds, and refills over an hour', async () => {
    linear = await DemoSimulator.start({ now: () => clock, limits: { oauthRequests: 2 } });
    const ada = bearer(await linear.connect('reader', 'ada@harbor.example'));
    for (const remaining of ['1', '0']) {
      const { status, headers } = await linear.graphql(ada, QUERY);
      expect(status).toBe(200);
      expect(headers.get('x-ratelimit-requests-remaining')).toBe(remaining);
    }
    const { status, headers, body } = await linear.graphql(ada, QUERY);
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        {
          message: 'Rate limit exceeded. Only 2 requests are allowed per 1 hour.',
          extensions: expect.objectContaining({ type: 'ratelimited', code: 'RATELIMITED', statusCode: 429 }),
        },
      ],
    });
    expect(headers.get('x-ratelimit-requests-limit')).toBe('2');
    expect(headers.get('x-ratelimit-requests-reset')).toBe(String(clock + HOUR_MS));
    expect(headers.get('retry-after')).toBe('1800');
    clock += HOUR_MS / 2;
    expect((await linear.graphql(ada, QUERY)).status).toBe(200);
  });

  it("is one person's through one application, nobody else's", async () => {
    linear = await DemoSimulator.start({ now: () => clock, limits: { oauthRequests: 1 } });
    const ada = bearer(await linear.connect('reader', 'ada@harbor.example'));
    const again = bearer(await linear.connect('reader', 'ada@harbor.example'));
    const creator = bearer(await linear.connect('creator', 'ada@harbor.example'));
    const grace = bearer(await linear.connect('reader', 'grace@harbor.example'));
    const statuses = [];
    for (const token of [ada, again, creator, grace]) statuses.push((await linear.graphql(token, QUERY)).status);
    expect(statuses).toEqual([200, 400, 200, 200]);
  });

  it('of callers without a credential is kept by address', async () => {
    linear = await DemoSimulator.start({ now: () => clock, limits: { anonymousRequests: 1 } });
    expect((await linear.graphql(null, QUERY)).status).toBe(401);
    const { status, body } = await linear.graphql('Bearer lin_oauth_x', QUERY);
    expect(status).toBe(400);
    expect(body.errors[0].extensions.code).toBe('RATELIMITED');
  });

  it('of complexity is a budget of its own', async () => {
    linear = await DemoSimulator.start({ now: () => clock, limits: { oauthComplexity: 2 } });
    const ada = bearer(await linear.connect('reader', 'ada@harbor.example'));
    const { headers } = await linear.graphql(ada, QUERY);
    expect(headers.get('x-complexity')).toBe('1.1');
    const { status, body } = await linear.graphql(ada, QUERY);
    expect(status).toBe(400);
    expect(body.errors[0].message).toBe('Rate limit exceeded. Only 2 complexity points are allowed per 1 hour.');
  });

  it('refuses a query above ten thousand points', async () => {
    linear = await DemoSimulator.start();
    const query = '{ issues(first: 250) { nodes { team { issues(first: 250) { nodes { id } } } } } }';
    const { status, body } = await linear.graphql('lin_api_demo_harbor_admin', query);
    expect(status).toBe(400);
    expect(body.errors[0].message).toBe('Query too complex, the maximum is 10000 points');
  });
});

describe('complexity', () => {
  it.each([
    ['{ viewer { id name } }', {}, 1.2],
    ['{ issues { nodes { id } } }', {}, 56],
    ['{ issues(first: 2) { nodes { id title } pageInfo { endCursor } } }', {}, 5.6],
    [
      'query ($n: Int) { issues(first: $n) { ...page } } fragment page on IssueConnection { nodes { id } }',
      { n: 10 },
      12,
    ],
  ])('of %s with %o is %d', (query, variables, points) => {
    expect(complexityOf(parse(query), variables)).toBe(points);
  });
});

describe('a leaky bucket', () => {
  it('never gives more in an hour than its size and one refill', () => {
    const steps = fc.array(fc.record({ wait: fc.nat(600_000), cost: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 4, max: 50 }), (moves, limit) => {
        let now = 0;
        const buckets = new LeakyBuckets(() => now);
        let given = 0;
        for (const { wait, cost } of moves) {
          now += wait;
          const level = buckets.take('one', limit, cost);
          if (level.taken) given += cost;
          expect(level.remaining).toBeGreaterThanOrEqual(0);
          expect(given).toBeLessThanOrEqual(limit + (now * limit) / HOUR_MS + 1e-6);
        }
      }),
    );
  });
});

import type { PlatformEvent } from '@sallyport/contracts';
import { platformEvent } from '@sallyport/contracts';
import { describe, expect, it } from 'vitest';
import { RefusalTally } from './refusal-tally.ts';

describe('refusals of strangers', () => {
  it('[C-AU-1] are one event per place and reason, however many there were', async () => {
    const events: PlatformEvent[] = [];
    const recorder = {
      record: async (...given: PlatformEvent[]) => void events.push(...given),
      recordDurably: async () => [],
    };
    const tally = new RefusalTally(
      recorder,
      () => 1_800_000_000_000,
      () => undefined,
    );
    for (let count = 0; count < 1_000; count++) tally.count('/token', 'assertion_invalid');
    tally.count('/authorize', 'arguments_invalid');
    await tally.flush();
    expect(events.map((event) => platformEvent.parse(event))).toMatchObject([
      { kind: 'access_refused', resource: '/token', reasons: ['assertion_invalid'], count: 1_000 },
      { kind: 'access_refused', resource: '/authorize', reasons: ['arguments_invalid'], count: 1 },
    ]);
    await tally.flush();
    expect(events).toHaveLength(2);
  });
});

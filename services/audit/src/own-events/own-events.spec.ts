import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOW } from '../../test/sample.ts';
import type { NewEntry } from '../log/entry.ts';
import { OwnEvents, type OwnFact } from './own-events.ts';
import { Refusals } from './refusals.ts';

const FACT: OwnFact = { kind: 'service_started', service: 'audit', version: '0.1.0' };

describe('own events', () => {
  it('count on after a failed write and make up for it, so that the log shows no gap', async () => {
    const written: NewEntry[] = [];
    let broken = true;
    const append = async (entries: readonly NewEntry[]) => {
      if (broken) throw new Error('disk full');
      written.push(...entries);
      return { receipts: entries.map(({ uid }, index) => ({ uid, index, leafHash: '' })), checkpoint: '' };
    };
    const own = new OwnEvents({ append }, () => NOW);
    await expect(own.record(FACT)).rejects.toThrow('disk full');
    broken = false;
    await own.record(FACT);
    expect(written.map(({ counter }) => counter)).toEqual([0, 1]);
  });
});

describe('refusals', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('record the first of a kind at once and a flood as one event with its number', async () => {
    const facts: OwnFact[] = [];
    const refusals = new Refusals(
      async (fact) => void facts.push(fact),
      () => undefined,
    );
    for (let i = 0; i < 500; i += 1) refusals.add({ reasons: ['token_missing'] });
    refusals.add({ producer: 'mcp-server', reasons: ['client_not_permitted'] });
    expect(facts.map((fact) => fact.kind === 'audit_refused' && fact.count)).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(facts.at(-1)).toMatchObject({ reasons: ['token_missing'], count: 499 });
    expect(facts).toHaveLength(3);
  });

  it('are written before the service ends', async () => {
    const facts: OwnFact[] = [];
    const refusals = new Refusals(
      async (fact) => void facts.push(fact),
      () => undefined,
    );
    refusals.add({ reasons: ['token_missing'] });
    refusals.add({ reasons: ['token_missing'] });
    await refusals.flush();
    expect(facts).toHaveLength(2);
  });
});

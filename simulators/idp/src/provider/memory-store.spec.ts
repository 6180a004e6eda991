import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from './memory-store.ts';

describe('the provider’s memory', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());

  it('forgets what has expired, however it is looked for', async () => {
    const sessions = memoryStore()('Session');
    await sessions.upsert('a', { uid: 'u-a' }, 60);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await sessions.find('a')).toBeUndefined();
    expect(await sessions.findByUid('u-a')).toBeUndefined();
  });

  it('keeps kinds of things apart, and providers apart', async () => {
    const store = memoryStore();
    await store('Session').upsert('a', { uid: 'u-a' }, 60);
    expect(await store('Interaction').find('a')).toBeUndefined();
    expect(await store('Interaction').findByUid('u-a')).toBeUndefined();
    expect(await memoryStore()('Session').find('a')).toBeUndefined();
  });

  it('[C-ID-7] marks a code as used and removes all that came of one grant', async () => {
    const store = memoryStore();
    const codes = store('AuthorizationCode');
    await codes.upsert('c', { grantId: 'g' }, 60);
    await store('AccessToken').upsert('t', { grantId: 'g' }, 60);
    await store('AccessToken').upsert('other', { grantId: 'h' }, 60);
    await codes.consume('c');
    expect((await codes.find('c'))?.consumed).toEqual(expect.any(Number));
    await codes.revokeByGrantId('g');
    expect(await store('AccessToken').find('t')).toBeUndefined();
    expect(await store('AccessToken').find('other')).toBeDefined();
  });

  it('[C-LM-6] drops the oldest sign-ins when thousands are begun and none is finished', async () => {
    const store = memoryStore()('Interaction');
    for (let index = 0; index <= 10_000; index += 1) await store.upsert(`i${index}`, {}, 600);
    expect(await store.find('i0')).toBeUndefined();
    expect(await store.find('i10000')).toBeDefined();
  });
});

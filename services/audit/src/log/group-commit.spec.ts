import { describe, expect, it } from 'vitest';
import { GroupCommit, Overloaded } from './group-commit.ts';

describe('group commit', () => {
  it('commits what gathered meanwhile together, in order, up to the size of one commit', async () => {
    const groups: number[][] = [];
    const queue = new GroupCommit<number, number>(
      async (batches) => {
        groups.push(batches.flat());
        return batches.map((batch) => batch.length);
      },
      { perCommit: 3, waiting: 100 },
    );
    expect(await Promise.all([[1], [2], [3], [4], [5, 6, 7, 8], [9]].map((batch) => queue.submit(batch)))).toEqual([
      1, 1, 1, 1, 4, 1,
    ]);
    expect(groups).toEqual([[1], [2, 3, 4], [5, 6, 7, 8], [9]]);
  });

  it('takes a batch submitted in the very turn in which the one before is answered', async () => {
    const queue = new GroupCommit<number, string>(async (batches) => batches.map(() => 'ok'), {
      perCommit: 1,
      waiting: 10,
    });
    for (let i = 0; i < 5; i += 1) expect(await queue.submit([i])).toBe('ok');
  });

  it('refuses when too much waits instead of growing', async () => {
    const queue = new GroupCommit<number, string>(async (batches) => batches.map(() => 'ok'), {
      perCommit: 1,
      waiting: 2,
    });
    const taken = queue.submit([1, 2]);
    const refused = [queue.submit([3, 4]), queue.submit([5])];
    expect(await taken).toBe('ok');
    const outcomes = await Promise.allSettled(refused);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
    await expect(queue.submit([1, 2, 3])).rejects.toThrow(Overloaded);
  });

  it('tells every waiting caller when the store fails, and goes on with the next', async () => {
    let broken = true;
    const queue = new GroupCommit<number, string>(
      async (batches) => {
        if (broken) throw new Error('disk full');
        return batches.map(() => 'ok');
      },
      { perCommit: 10, waiting: 10 },
    );
    const outcomes = await Promise.allSettled([queue.submit([1]), queue.submit([2])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await queue.submit([3])).toBe('ok');
  });
});

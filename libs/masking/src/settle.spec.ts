import { describe, expect, it } from 'vitest';
import { settle } from './settle.ts';
import { normalise } from './text/normalise.ts';

describe('findings that overlap', () => {
  it('[C-OUT-1] are one where they lie in one character of the original: ℀ is read as a/c', () => {
    const text = normalise('x℀y');
    expect(text.text).toBe('xa/cy');
    const settled = settle(text, [
      { start: 0, end: 2, type: 'PERSON' },
      { start: 3, end: 4, type: 'SECRET' },
    ]);
    expect(settled).toEqual([{ start: 0, end: 4, type: 'SECRET' }]);
  });

  it('[C-OUT-1] stay two where only a mark stands between them', () => {
    const findings = [
      { start: 0, end: 1, type: 'PERSON' as const },
      { start: 2, end: 3, type: 'SECRET' as const },
    ];
    expect(settle(normalise('x/y'), findings)).toEqual(findings);
  });
});

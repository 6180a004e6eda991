import { describe, expect, it } from 'vitest';
import { MaskingRefused } from './refusal.ts';
import { warmUp } from './warm-up.ts';

describe('warming up', () => {
  it('[C-OUT-1] reads something of each kind without refusing it, in both profiles', () => {
    expect(() => warmUp()).not.toThrow(MaskingRefused);
  });
});

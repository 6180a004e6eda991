import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from './secret.ts';

describe('Secret', () => {
  it('[C-AU-7] shows [secret] in templates, JSON and inspection, and gives the value only when asked', () => {
    const secret = new Secret('hunter2-hunter2');
    const shown = [
      `${secret}`,
      `x${secret}`,
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: { secret } }),
      String(Object.values(secret)),
    ];
    for (const text of shown) expect(text).not.toContain('hunter2');
    expect(`${secret}`).toBe('[secret]');
    expect(secret.reveal()).toBe('hunter2-hunter2');
  });
});

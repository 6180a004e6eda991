import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('a key that a sentence speaks of', () => {
  it.each([
    ['The token we use in the pipeline is ⟪skif_9hfZIngW2pOW1GDo16LYNmBF⟫, created in March.'],
    ['We call the endpoint with ⟪4f81c2e09b7d4a6e8c13f5a2907be64d⟫ as bearer token.'],
    ['I pasted ⟪q7x2m9kd4t8w3z6p1v5b⟫ in the token field and got 401.'],
    ['API-avaimemme on ⟪K7QW2M9TX4ZP8RB3VN6HJ5DL⟫ eikä se toimi.'],
    ['Az API-kulcsunk ⟪b7f0c2d4-91ae-4c55-8d27-6f3e0a9b1c84⟫ és nem működik.'],
    ['Khóa API của chúng tôi là ⟪Zk4tQ9xW2mB7vR1p⟫ không dùng được.'],
    ['Ufunguo wetu wa API ni ⟪7c1e9f20ab34d5867e10c2f49db3a586⟫ haufanyi kazi.'],
    ['Token w pipeline to ⟪f4a1c7e2905b8d36a9f0c1e7d2b45386⟫.'],
  ])('[C-OUT-3] is masked: %s', (marked) => {
    expect(masked(marked.replace(/[⟪⟫]/g, ''))).toBe(marked.replace(/⟪[^⟫]*⟫/g, '[SECRET_1]'));
  });

  it.each([
    'The token expired for trace 4f81c2e09b7d4a6e8c13f5a2907be64d.',
    'Idempotency-Key: b7f0c2d4-91ae-4c55-8d27-6f3e0a9b1c84 was sent twice with the same token.',
    'The token works since commit 7c1e9f20ab34d5867e10c2f49db3a58612f0c9d4.',
    'Rotate the key, etag W/"5f924cd8a0125674" stays.',
  ])('[C-OUT-1] stays where it is a hash or an identifier: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

describe('surnames that are things elsewhere', () => {
  it.each(['Dear Mr Field, thanks', 'Sehr geehrter Herr Helm, danke', 'Caro Sr. Nascimento, aqui vai'])(
    '[C-OUT-3] masks them behind a form of address: %s',
    (text) => {
      expect(maskByRules(text, { profile: 'result' }).masked).toContain('[PERSON_1]');
    },
  );

  it('[C-OUT-1] keeps the things', () => {
    const text = 'the field of the helm chart, data de nascimento obrigatória';
    expect(maskByRules(text, { profile: 'result' }).masked).toBe(text);
  });
});

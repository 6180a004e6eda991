import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';
import { isStandIn } from './stand-ins.ts';

describe('what stands where a key belongs', () => {
  it.each([
    'plak-hier-uw-token',
    'pk_live_REPLACE_WITH_YOURS',
    'abc123-example',
    'cole_aqui_sua_chave',
    'Mid-client-GANTI_DENGAN_KUNCI_ANDA',
  ])('[C-OUT-1] is no key: %s', (value) => {
    expect(isStandIn(value)).toBe(true);
    const text = `API_TOKEN=${value}`;
    expect(maskByRules(text, { profile: 'result' }).masked).toBe(text);
  });

  it.each([
    'here8Gz61bTq0pXw',
    'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
    'tu-8f3a91c27d',
    'hier',
    'sample orbit change river put',
    'sample-orbit-change-river-put-anchor-velvet-moon',
  ])('[C-OUT-1] is a key: %s', (value) => {
    expect(isStandIn(value)).toBe(false);
  });
});

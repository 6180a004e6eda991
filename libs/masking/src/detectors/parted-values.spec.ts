import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('values without the words that usually name them', () => {
  it.each([
    ['订单号17322840961没收到', '订单号17322840961没收到'],
    ['手机号样例13800000000也被当真', '手机号样例13800000000也被当真'],
    ['示例手机号 13912345678 是文档里的', '示例手机号 13912345678 是文档里的'],
    ['Contoh NIK 3174012345678901 ditolak', 'Contoh NIK 3174012345678901 ditolak'],
    ['npm i foo@latest, ping @ybl, ssh git@build', 'npm i foo@latest, ping @ybl, ssh git@build'],
    ['2221 kWh, then 4614 kWh, then 1627 kWh', '2221 kWh, then 4614 kWh, then 1627 kWh'],
    ['public key hash 9fdfc4f889f80ad4a1afc2e393d2e39e', 'public key hash 9fdfc4f889f80ad4a1afc2e393d2e39e'],
    [
      'GITHUB_TOKEN=ghp_xxxxxxxxxxxx is what the handbook shows',
      'GITHUB_TOKEN=ghp_xxxxxxxxxxxx is what the handbook shows',
    ],
    ['https://docs.shop.example/hooks/getting-started', 'https://docs.shop.example/hooks/getting-started'],
  ])('[C-OUT-1] stays: %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it.each([
    ['把告警发给值班（17322840961），不要只发给我', '把告警发给值班（[PHONE_1]），不要只发给我'],
    ['paid by asha.k81@okaxis yesterday', 'paid by [BANK_ACCOUNT_1] yesterday'],
    ['UPI id: store.22@kbnk', 'UPI id: [BANK_ACCOUNT_1]'],
    ['the card is 2221 then 4614 then 1627 then 4374', 'the card is [CREDIT_CARD_1]'],
    ['card_parts[]=2221&card_parts[]=8394&card_parts[]=3985&card_parts[]=0041', 'card_parts[]=[CREDIT_CARD_1]'],
    ['backup key (AES): 453446aa70198755cd50511e463d9fe7', 'backup key (AES): [SECRET_1]'],
    ['接口的key也给你:f240951e503607653f2d81f27527d1c9', '接口的key也给你:[SECRET_1]'],
    [
      'push to https://hooks.shop.example/in/6avaitrtk1koh6tq1zyvs4w0',
      'push to https://hooks.shop.example/in/[SECRET_1]',
    ],
    ['ଖାତା 33447190228', 'ଖାତା [BANK_ACCOUNT_1]'],
  ])('[C-OUT-1] masks: %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });
/** `¦` keeps scanners of repositories quiet. */
const plain = (marked: string) => marked.replace(/¦/g, '');

const FOUND = [
  'фраза восстановления 12 слов: ⟦omit ladder cactus brisk ocean tulip fever wagon mimic usual prize dune⟧ — вот',
  'mi 2FA backup: ⟦JBSW Y3DP ¦7KQL 2MZX⟧. mail',
  'https://bot.shop.example/bot⟦8057341766:¦AA4dL2NR62LAGURxFtJr4a0KtmaCrxlqCco⟧/getUpdates',
  'posts to ⟦https://maker.ifttt.com/trigger/door/with/key/¦bXyZ1234AbCd5678EfGh90⟧ now',
  'calendar https://calendar.example/calendar/ical/abc/⟦private-¦0a1b2c3d4e5f60718293a4b5c6d7e8f9⟧/basic.ics',
  'algolia admin key ⟦0a1b2c3d4e5f¦60718293a4b5c6d7e8f9⟧ leaked',
  '6. heroku  ⟦7f8441ab-0d50-¦44f2-9dba-065c6bb93b0e⟧ (yes a uuid)',
  '⟦7f8441ab-0d50-¦44f2-9dba-065c6bb93b0e⟧ is our API key',
  'api key ⟦abcd1234¦efgh5678⟧ please',
  'JWT_SECRET: ⟦ilovecats9⟧',
  'seed phrase: ⟦legal winner thank year wave sausage worth useful legal winner thank yellow⟧',
  '2FA setup key: ⟦jbsw y3dp ehpk 3pxp⟧',
  "api.setToken('⟦8f14e45fceea167a¦5a36dedd4bea2543⟧')",
  'https://chat.example/hooks/⟦xkd83jdk39dkfj38¦dkfj39dkf3⟧',
  'https://x.example/ical/⟦93kd8xplumtree01¦93kd8x⟧/cal.ics',
  'Authorization: Splunk ⟦7f8441ab-0d50-¦44f2-9dba-065c6bb93b0e⟧',
  'code=⟦4/0AX4XfWhLmNoPqRsT¦uVwXyZ123⟧&scope=email',
  'radius secret: ⟦plumtree⟧',
  'secret = ⟦plumtree⟧',
  'my wallet words are ⟦gravity machine north sort system female filter attitude volume fold club stay⟧ please restore',
  'consul acl token ⟦7f8441ab-0d50-¦44f2-9dba-065c6bb93b0e⟧',
  'seed phrase\n⟦ocean hidden kidney famous rich season gloom husband spring convince attitude boy⟧',
  'Unseal Key 1: ⟦xY3kL9mNpQ2rS5tU7vWz¦xY3kL9mNpQ2rS5tU7vWzABC=⟧',
  'backup codes: ⟦1a2b-3c4d⟧ ⟦5e6f-7a8b⟧ ⟦9c0d-1e2f⟧',
  'recovery codes\n⟦a1b2c-3d4e5⟧\n⟦f6a7b-8c9d0⟧',
];

const KEPT = [
  'trace 4bf92f3577b34da6a3ce929d0e0e4736, commit da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'request 550e8400-e29b-41d4-a716-446655440000 failed, the api key is missing',
  'token price, contract 0x93aD8fA1b2C3d4E5f60718293a4B5c6D93aD8fA1',
  'client secret: missing, secret: db-credentials, secret = var.name',
  'https://x.example/hooks/order-created-v2-production and Server=db;Database=shop;Integrated Security=true',
  'seed phrase: please send the words for the wallet again because they are lost somewhere else today',
  'the api key field is empty and the webhook secret is required',
  'the recovery phrase page does not load and the setup key step is skipped',
  'CACHE_KEY=v4-linux-63b982389f04, npm_config_lockfile_include_tarball_url is set, "signature": "sha1=205cd33fe395"',
  'as in your example postgres://user:password@localhost/db',
  'https://example.com/verify/order-shipping-address and https://example.com/calendar/ical/public/basic.ics',
];

describe('secrets of more vendors, wallets and authenticators', () => {
  it.each(FOUND)('[C-OUT-3] masks the values in: %s', (marked) => {
    const values = Array.from(plain(marked).matchAll(/⟦([^⟧]+)⟧/g), (match) => match[1] as string);
    const { masked } = mask(plain(marked).replace(/[⟦⟧]/g, ''));
    expect(values.filter((value) => masked.includes(value))).toEqual([]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

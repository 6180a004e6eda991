import { describe, expect, it } from 'vitest';
import { maskByRules } from './rules.ts';
import type { PiiType } from './types.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

/** Texts in which the part between ⟦ and ⟧ must go and every word outside must stay. */
const FOUND: Record<Exclude<PiiType, 'COMPANY'>, string[]> = {
  EMAIL: [
    'write to ⟦jo.smith+x@mail.shop.example⟧ please',
    'write to ⟦jo dot smith at shop dot example⟧ today',
    'correo: ⟦ana (arroba) tienda (punto) example⟧',
    'ping ⟦"jo smith"@shop.example⟧',
    'mail ⟦jo&#64;shop&#46;example⟧',
    'почта ⟦ivan собака pochta точка example⟧',
  ],
  PHONE: [
    'dial ⟦+44 20 7946 0999⟧ now',
    'Telefon ⟦030/23125-999⟧ bitte',
    'or ⟦(206) 555-0199⟧ after six',
    'tél. ⟦01 99 00 55 66⟧',
    'call me on ⟦five five five zero one nine nine⟧ thanks',
    '電話 ⟦０３－５５５５－０１２３⟧ です',
  ],
  CREDIT_CARD: [
    'paid with ⟦4242-4242-4242-4242⟧ twice',
    'card ⟦378282246310005⟧',
    'my card ⟦4242 4242 4242 4241⟧ was refused',
  ],
  CARD_EXPIRY: ['valid thru ⟦08/29⟧', 'gültig bis ⟦12/2030⟧', '有効期限：⟦０８／２９⟧'],
  CARD_CVV: ['cvc ⟦123⟧', 'Sicherheitscode: ⟦4567⟧', 'güvenlik kodu ⟦614⟧'],
  IBAN: [
    'pay ⟦DE89 3704 0044 0532 0130 00⟧ now',
    'iban gb82west12345698765432'.replace('gb82west12345698765432', '⟦gb82west12345698765432⟧'),
  ],
  NATIONAL_ID: [
    'SSN ⟦987-65-4321⟧',
    'CPF ⟦529.982.247-25⟧',
    'codice fiscale ⟦RSSMRA85T10A562S⟧',
    '身份证号：⟦11010519491231002X⟧',
    'NHS number ⟦943 476 5919⟧',
  ],
  PASSPORT: ['passport number ⟦X1234567⟧', 'паспорт ⟦4509 123456⟧', '护照号码：⟦E12345678⟧'],
  BANK_ACCOUNT: ['account number ⟦12345678⟧', 'Kontonummer: ⟦0532013000⟧', '계좌번호: ⟦110-123-456789⟧'],
  DOB: ['born on ⟦3 May 1985⟧', 'geboren am ⟦03.05.1985⟧', 'dob ⟦1985-05-03⟧', '生年月日：⟦1985年5月3日⟧'],
  SECRET: [
    'key ⟦AKIAFAKEEXAMPLE11111⟧ leaked',
    'token ⟦ghp_FAKEEXAMPLEFAKEEXAMPLE0000⟧',
    'api_key=⟦9f8e7d6c5b4a39281706⟧',
    'Authorization: Bearer ⟦abc123DEF456ghi789⟧',
    '⟦-----BEGIN RSA PRIVATE KEY-----\nFAKE\n-----END RSA PRIVATE KEY-----⟧',
  ],
  PASSWORD: [
    'db at postgres://app:⟦Fake-Pw1⟧@db.shop.example/app fails',
    'db at postgres://app:⟦Fa#ke/Pw1⟧@db.shop.example/app fails',
    'password: ⟦hunter2⟧',
    'mon mot de passe est ⟦Tulipe#91⟧',
    'пароль: ⟦Зима2026⟧',
    '密码是⟦abc12345⟧',
    'your verification code is ⟦418207⟧',
  ],
  IP: ['from ⟦203.0.113.7⟧ yesterday', 'from ⟦2001:db8::1:2⟧ yesterday'],
  MAC: ['device ⟦00:1b:44:11:3a:b7⟧', 'device ⟦001b.4411.3ab7⟧'],
  GEO: ['seen at ⟦48.8584, 2.2945⟧ twice', '⟦lat 48.8584⟧'],
  ADDRESS: [
    'ship to ⟦12 Foxglove Lane, Leeds LS1 4AB⟧',
    'wohnhaft ⟦Ahornweg 7, 50667 Köln⟧',
    '住所：⟦東京都新宿区西新宿9丁目99-9⟧',
    'habite au ⟦14 rue des Lilas, 69003 Lyon⟧',
  ],
  PERSON: [
    'my name is ⟦Zebulon Quack⟧ and',
    'ich heiße ⟦Waltraud Ömmel⟧ und',
    'меня зовут ⟦Пелагея Чудова⟧ и',
    'nazywam się ⟦Gniewosz Pąk⟧ i',
    'Best regards,\n⟦Zebulon Quack⟧',
    'Dear Ms ⟦Quackenbush⟧, the',
    '我叫⟦王小明⟧，',
    '⟦김철수⟧입니다. 오류가',
  ],
};

describe.each(Object.entries(FOUND))('[C-OUT-1] %s', (type, texts) => {
  it.each(texts)('masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const { spans } = mask(text);
    expect(spans.map((span) => [span.type, text.slice(span.start, span.end)])).toEqual([
      [type, /⟦([^⟧]+)⟧/.exec(marked)?.[1]],
    ]);
  });
});

const KEPT = [
  'PAY-4092 failed with exit code 137 and HTTP 504',
  'order ord_8Q2K7ZP4, id 7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001',
  'upgrade from 4.17.9 to 4.18.2-rc.1+build.20261120',
  '2026-11-20T06:58:03.114Z ERROR checkout attempt=2',
  'commit 9f2c1d7e5b4a3f60718293a4b5c6d7e8f9012345',
  'sha256:7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730',
  '    at CaptureService.settle (/srv/checkout/src/capture/settle.ts:214:17)',
  'see https://docs.harbor-demo.example/errors/PAY-4092?lang=en#retry',
  'npm i checkout@4.18.2 @scope/pkg',
  'java.lang.IllegalStateException: CameraX not initialised',
  'Firefox 145.0.1 on Ubuntu 26.04, kernel 6.12.48',
  '0x80070035 in module libcrypto.so.3 at 0x00007ffd',
  'p99 1204 ms, 812 KB, 62 %, $84.50, 1 234 567 rows',
  'listening on 127.0.0.1 and 0.0.0.0',
  'password reset link does not work, token expired',
  'the Postgres pool on Kubernetes with Redis and Kafka',
  'epoch 1795000000 and 1795000000123',
  'OID 1.2.840.113619.2.55.3',
];

describe('technical text', () => {
  it.each(KEPT)('[C-OUT-1] survives: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('what only looks like a value', () => {
  it.each([
    'NOTICE OF LOSS, session a91f-00c4-7e21',
    'The incident of 14/07/1999 in the archive is only test data.',
    'Protocolo 2026.0417.1182 aberto',
    'Kundennummer 0441 8820 77, Auftrag 2026-00417.',
    'The phone is +00 000 000 and the IBAN XX00 0000 0000 0000.',
    'Platzhalter DE00 0000 0000 0000 0000 00 bitte leer lassen.',
    'the job stops at step 4000 1234 5678 9011 of the plan',
    'SN 4929 1100 2233 4450 swapped',
    'The licence runs until 12/2027.',
    'The TLS certificate of the gateway is valid until 09/2027.',
    'geboortedatum: 00-00-0000 na de migratie',
    'the help says name at domain dot com',
    'Собака в имени файла: отчёт@2026.xlsx',
    'ssh -v deploy@host-7 -p 2222',
    'Wachtwoord: minimaal 12 tekens',
    'Kennwort: mindestens 12 Zeichen',
    'the webhook goes by 1Password only',
    "become_pass='{{ vault_pass }}'",
    'Password dimenticata: il link non funziona.',
    'PERMISSION_DENIED for secret projects/118/secrets/db-pass/versions/4',
    'számla V2026/004418 hiányzik',
    'mandat SEPA FR12ZZZ884401 à refaire',
    'Feil brukernavn eller passord (401-B)',
    'Số tham chiếu mã 2024-06-16 hết hạn',
    '1029ee3ad011 derlemesi Singapore bölgesinde',
    'Sandbox cards 4000 0000 0000 0000 are refused',
    'License expired (Crestron 3.002.1061)',
  ])('stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['Jednorázový kód byl 572840.\nhttps://x.example/a', 'Jednorázový kód byl [PASSWORD_1].\nhttps://x.example/a'],
    ['My home address is 112 Riverside Walk, Karaikal.', 'My home address is [ADDRESS_1].'],
    ['请发到邮箱boya.yuwen@yunhe-print.example', '请发到邮箱[EMAIL_1]'],
    ['メールnozomi.h@moriya.exampleで', 'メール[EMAIL_1]で'],
    ['远程登录，密码Huawei@123登录成功', '远程登录，密码[PASSWORD_1]登录成功'],
    ['Ring +1 905-555-0172 ext. 4', 'Ring [PHONE_1] ext. 4'],
  ])('ends with the value: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('what machines write', () => {
  it.each([
    'request 8bebf797-ad81-4bd4-a420-1b35ddeb5a78 failed',
    'timed out (trace 00-2386821094250ba05fd2be11825b59dc-28ee7988e0d5911d-01)',
    'Device hash: d2f1-77ac-0e19; wd_8817-44c0-be21, SKU 1F4C-88A0-27DE',
    'host key SHA256:KJyX8otJ6W4mxVqB0OQvQm4E9aVhJqXo1L5k3bq7wYc changed',
    '{"token": "****", "image": "sha256:6f7e4ed48ed987f9d86262d8938c0d193bf36b1f10eb3587afbfd36a3b1812b6"}',
    '1771231955905 INFO  [audit] started',
    '[audit] (1740404944061): lo vio ayer',
    'The connector drops the session at 1781206838181; request 12 follows',
    'BUG-3006\n1705150200332 WARN [ledger] retry',
    'Nakon nadogradnje na 10.0.19043.3803 izvoz staje',
    'Po aktualizaci na 3.10.23 export končí chybou',
    'After the upgrade to 2024.16.21.1 it stops, as in 19.4.1+build.9288',
    'в 11/Mar/2026:16:04:59 +0100 99.942 ms',
    'note: run with `RUST_BACKTRACE=1`\nbuild 48915df',
    'thrown p99=400.28 ms times',
    'Отметьте счёт SO867848-AB как оплаченный',
    'Pažymėkite sąskaitą 302-9695890-7168577 kaip apmokėtą',
    'app#password.\n[20260914T221435Z] %PASSWORD% on asetettava, 8443',
    'A 10.0.19059.3803 frissítés után leáll',
    'Kallet ch_32vs453uauqgd3p fikk tidsavbrudd',
    'action=password_reset target=svc-mailer-77 result=ok',
    'vypršala o 20250721T004203Z (trace e0a57852)',
    'at 28/Mar/2023:09:30:23 +0100 1920x1080, 11:19:04,040 53.167 ms',
    'SOPInstanceUID = 1.2.840.113619.2.55.3.604688119.971.1449',
    'call fails for 1.3.6.1.4.1.9.9.48.1.1.1.5 in snmp',
    'password reset, port 51514 ssh2, region ap-southeast-2',
    'subnet mask 255.255.252.0, wildcard 0.0.3.255, section 4.2.1.3',
    'Firmware 2.0.4.118 and 2.0.4.120 differ',
    'ARP shows ff:ff:ff:ff:ff:ff and 00:00:00:00:00:00',
    'Bounding box 5.8663,47.2701,15.0419,55.0581 loads slowly',
    'passport-oauth2 1.8.0 throws',
    'image nginx:1.25.3.1, urn:oid:1.3.6.1',
    'Call-ID: 3848276298220188511@atlanta.example',
    'Mastodon @help@social.example is down',
  ])('stays: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['Cookie: connect.sid=s%3AkJx93kdlsPQ0a8sk2.ab3kd93kdk3', 'Cookie: connect.sid=[SECRET_1]'],
    ['SECRET_KEY_BASE=adf2c9d8e7b6a5f4adf2c9d8e7b6a5f4', 'SECRET_KEY_BASE=[SECRET_1]'],
    ['"Server=tcp:198.51.101.27,1433;Database=shop"', '"Server=tcp:[IP_1],1433;Database=shop"'],
    ['SMS_AUTHKEY=318842LqWvTzRk7d2e', 'SMS_AUTHKEY=[SECRET_1]'],
    ['NIR 1.84.12.76.451.189.43', 'NIR [NATIONAL_ID_1]'],
    ['Potete chiamarmi al 044 563 69 72 o scrivermi', 'Potete chiamarmi al [PHONE_1] o scrivermi'],
    ['psql postgres://ann:Tiger@1986@db.internal:5432/x', 'psql postgres://ann:[PASSWORD_1]@db.internal:5432/x'],
    ['IBAN: eyJ2YWx1ZSI6IkhVNDIgMTE3NyAzMDE2IDExMTEgMTAxOCA1MzIzIDM3OTQifQ==\nPhone', 'IBAN: [SECRET_1]=\nPhone'],
    ['card MzYyNjEyNzY0Mzk3MjI=, order 17', 'card [SECRET_1], order 17'],
    ['"iban": "NO_93_8601_111_794_7"', '"iban": "[IBAN_1]"'],
    ['Password=Ak7t$vqJ2&0931;Encrypt=true', 'Password=[SECRET_1];Encrypt=true'],
    ['TCKN: 100 000 001 46. 44 17 geldi', 'TCKN: [NATIONAL_ID_1]. 44 17 geldi'],
  ])('is told from the value beside it: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'the temp pass I was given is ⟦Winter-Falke42⟧ but it says AUTH-401',
  'Passwort habe ich auf ⟦Sonne!2024x⟧ umgestellt',
  "j'ai mis ⟦Soleil2025!⟧ comme mot de passe",
  'a senha que recebi foi ⟦Mudar@123⟧ ontem',
  'паролата ми сега е ⟦Sofia!1234⟧ и не става',
  'הסיסמה שלי היא ⟦Shalom!99⟧ ולא עובד',
  '我把密码改成 ⟦Beijing#2024⟧ 了',
  'Ihr Code lautet ⟦882-114⟧, gültig heute',
  'tu código es ⟦118822⟧, no llega',
  'el código que me llegó por sms fue ⟦33 48 12⟧, no entra',
  'open https://x.example/reset/⟦9f8e7d6c5b4a39281706f5e4d3c2b1a0⟧ please',
  '<add key="SmtpPassword" value="⟦mail!Pa55⟧" />',
];

for (const value of ['()8CJ)Kz', '%&@SI(z7v6', 'sFz45gAn)dlj'])
  FOUND.push(`I can't log in with ⟦${value}⟧ as my password`);

const KEPT = [
  'I can reset everything with two-factor as my password stays the same',
  'password reset fails in Chrome126 and Windows11 since v3.2.1 with AUTH-401 (0x0000007E)',
  'the password hash is PBKDF2-SHA256, base64, utf-8, see user-service/login.ts',
  'password policy: min 12 chars, eu-west-2, evt_1Q9ZK2, job_57276 and 2026-11-20T08:00:00Z',
  'your error code 50312 and your order code 118822 stay, the status code was 5031',
  'my postal code is fine, the code throws 4096 times',
  'https://x.example/confirm/order-shipping-address stays',
  '<add key="TokenLifetime" value="3600" />',
];

describe('passwords and codes by the sentence they stand in', () => {
  it.each(FOUND)('[C-OUT-3] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('who speaks in a transcript', () => {
  it.each([
    '[09:00] Asesor: Buenos días\n[09:01] Cliente: No carga\n[09:02] Asesor: ¿Qué página?',
    '[09:00] Handläggare: Hej\n[09:01] Kund: Funkar inte\n[09:02] Handläggare: Vad?',
    '[09:00] Специалист: Добрый день\n[09:01] Клиент: Не работает\n[09:02] Специалист: Что?',
    '[09:00] Danışman: Merhaba\n[09:01] Müşteri: Çalışmıyor\n[09:02] Danışman: Ne?',
    '[09:00] 坐席: 您好\n[09:01] 用户: 打不开\n[09:02] 坐席: 哪个？',
    '[10:02] Customer: My order is late.\n[10:04] Customer: The blue one.',
    'Operator: Warehouse?\nCaller: Yes, dock four.\nOperator: Hold on.\nCaller: Holding.',
    'Cu respect\nDepartamentul Tehnic',
    'Saygılarımla\nTeknik Servis',
  ])('is a role, and what is said behind it no name: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    [
      '[09:00] Agent: Name?\n[09:01] Customer: Priscilla Weatherby.',
      '[09:00] Agent: Name?\n[09:01] Customer: [PERSON_1].',
    ],
    ['Customer: Priscilla Weatherby\nPlan: Basic', 'Customer: [PERSON_1]\nPlan: Basic'],
  ])('but somebody is named in: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

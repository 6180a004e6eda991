import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('what somebody types before it is called the wrong password', () => {
  it.each([
    'Escribo ⟪BlueTiger⟫ pero dice contraseña incorrecta.',
    'Digito ⟪correct-horse-battery⟫ mas diz senha incorreta.',
    'Jag skriver ⟪48213907⟫ men får fel lösenord.',
    'Kirjoitan ⟪BlueTiger⟫ mutta salasana on väärä.',
    'Zadávám ⟪correct-horse-battery⟫, ale píše špatné heslo.',
    'Ввожу ⟪correct-horse-battery⟫, а пишет неверный пароль.',
  ])('[C-OUT-3] is masked: %s', (marked) => {
    expect(masked(marked.replace(/[⟪⟫]/g, ''))).toBe(marked.replace(/⟪[^⟫]*⟫/g, '[PASSWORD_1]'));
  });

  it.each([
    'I type slowly but it says wrong password.',
    'Wpisuję poprawnie, ale pisze błędne hasło.',
    'I enter 4.12.0 and it says wrong password.',
  ])('stays where it is none: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'A: wifi password please?\nB: it is on the fridge, near the milk.\nB: ⟦suk5floor9125⟧',
  'Das Kennwort haben wir doch im März vergeben. Auf dem Zettel vom Vormieter, unter der Tastatur, lese ich ⟦Igel-Laterne-19⟧',
  'hasło do panelu zmieniałem w zeszłym tygodniu i od tamtej pory, jak widać, wchodzę na ⟦sernik6jaj22⟧',
  'password for the alarm? my husband wrote something down, hang on, looks like ⟦Osem44⟧ to me',
  'パスワードを間違えたようで、大文字の⟦Komugi2019⟧も駄目でした。',
];

const KEPT = [
  'All passwords gone since the import: collation utf8mb4, hashes by sha256sum, certificates in pkcs12, names in win1251.',
  'Passwort vergessen. Der Server osmangazi-02 und die Aufnahme rec-3781 sind davon nicht betroffen.',
  'No recuerdo la contraseña. Miré en el manual. Allí ponen Ejemplo2024 y nada más',
  'The build suk5floor9125 failed in step compile.',
];

describe('what can hardly be anything but a password where passwords are spoken of', () => {
  it.each(FOUND)('[C-OUT-1] masks the value in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1] as string;
    const found = mask(text).spans.filter(({ type }) => type === 'PASSWORD');
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(value);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it('[C-OUT-1] leaves a number to who knows better whose it is', () => {
    const text = 'ugh, password thing again. nino br394753a';
    expect(mask(text).spans.map(({ type }) => type)).toEqual(['NATIONAL_ID']);
  });
});

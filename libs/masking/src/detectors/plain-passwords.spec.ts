import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'the wifi password is ⟦sunflowers⟧',
  'i think the password was ⟦marigold⟧, try it',
  'they changed the password to ⟦marigold⟧ last week, and',
  'het oude wachtwoord was ⟦goudsbloem⟧',
  'lösenordet är ⟦ringblomma⟧',
  'hasło to ⟦nagietek⟧',
  'la contraseña anterior era ⟦calendula⟧',
  'pw→⟦marigold⟧',
  'user mirko pwd ⟦qwerty⟧',
  'the password "⟦Zebra 9 lives⟧" was refused',
  'passphrase: ⟦correct horse battery staple⟧',
  'I typed ⟦Marigold9⟧ three times and the password field turned red',
  "j'ai mis ⟦soleil12⟧ comme mot de passe",
  'coloquei ⟦calendula9⟧ como senha e não entra',
  'creds mirko ⟦Pass77word!⟧ do not work',
  'log in with mirko / ⟦Sonne77#⟧ please',
  'u: mirko p: ⟦sonne⟧',
  'not ⟦letmein⟧ for the replica, please',
  'garage opens with ⟦4821⟧',
  'press ⟦4821#⟧ to get in',
  'Geheimzahl ⟦4821⟧ geht nicht',
  'lösen: ⟦Ar8F$!WCG&eRq9⟧ funkar inte',
  "what's the pin for the side door again\n09:15 me: ⟦7719⟧ same as always",
  'TC kimlik 12345678950 şifrem ⟦kartal1903⟧',
  'BSN 123456782 wachtwoord ⟦goudsbloem⟧',
  'password : ⟦orange tree 77⟧',
  'BankID kode ⟦938201⟧ kom aldri',
  'WiFi for the interns is still ⟦guestguest22⟧, no?',
  'mi contraseña de siempre, ⟦calendula9⟧, no funciona',
  'first car? A: ⟦Trabant⟧',
  '{"u":"mirko","p":"⟦Orange77!⟧"}',
  '⟦482193⟧ ist gültig, bitte niemandem sagen',
  'мой пароль ⟦ласточка⟧ не подходит',
  'a jelszavam ⟦fecske⟧ és nem működik',
  'пароль від кабінету ⟦chereshnya⟧',
  'wachtwoord: ⟦zwaluw⟧ gebruiker: x',
  'passordet er satt til ⟦kirsebær⟧',
  'on a mis ⟦lanterne⟧ comme mot de passe provisoire',
  'tried ⟦Summer25!⟧ and got locked out',
  'The hint says street and the answer is ⟦Larkspur⟧',
  'Passphrase: ⟦anchors aweigh my boys⟧',
];

const KEPT = [
  'the password is required, is expired, is not accepted, is compliant and was rejected',
  'das Passwort ist abgelaufen, ist ungültig. Das Kennwort war gesperrt.',
  'la contraseña es incorrecta, el mot de passe est obligatoire, a senha foi alterada',
  'lösenordet är ogiltigt, hasło jest nieprawidłowe, salasana on vanhentunut',
  'password: please reset it, Passwort: bitte zurücksetzen, contraseña: no funciona',
  'password manager and password policy: both work, the password hash is bcrypt',
  'we moved from Windows10 to Windows11 and the password prompt in Chrome126 is gone',
  'gate 4821 at the airport, door 4821 units sold, phone is 6 years old',
  'error 482193, never share screenshots',
  'user,status\nmirko,active',
  'password policy: min 12 chars, eu-west-2, done',
  '(using password: YES)\n\tat MysqlIO.java:3970',
  'error 401 password entry, build 20261118 password prompt',
  'мой пароль уже не подходит, мой пароль почему-то не работает, a jelszavam már nem jó',
  'the password is set to expire, пароль від кабінету не підходить',
  'password_expiry_days: 90 and DB_PASSWORD\n  valueFrom:\n    secretKeyRef: x',
  'we put numbers as password and tried Windows11 again',
  'itsme code is missing and the BankID code never arrives',
];

describe('passwords that are ordinary words, and how people tell them', () => {
  it.each(FOUND)('[C-OUT-3] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    const found = mask(text).spans.filter(({ type }) => type === 'PASSWORD');
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it('[C-OUT-3] masks the second column of a list of log-ins', () => {
    const { masked } = mask('user;password\nmirko;trombone\nann;clarinet\n\nplease check');
    expect(masked).not.toMatch(/trombone|clarinet/);
  });
});

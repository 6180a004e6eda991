import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

/** Words, codes of doors and answers in a chat, in many languages. */
const FOUND = [
  'her memorable word is ⟦gooseberry⟧, please reset',
  'das Kundenkennwort lautet ⟦brombeere⟧, klein geschrieben',
  'кодовое слово ⟦крыжовник⟧, приложение 6.1',
  'palabra de seguridad "⟦ciruela⟧", gracias',
  'the pass phrase is ⟦green tractor seven⟧, all lower case',
  'Agent: code word?\nCaller: ⟦Thistledown⟧. Thanks',
  'lykilorðið mitt er ⟦Hestur#Þoka⟧ og virkar ekki',
  'fjalëkalimi: ⟦Mali2031!⟧',
  'portkod ⟦8351⟧ och sen hiss',
  'larmkoden ⟦7 2 9 4⟧ funkar',
  'code de la porte ⟦A7731⟧, merci',
  'kode til garasje ⟦0917#⟧ virker ikke',
  'der Alarmcode ist ⟦55*19⟧',
  'código del portal ⟦4471⟧, gracias',
  'the key safe code is ⟦6620⟧',
  'la contraseña sigue siendo ⟦otono47⟧ en el router',
  "le mot de passe c'est toujours ⟦lapin88⟧, merci",
  'sunucunun şifresi hâlâ ⟦izmir1931⟧ galiba',
  '数据库密码还是 ⟦abcd9876⟧，没人改',
  'das WLAN-Passwort (⟦Quark-und-Leinoel-5⟧) geht nicht',
  '⟦Pflaumenmus/12⟧ – so lautet das Passwort',
  'user mirko, pass ⟦Oktober4711⟧, kein Zugang',
  'security answer ⟦Maple Street Elementary⟧ not accepted',
  'svaret på säkerhetsfrågan är ⟦Misse⟧',
  'güvenlik sorusunun cevabı ⟦Pamuk⟧',
  '秘密の質問の答えは⟦ポチ⟧です',
  "Agent: code word?\nCustomer: it's ⟦Windermere⟧\nAgent: thank you",
  "on me demande le mot convenu, c'est ⟦prunelle⟧",
  'le mot de passe « ⟦prunelle⟧ » est refusé',
  'the codeword ⟦Thunderbolt⟧ was given to the driver',
];

const KEPT = [
  'the memorable word is required, the code word field is empty and the passphrase was wrong',
  'the password is case sensitive, das Kennwort ist abgelaufen, la contraseña es obligatoria',
  'door code error 4031, alarm code page 404 and the combination of 12 options',
  'security question page does not load',
  'o campo "senha" diz "obrigatório"',
  'security question: name of your first pet',
  '密保答案不对，秘密の質問の答えは空です',
  'password for user jdoe12 reset on server web01, contra la API v2, see tickets-2026 and form password_hint',
  'Agent: password?\nCaller: I have forgotten it again',
];

describe('passwords said in ordinary words and codes that open something', () => {
  it.each(FOUND)('[C-OUT-3] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

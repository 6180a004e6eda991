import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'Die Mailadresse: ⟦annegret punkt kroeger ät birkenweg minus post punkt example⟧. Danke',
  'La mail è ⟦e zanchetta chiocciola laguna trattino sistemi punto example⟧. Grazie',
  'Mail: ⟦ignacy kropka brzeczy małpa lipa myślnik poczta kropka example⟧. Dzięki',
  'Email ⟦yohanes titik tambunan et danau toba titik example⟧. Tolong',
  'é-mail ⟦zulmira arroba cajueiro digital ponto example⟧, obrigada',
  'мой адрес ⟦петров собака почта точка пример⟧, жду',
  'můj email je ⟦jana tečka nova zavináč posta tečka example⟧, díky',
  '이메일 ⟦danbi 골뱅이 onsaemiro 점 example⟧. 오류',
  '회신은 ⟦dam점bi골뱅이onsae-miro점example⟧ 로 주세요',
  '連絡先は⟦k.usami艾特minamo-kobo點example⟧です',
  'email ⟦thienkim (a còng) hoalan (chấm) example⟧. phien',
  'my email is ⟦jo dash smith at green hill dot example⟧ thanks',
  'mon mail est ⟦luc point morel arobase verger tiret sud point example⟧, merci',
  'mail me at ⟦hamish dot mcgrouther at farm dot example⟧ thanks',
  'faded, I am at ⟦yevgenia (at) copse dot example⟧ now',
  'ich bin ⟦hans punkt meier ät firma punkt example⟧',
  'mail ⟦julian . voss @ hazelwick . example⟧',
  'Reply to ⟦b l a n c a . s t a n @ v e r t e x . c o m . b r⟧ please',
  'login ok user=⟦a d r i a n @ s k y l a r k . d e v⟧ ip=10',
  'e-mail ⟦f.rondinelli@ginestra\nblu.example⟧ grazie',
  'mail <span>⟦rowan@</span>caskandcoil<wbr>.example⟧ ok',
  'next hop: ⟦isambard%2540locke-and-daughters.example⟧ ok',
  'actor=⟦fpereira=40solaria=2Eco=2Euk⟧ action=x',
  'profile=⟦aGFubmFoLmJyaXNiYW5lQHRvbGxlZGdlLmV4YW1wbGU=⟧ theme',
];

const KEPT = [
  'we looked at the dot product of both vectors',
  'meet us @ work. thanks for the help',
  'the build of package @scope/tool @ 1.2.3 fails',
  'at this point the example works, at one point it did not',
  'decorators: @Input() name. @Output() changed. Done.',
  'en este punto el ejemplo falla, arroba no aparece en el teclado',
  'a rate of 40 a day; width=40.5 and w%40x',
];

describe('addresses pulled apart, said or encoded', () => {
  it.each(FOUND)('[C-OUT-1] masks the address and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

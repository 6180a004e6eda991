import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'ABBATE|ROCCO|J|⟦243658261⟧|19790304|55 WATER ST',
  "('Gurpreet Singh','⟦213171457⟧','x','00351920348607','1962-05-30'),",
  'el de mi señora ⟦75/635/279/2⟧ tampoco',
  'sahi wala ⟦A B C P G 5 5 3 2 G⟧ hai',
  'OIB u dva dijela: ⟦646873⟧ pa onda ⟦83565⟧',
  'begins with ⟦sk_live_¦4fQ9ZtKb⟧ and carries on ⟦VxR2mNc7LyWd8PsH⟧',
  'ik log in als haar met ⟦Tulpen-uit-1988⟧, lukt gewoon',
  'so ⟦Biscuit2014!⟧, capital B. works on the laptop',
  'the sticker on the bezel says ⟦ble-noir/29/Brest⟧',
  'hardcode ⟦Fishguard-77-ferry⟧ for the relay',
  'pus ⟦bacalhau_com_natas⟧ na palavra-chave',
  '医保卡的密码是⟦六八六八九一⟧，锁了',
  'رمز ⟦Zaferan-e-Ghaen⟧، نسخه 2.13',
  'the PIN of the certificate (⟦Olives+1983⟧) is not accepted',
  'Mon code secret que votre agent a exigé : ⟦20 04⟧.',
];

const KEPT = [
  'build|ok|main|243658261|20260304|deploy to prod',
  'Region;Orders;Refunds;Total\nNorth West;120334455;4;99',
  'log vss_error_0x8004231f and log id asst-88-204',
  'rows A B C D E F G H and 1 2 3 4 5 6 7 8',
  'the sticker shows FRITZ_7A2C and HomeNet_5G',
];

describe('values in rows, in two parts, read out and written on labels', () => {
  it.each(FOUND)('[C-OUT-3] masks the values in: %s', (marked) => {
    const plain = marked.replace(/¦/g, '');
    const values = Array.from(plain.matchAll(/⟦([^⟧]+)⟧/g), (match) => match[1] as string);
    const { masked } = mask(plain.replace(/[⟦⟧]/g, ''));
    expect(values.filter((value) => masked.includes(value))).toEqual([]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});

import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const days = (text: string) =>
  maskByRules(text, { profile: 'result' })
    .spans.filter(({ type }) => type === 'DOB')
    .map(({ start, end }) => text.slice(start, end));

describe('days on which something happened to a thing', () => {
  it.each([
    'boiler installed 03/11/2008, warranty until 12/05/2011',
    'Inbetriebnahme 17.03.1998, gültig ab 01.01.1995',
    "Date d'achat 12/05/2009, garantie jusqu'au 12/05/2011",
    'Aankoopdatum 12-05-2009, garantie tot 12-05-2011',
    'Куплено 12.05.2009, договор аренды от 03.02.2010',
    'umowa najmu z 03.02.2010, wyrok z dnia 14.07.1999',
    '購入日 2009年5月12日、保証期限 2011/05/12',
    'hyresavtal 2003-09-01, lag 1999-07-14',
    'Period 01.04.2009 to 31.03.2010',
    'Beispiel 01.01.1990 steht im Formular',
    'تاريخ الشراء 12/05/2009',
  ])('[C-OUT-1] stay: %s', (text) => {
    expect(days(text)).toEqual([]);
  });

  it.each([
    ['contract of Mia, ⟦12/05/1979⟧', '12/05/1979'],
    ['garantie non ; la naissance est le ⟦14.07.1971⟧', '14.07.1971'],
    ['Kaufmann ⟦03.02.1961⟧, Rechnung offen', '03.02.1961'],
    ['Sono nato il ⟦14/05/1979⟧, rogito del 03/02/2010', '14/05/1979'],
  ])('[C-OUT-3] hide no birth beside them: %s', (marked, value) => {
    expect(days(marked.replace(/[⟦⟧]/g, ''))).toEqual([value]);
  });
});

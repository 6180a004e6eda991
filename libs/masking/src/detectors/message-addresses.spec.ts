import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked).replace(/_[0-9]+\]/g, ']');

describe('addresses in messages, in lines of their own and in units', () => {
  it.each([
    ['ADR;TYPE=HOME:;;Calle Almendro 12;Cabo Rojo;PR;00623\nREV:1', 'ADR;TYPE=HOME:;;[ADDRESS]\nREV:1'],
    ['F|||77 HOLLIS ST^^DOVER^DE^19904||', 'F|||[ADDRESS]||'],
    ['N3*88 RUE DAUPHINE APT C~\nN4*NEW ORLEANS*LA*70112~', 'N3*[ADDRESS]~\nN4*[ADDRESS]~'],
    ['homePostalAddress: 12 Dene Terrace $ Chilton $ DL17 0ET', 'homePostalAddress: [ADDRESS]'],
    ['x|1801 S 4TH ST APT B1107|MINNEAPOLIS|MN|55454|EE', 'x|[ADDRESS]|MINNEAPOLIS|MN|[ADDRESS]|EE'],
    ['He went to 173 Riverside Walk\nIkeja 9000 and nobody came', 'He went to [ADDRESS] and nobody came'],
    ['Jeg bor i Bjørnsons gate 58\n3957\nBergen.', 'Jeg bor i [ADDRESS].'],
    ['We moved to 146 Elm Court, Phulera in May.', 'We moved to [ADDRESS] in May.'],
    ['Skicka till Storgatan 99 lgh 1102, 287 11 Västerås.', 'Skicka till [ADDRESS].'],
    ['Itt lakom: 4566 Adács, Béke sétány 157. II/5.', 'Itt lakom: [ADDRESS]'],
    ['pošlite na Školská 165/A, 048 74 Komárno. moje', 'pošlite na [ADDRESS]. moje'],
    ['Meir 107 bus 2, 4034 ’s-Hertogenbosch', '[ADDRESS]'],
    ['请把配件寄到南京中山路168号，邮编519081。', '请把配件寄到[ADDRESS]。'],
    ['부품은 (29614)\n송파 테헤란로 13 로 보내 주세요.', '부품은 [ADDRESS] 로 보내 주세요.'],
    ['मैं 65, गली नंबर 4, इंदौर - 411063 में रहता हूँ।', 'मैं [ADDRESS] में रहता हूँ।'],
    ['ผมอยู่ที่ เลขที่ 131a ถนนพระราม 4 เชียงราย 12459', 'ผมอยู่ที่ [ADDRESS]'],
    ['أرسلوا القطعة إلى 51/2 شارع الحمرا، المنامة.', 'أرسلوا القطعة إلى [ADDRESS].'],
  ])('[C-OUT-1] masks %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

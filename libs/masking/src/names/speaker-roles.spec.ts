import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

/** Both sides of a transcript in languages whose words for them were once taken for names. */
const SPEAKERS = [
  ['صارف', 'ایجنٹ'],
  ['گاہک', 'نمائندہ'],
  ['الزبونة', 'الوكيل'],
  ['کاربر', 'پشتیبان'],
  ['אורחת', 'הנציג'],
  ['मरीज़', 'ऑपरेटर'],
  ['ক্রেতা', 'বিক্রেতা'],
  ['பயனர்', 'பிரதிநிதி'],
  ['ഉപഭോക്താവ്', 'പ്രതിനിധി'],
  ['ደንበኛ', 'ወኪል'],
  ['Հաճախորդ', 'Գործակալ'],
  ['买家', '老师'],
  ['판매자', '점주'],
  ['Ostja', 'Müüja'],
  ['Xəstə', 'Kuryer'],
  ['Mijoz', 'Xodim'],
  ['Përdoruesi', 'Shitësi'],
  ['Mteja', 'Msimamizi'],
  ['Kaupandi', 'Seljandi'],
  ['Agent 2', 'Customer'],
] as const;

describe('who speaks by a role', () => {
  it.each(SPEAKERS)('names nobody: %s, %s', (one, other) => {
    const chat = `[10:02] ${one}: E-503, 8.99?\n[10:03] ${other}: OK\n[10:05] ${one}: 17, 23\n`;
    expect(masked(chat)).toBe(chat);
    const timed = `${one} (10:02): E-503, 8.99?\n${other} (10:03): OK\n`;
    expect(masked(timed)).toBe(timed);
  });

  it('[C-OUT-1] is somebody where the label goes on', () => {
    const chat = '[10:02] Agent Luka Perković: Sretno!\n[10:03] Mteja Zuhura Mwinyi: asante\n';
    expect(masked(chat)).toBe('[10:02] Agent [PERSON_1]: Sretno!\n[10:03] Mteja [PERSON_2]: asante\n');
  });
});

describe('who signs as an office', () => {
  it.each([
    'Mit freundlichen Grüßen\nKreditorenbuchhaltung',
    'Ystävällisin terveisin\nIntegraatiotiimi',
    'Tisztelt Felvételi Iroda,\n\nE-4471.',
    'Saygılarımla,\nSatın Alma',
    'सादर,\nलेखा विभाग',
    'والسلام،\nشعبہ فروخت\n',
    'Wako,\nIdara ya Fedha',
    'Salam,\nTim Operasional',
    'E-4471 / 503.\n\nشکریہ\n',
    'E-4471 / 503.\n\nSamahani\n',
  ])('names nobody: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('[C-OUT-1] a person who signs beside one is masked', () => {
    expect(masked('Kind regards,\nAlma Satınoğlu\nHuman Resources')).toBe('Kind regards,\n[PERSON_1]\nHuman Resources');
  });
});

describe('a brand that is called like a person', () => {
  it.each([
    'Charles Schwab crashed after the update.',
    'I connected Morgan Stanley to my account and sync fails.',
    'The Mary Kay integration times out.',
  ])('names nobody: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('[C-OUT-1] somebody who shares half of it is masked', () => {
    expect(masked('Charles Schwabenland called about the invoice.')).not.toContain('Schwabenland');
  });
});

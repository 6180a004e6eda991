import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('who signs in a script without capitals', () => {
  it.each([
    ['مع التحية،', 'خلف آل معيض'],
    ['با احترام،', 'محمدپارسا روحانی'],
    ['בברכה,', 'עלמה חורי'],
    ['ধন্যবাদান্তে,', 'তন্ময় মিশ্র'],
    ['இப்படிக்கு,', 'எழில்மன்னன் அகத்தியன்'],
    ['सादर,', 'रीतिका कपूर'],
  ])('[C-OUT-1] is masked: %s %s', (closing, name) => {
    expect(masked(`E-4471 / 503.\n\n${closing}\n\n${name}\nNordlicht 24\n`)).toBe(
      `E-4471 / 503.\n\n${closing}\n\n[PERSON_1]\nNordlicht 24\n`,
    );
  });

  it.each(['مع التحية،\nخدمة العملاء\n', 'בברכה,\nצוות התמיכה\n', 'सादर,\nबिलिंग टीम\n'])(
    'stays where it is an office: %s',
    (text) => {
      expect(masked(text)).toBe(text);
    },
  );
});

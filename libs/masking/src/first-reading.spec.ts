import { describe, expect, it } from 'vitest';
import { learnNames, maskText } from './mask-text.ts';
import { PlaceholderSession } from './placeholders.ts';
import { readByRules } from './rules.ts';
import { type Reading, TextMasking } from './text-masking.ts';

/** The rules' reading, and which texts it read. */
function counted(): { read: Reading; texts: string[] } {
  const texts: string[] = [];
  const read: Reading = (text, masking) => {
    texts.push(text);
    return readByRules(text, masking);
  };
  return { texts, read };
}

const SUBJECT = 'Login of Mara Lindqvist fails';
const BODY = 'Hi, it says E-217.\n\nBest regards,\nJonas Wetterberg';

describe('a text that was read for its names', () => {
  it('[C-OUT-1] is read again where a later field taught another name', () => {
    const { read, texts } = counted();
    const session = new PlaceholderSession();
    const options = { profile: 'result', session } as const;
    new TextMasking(SUBJECT, options, read).learn();
    new TextMasking(BODY, options, read).learn();
    const { masked } = new TextMasking(SUBJECT, options, read).run();
    expect(String(masked)).toBe('Login of [PERSON_1] fails');
    expect(texts.filter((text) => text === SUBJECT)).toHaveLength(2);
  });

  it('is masked from that reading where no name came after it, and read once more when masked', () => {
    const { read, texts } = counted();
    const options = { profile: 'result', session: new PlaceholderSession() } as const;
    new TextMasking(BODY, options, read).learn();
    const { masked } = new TextMasking(BODY, options, read).run();
    expect(texts).toEqual([BODY, masked]);
  });

  it('[C-OUT-1] is read again where other values are known by then', () => {
    const { read, texts } = counted();
    const options = { profile: 'result', session: new PlaceholderSession() } as const;
    new TextMasking(BODY, options, read).learn();
    new TextMasking(BODY, { ...options, known: { name: 'Otto Brehm' } }, read).run();
    expect(texts.slice(0, 2)).toEqual([BODY, BODY]);
  });

  it('[C-OUT-1] is read again where another tier masks it', () => {
    const options = { profile: 'result', session: new PlaceholderSession() } as const;
    new TextMasking(BODY, options, readByRules).learn();
    const { read, texts } = counted();
    new TextMasking(BODY, options, read).run();
    expect(texts[0]).toBe(BODY);
  });

  it('[C-OUT-1] keeps one placeholder for one person in both fields', () => {
    const options = { profile: 'result', session: new PlaceholderSession() } as const;
    const subject = 'Invoice for Jonas Wetterberg';
    learnNames(subject, options);
    learnNames(BODY, options);
    expect(String(maskText(subject, options).masked)).toBe('Invoice for [PERSON_1]');
    expect(String(maskText(BODY, options).masked)).toBe('Hi, it says E-217.\n\nBest regards,\n[PERSON_1]');
  });
});

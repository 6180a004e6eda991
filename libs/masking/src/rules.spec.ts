import { describe, expect, it } from 'vitest';
import { detectAll, followNames } from './rules.ts';
import { TextMasking } from './text-masking.ts';
import type { KnownValues } from './types.ts';

const TEXT = 'Dear Odalys Ferncombe and Wrexham, the tug Ferncombe is moored at Wrexham, wrote Odalys.';

/** What is masked behind the address when that shows `names`. */
function followed(names: readonly string[], mayBe: (value: string) => boolean, known: KnownValues = {}): string[] {
  const masking = new TextMasking(TEXT, { profile: 'result', known }, detectAll);
  const { scan } = detectAll(TEXT, masking);
  const findings = names.map((name) => {
    const start = TEXT.indexOf(name);
    return { start, end: start + name.length, type: 'PERSON' as const };
  });
  followNames({ scan, findings }, masking, (finding) => mayBe(TEXT.slice(finding.start, finding.end)));
  const behind = findings.filter((finding) => finding.start > TEXT.indexOf('tug'));
  return behind.map((finding) => TEXT.slice(finding.start, finding.end)).sort();
}

describe('names that a text shows', () => {
  it('[C-OUT-1] are masked wherever else they stand', () => {
    expect(followed(['Odalys Ferncombe', 'Wrexham'], () => true)).toEqual(['Ferncombe', 'Odalys', 'Wrexham']);
  });

  it('[C-OUT-1] are masked even where they look like nobody’s, if given name and surname are shown', () => {
    expect(followed(['Odalys Ferncombe'], () => false)).toEqual(['Ferncombe', 'Odalys']);
  });

  it('stay where they are nobody’s, if a single word is shown: a place may be called like somebody', () => {
    expect(followed(['Wrexham'], () => false)).toEqual([]);
    expect(followed(['Wrexham'], () => true)).toEqual(['Wrexham']);
  });

  it('[C-OUT-1] are masked everywhere where the ticket itself gives them', () => {
    expect(followed(['Odalys Ferncombe'], () => false, { name: 'Wrexham' })).toContain('Wrexham');
  });
});

/** A word, one CJK character, one symbol, or one placeholder; `start` and `end` are UTF-16 offsets. */
export interface ScoreToken {
  text: string;
  start: number;
  end: number;
}

const PLACEHOLDER = '\\[[A-Z][A-Z_]{1,24}[0-9]{0,4}\\]';
const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
const TOKEN = new RegExp(`${PLACEHOLDER}|${CJK}|(?:(?!${CJK})[\\p{L}\\p{M}\\p{N}])+|\\S`, 'gu');

/** Splits a text the way a labelled file is scored: words, CJK by character, single symbols. */
export function scoreTokens(text: string): ScoreToken[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

import { describe, expect, it } from 'vitest';
import { Part, readUnspaced } from './unspaced-words.ts';

/** Where something of a kind stands: `x` for each character that may be it, `.` for the others. */
function marks(text: string, part: number): string {
  const parts = new Uint8Array(text.length);
  readUnspaced(text, 0, text.length, parts);
  return Array.from(parts, (flags) => ((flags & part) === 0 ? '.' : 'x')).join('');
}

describe('what a character of a script without spaces may be part of [C-OUT-1]', () => {
  it('is a surname, and a given name behind one', () => {
    expect(marks('田中太郎です', Part.surname)).toMatch(/^xx/);
    expect(marks('田中太郎です', Part.given)).toMatch(/xx\.\.$/);
    expect(marks('王小明来信', Part.beginsSurname)).toMatch(/^x/);
    expect(marks('王小明来信', Part.given)).toMatch(/^.xx/);
    expect(marks('김민준입니다', Part.surname)).toBe('x.....');
    expect(marks('김민준입니다', Part.given)).toBe('.xx...');
  });

  it('is no surname of one character that no given name follows', () => {
    expect(marks('王的', Part.surname)).toBe('..');
  });

  it('is a name in katakana where all of the word is one', () => {
    expect(marks('タナカさん', Part.alone)).toBe('xxx..');
    expect(marks('タナカシステムズ', Part.alone)).toBe('........');
  });

  it('is a name of Thailand', () => {
    expect(marks('สมชาย', Part.alone)).toBe('xxxxx');
  });

  it('is a word where a language uses it often', () => {
    expect(marks('システム', Part.word)).toBe('xxxx');
    expect(marks('联系', Part.word)).toBe('xx');
    expect(marks('확인', Part.word)).toBe('xx');
  });

  it('is nothing in other scripts', () => {
    expect(marks('Anna 42, Анна', 255)).toBe('.............');
  });
});

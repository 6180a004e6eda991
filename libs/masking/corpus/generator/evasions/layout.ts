import type { Random } from '../random.ts';

/* Evasions by spacing, breaking and spelling out. */

/** A line break inside the value, at a space or dash if there is one. */
export function lineBreak(text: string, random: Random): string {
  const gaps = [...text.matchAll(/[ -]/g)].map(({ index }) => index);
  if (gaps.length > 0) {
    const at = random.pick(gaps);
    return text[at] === ' '
      ? `${text.slice(0, at)}\n${text.slice(at + 1)}`
      : `${text.slice(0, at + 1)}\n${text.slice(at + 1)}`;
  }
  const at = random.int(Math.ceil(text.length / 3), Math.floor((text.length * 2) / 3));
  return `${text.slice(0, at)}${random.pick(['\n', '=\n', '\\\n'])}${text.slice(at)}`;
}

/** `a n n a @ …`: a space between all characters. */
export const spacedOut = (text: string): string => [...text.replace(/\s+/g, '  ')].join(' ').replace(/ {3,}/g, '   ');

/** Digits in odd groups with odd separators. */
export function oddGroups(text: string, random: Random): string {
  const digits = text.replace(/[^0-9A-Za-z+]/g, '');
  const separator = random.pick(['.', '/', ' ', '-', '_', ' . ', ' / ', '|', '·', ', ']);
  const groups: string[] = [];
  for (let at = 0; at < digits.length; ) {
    const size = random.int(2, 4);
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups.join(separator);
}

export const eachDigitApart = (text: string, random: Random): string =>
  [...text.replace(/[^0-9A-Za-z]/g, '')].join(random.pick([' ', '-', '.', ' - ']));

/** `anna (at) example [dot] com`, in English or the language of the ticket. */
export function spelledOut(email: string, random: Random, [at, dot]: readonly [string, string]): string {
  const [atWord, dotWord] = random.chance(0.5) ? [at, dot] : ['at', 'dot'];
  const style = random.pick(['words', 'brackets', 'parentheses', 'capitals', 'half', 'braces']);
  const [left, right] = {
    words: [' ', ' '],
    brackets: [' [', '] '],
    parentheses: ['(', ')'],
    capitals: [' ', ' '],
    half: [' (', ') '],
    braces: [' {', '} '],
  }[style] as [string, string];
  const word = (text: string) => `${left}${style === 'capitals' ? text.toUpperCase() : text}${right}`;
  const [local = '', domain = ''] = email.split('@');
  if (style === 'half') return `${local}${word(atWord)}${domain}`;
  const dotted = (text: string) => text.replaceAll('.', word(dotWord));
  return `${style === 'words' ? dotted(local) : local}${word(atWord)}${dotted(domain)}`;
}

import type { Random } from '../random.ts';

/* Evasions by writing characters as escapes, the way broken exports and clever users do. */

const hex = (character: string, width: number) => (character.codePointAt(0) ?? 0).toString(16).padStart(width, '0');

/** Escapes every character, or only those that are neither letter nor digit. */
function escaped(text: string, all: boolean, encode: (character: string) => string): string {
  return [...text]
    .map((character) => (all || /[^\p{L}\p{M}\p{N}\s]/u.test(character) ? encode(character) : character))
    .join('');
}

export function htmlEntities(text: string, random: Random): string {
  const hexadecimal = random.chance(0.5);
  return escaped(text, random.chance(0.4), (character) =>
    hexadecimal ? `&#x${hex(character, 2)};` : `&#${character.codePointAt(0)};`,
  );
}

const NAMED: Record<string, string> = {
  '@': '&commat;',
  '.': '&period;',
  '-': '&hyphen;',
  _: '&lowbar;',
  '+': '&plus;',
  ' ': '&nbsp;',
};
export const namedEntities = (text: string): string =>
  text.replace(/[@._+ -]/g, (character) => NAMED[character] ?? character);

/** RFC 3986 §2.1. */
export function percent(text: string, random: Random): string {
  if (random.chance(0.6)) return encodeURIComponent(text).replace(/\./g, '%2E');
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

/** `\u0041` as in JSON, or `\x41` as in logs. */
export function backslash(text: string, random: Random): string {
  const byByte = random.chance(0.3) && /^[\x20-\x7e]+$/.test(text);
  return escaped(text, random.chance(0.4), (character) =>
    byByte
      ? `\\x${hex(character, 2)}`
      : [...Array(character.length).keys()]
          .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}

/** RFC 2045 §6.7, `@` and everything beyond ASCII. */
export const quotedPrintable = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte > 126 || byte === 0x3d || byte === 0x40 || byte === 0x2e
        ? `=${byte.toString(16).padStart(2, '0').toUpperCase()}`
        : String.fromCharCode(byte),
    )
    .join('');

/** The whole value as base64 of a small text that says what it is. */
export function base64(text: string, random: Random): string {
  const wrapped = random.pick([text, `contact: ${text}`, JSON.stringify({ value: text }), `${text}\n`]);
  const encoded = Buffer.from(wrapped).toString('base64');
  return random.chance(0.3) ? encoded.replace(/=+$/, '') : encoded;
}

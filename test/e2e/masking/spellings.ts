/** A text that is searched many times: folded once. */
export interface Haystack {
  text: string;
  folded: string;
}

/** The same value as somebody, or some program, may have written it down. */
export interface Spelling {
  how: string;
  find(hay: Haystack): boolean;
}

export const haystack = (text: string): Haystack => ({ text, folded: fold(text) });

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const includes = (how: string, needle: string): Spelling => ({ how, find: ({ text }) => text.includes(needle) });

/**
 * Every way in which a value is looked for: as it is, folded, with other separators, escaped for URLs, JSON and HTML, in hex
 * and in base64 at any place of a longer text.
 */
export function spellingsOf(value: string): Spelling[] {
  const bytes = Buffer.from(value);
  const folded = fold(value);
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(folded)}(?![\\p{L}\\p{N}])`, 'u');
  const digits = value.replaceAll(/\D/g, '');
  const spellings: Spelling[] = [
    { how: 'as it is', find: (hay) => hay.folded.includes(folded) && word.test(hay.folded) },
    includes('percent-encoded', encodeURIComponent(value)),
    includes('as a form field', encodeURIComponent(value).replaceAll('%20', '+')),
    includes(
      'escaped in JSON',
      [...value].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ),
    includes('as HTML entities', [...value].map((character) => `&#${character.codePointAt(0)};`).join('')),
    includes('in hexadecimal', bytes.toString('hex')),
    ...base64Of(bytes).map((needle) => includes('in base64', needle)),
  ];
  if (digits.length >= 7 && digits.length >= value.length / 2) {
    const spaced = new RegExp(`(?<!\\d)${[...digits].join('[ .\\-_/\\u00a0]{0,2}')}(?!\\d)`);
    spellings.push({ how: 'with other separators', find: ({ text }) => spaced.test(text) });
  }
  // What encoding leaves as it is was looked for already, as a word of its own.
  const encoded = (how: string) => how === 'percent-encoded' || how === 'as a form field';
  return spellings.filter(({ how }) =>
    encoded(how)
      ? encodeURIComponent(value) !== value
      : how === 'as it is' || how === 'with other separators' || value.length >= 6,
  );
}

/** A value inside a longer base64 text begins at one of three places of a group; its edges belong to its neighbours. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(shift === 0 ? 0 : shift + 1, text.length - 1);
  });
}

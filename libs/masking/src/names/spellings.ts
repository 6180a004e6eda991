/** Letters with a dot below, which Unicode knows as one character and as two: `ज़`, `ड़`, `য়`, `ਸ਼`. */
const DOTTED = new Map(
  Array.from(
    '\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59\u0a5a\u0a5b\u0a5e',
    (one) => [one.normalize('NFC'), one],
  ),
);
const TWO = new RegExp([...DOTTED.keys()].join('|'), 'gu');

/** The source of a pattern, so that it matches either way of writing such letters. */
export const anySpelling = (source: string): string =>
  source.normalize('NFC').replace(TWO, (two) => `(?:${two}|${DOTTED.get(two)})`);

/** Malayalam letters without a vowel: one character, or what older keyboards write, two. */
const CHILLU: Readonly<Record<string, string>> = { ൺ: 'ണ്', ൻ: 'ന്', ർ: 'ര്', ൽ: 'ല്', ൾ: 'ള്' };
/** Ethiopic letters of one sound, by the one that the lists are kept in. */
const ONE_SOUND: Readonly<Record<string, string>> = {};
for (const [from, to] of [
  [0x1210, 0x1200],
  [0x1280, 0x1200],
  [0x1220, 0x1230],
  [0x12d0, 0x12a0],
  [0x1338, 0x1340],
] as const)
  for (let form = 0; form < 7; form += 1)
    Object.assign(ONE_SOUND, { [String.fromCharCode(from + form)]: String.fromCharCode(to + form) });
Object.assign(ONE_SOUND, { ሃ: 'ሀ', ሓ: 'ሀ', ኃ: 'ሀ', ኣ: 'አ', ዓ: 'አ' });
const OTHER = /[ൺൻർൽൾሃኣ]|[\u1210-\u1216\u1220-\u1226\u1280-\u1286\u12d0-\u12d6\u1338-\u133e]/gu;

/** A word in the one spelling that the lists of names are kept in; the length may differ. */
export const plainSpelling = (word: string): string =>
  word.normalize('NFC').replace(OTHER, (letter) => CHILLU[letter] ?? ONE_SOUND[letter] ?? letter);

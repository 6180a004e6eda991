/** What programs add to the name of a number: `irdNo`, `nin_number`, `bvnValue`. */
const ENDINGS = ['no', 'number', 'num', 'nr', 'id', 'value'];
/** A shorter key is a word of its own in some language. */
const KEY_MIN = 5;

/**
 * Phrases and, of those in plain Latin letters, the keys that programs make of them: words run together, `nationalId`,
 * and abbreviations with an ending, `irdNo`.
 */
export function withKeys(phrases: string): string {
  const keys = new Set(phrases.split('|'));
  for (const phrase of [...keys]) {
    if (!/^[a-z]+(?: [a-z]+){0,3}$/.test(phrase)) continue;
    const joined = phrase.replaceAll(' ', '');
    if (joined.length >= KEY_MIN && joined.length < 28) keys.add(joined);
    if (phrase !== joined || phrase.length > 8) continue;
    for (const ending of ENDINGS) if (phrase.length + ending.length >= KEY_MIN) keys.add(phrase + ending);
  }
  return [...keys].join('|');
}

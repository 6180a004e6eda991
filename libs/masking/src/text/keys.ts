/**
 * Grams of three or four symbols: every text in which an expression matches holds one of them. `weight` is about how many of
 * them an ordinary text holds in one unit.
 */
export interface Keys {
  grams: ReadonlySet<string>;
  weight: number;
}

export const KEY_MIN = 3;
export const KEY_MAX = 4;
const KEYS_MAX = 400;

/** One of the texts must stand there: of each, the gram that is rarest. @param frequency of a symbol, in thousandths */
export function keysOf(texts: readonly string[], frequency: (symbol: number) => number): Keys | undefined {
  if (texts.length > KEYS_MAX) return undefined;
  const grams = new Set<string>();
  let weight = 0;
  for (const text of texts) {
    if (text.length < KEY_MIN) return undefined;
    const [gram, own] = rarestGram(text, frequency);
    if (!grams.has(gram)) weight += own;
    grams.add(gram);
  }
  return { grams, weight };
}

function rarestGram(text: string, frequency: (symbol: number) => number): [gram: string, weight: number] {
  let rarest = '';
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + KEY_MIN <= text.length; at += 1) {
    const gram = text.slice(at, at + KEY_MAX);
    let weight = 1;
    for (let index = 0; index < gram.length; index += 1) weight *= frequency(gram.charCodeAt(index)) / 1_000;
    if (weight < least) [rarest, least] = [gram, weight];
  }
  return [rarest, least];
}

/** Of two that are both needed, the one that fewer texts hold. */
export function rarer(left: Keys | undefined, right: Keys | undefined): Keys | undefined {
  if (!left || !right) return left ?? right;
  return left.weight <= right.weight ? left : right;
}

/** One of the two is needed. */
export function union(left: Keys | undefined, right: Keys | undefined): Keys | undefined {
  if (!left || !right || left.grams.size + right.grams.size > KEYS_MAX) return undefined;
  return { grams: new Set([...left.grams, ...right.grams]), weight: left.weight + right.weight };
}

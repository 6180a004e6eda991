import type { SeenSecret } from '../house/secrets.ts';

/** What secrets look like whose values never pass the specs: between services, Vault and Linear. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['JWT', /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}/],
  ['JWE', /eyJ[\w-]{10,}\.[\w-]+\.[\w-]{10,}\.[\w-]{10,}\.[\w-]{16,}/],
  ['Linear token', /lin_(oauth|api|refresh)_?\w{4,}/],
  ['Vault token', /hv[sb]\.[\w-]{8,}/],
  ['private key', /-----BEGIN [A-Z ]*PRIVATE KEY|"d":"[\w-]{40,}"/],
];

/**
 * Looks for secrets in a text: by value where it is known, by shape where it is not.
 * @returns kind and file of each find; never the value, since test reports are kept
 */
export function scan(
  { file, text }: { file: string; text: string },
  values: readonly SeenSecret[],
  shapes = SHAPES,
): string[] {
  const lower = text.toLowerCase();
  const known = values.filter(({ value }) => occurs(value.toLowerCase(), lower)).map(({ kind }) => kind);
  const shaped = shapes.filter(([, shape]) => shape.test(text)).map(([kind]) => kind);
  return [...new Set([...known, ...shaped])].map((kind) => `${kind} in ${file}`);
}

/** As a word of its own: a customer called “Log” is not found in “logged”. */
function occurs(value: string, text: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const around = [text[at - 1], text[at + value.length]];
    if (!around.some((character) => character !== undefined && /[\p{L}\p{N}]/u.test(character))) return true;
  }
  return false;
}

/** Characters of a value that are looked for in binary files; two secrets do not share sixteen in a row. */
const WINDOW = 16;

/**
 * Looks for values in the pages of a database, where anything may stand right before and after them.
 * @returns kinds of what was found
 */
export function valuesAtRest(bytes: Buffer, values: readonly SeenSecret[]): string[] {
  const ends = new Map(
    values.filter(({ value }) => value.length >= WINDOW).map(({ kind, value }) => [value.slice(-WINDOW), kind]),
  );
  const found = new Set<string>();
  for (const [run] of bytes.toString('latin1').matchAll(/[\w\-.~]{16,}/g)) {
    for (let at = 0; at + WINDOW <= run.length; at++) {
      const kind = ends.get(run.slice(at, at + WINDOW));
      if (kind !== undefined) found.add(kind);
    }
  }
  return [...found];
}

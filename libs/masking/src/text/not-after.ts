import type { Syntax } from './regex-syntax.ts';

/**
 * ASCII characters behind which no match begins, one entry each, as a leading `(?<![…])` says; undefined where it says
 * nothing.
 */
export function notAfter(syntax: Syntax, ignoreCase: boolean): Uint8Array | undefined {
  const first = syntax.kind === 'sequence' ? syntax.parts[0] : undefined;
  if (first?.kind !== 'assertion' || !first.notBehind) return undefined;
  const excluded = new Uint8Array(128);
  for (const set of first.notBehind.kind === 'choice' ? first.notBehind.options : [first.notBehind])
    for (let code = 0; code < 128; code += 1) if (holdsOne(set, code, ignoreCase)) excluded[code] = 1;
  return excluded;
}

/** Whether every match of a part of one character holds this one; false where that is not plain. */
function holdsOne(syntax: Syntax, code: number, ignoreCase: boolean): boolean {
  if (syntax.kind === 'sequence')
    return syntax.parts.length === 1 && holdsOne(syntax.parts[0] as Syntax, code, ignoreCase);
  if (syntax.kind !== 'set' || (syntax.negated && ignoreCase)) return false;
  const named = syntax.classes.map((name) => ASCII_OF_CLASS[name]);
  if (named.includes(undefined)) return false;
  const character = String.fromCharCode(code);
  const inside =
    syntax.ranges.some(([from, to]) => code >= from && code <= to) ||
    named.some((characters) => (characters as RegExp).test(character));
  return inside !== syntax.negated;
}

const ASCII_OF_CLASS: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/,
  w: /\w/,
  s: /\s/,
  L: /[A-Za-z]/,
  Lu: /[A-Z]/,
  Ll: /[a-z]/,
  M: /[^\0-\x7f]/,
  N: /[0-9]/,
};

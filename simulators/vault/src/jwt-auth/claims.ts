import type { BoundValue } from './role.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** A claim by name, or by JSON pointer (RFC 6901) when the name starts with `/`. `aud` is always a list. */
export function readClaim(claims: Claims, name: string): unknown {
  const value = name.startsWith('/') ? followPointer(claims, name) : own(claims, name);
  return name === 'aud' && typeof value === 'string' ? [value] : value;
}

/**
 * Checks that every bound claim has at least one of its accepted values; a claim that is a list matches when one
 * element does.
 * @returns why not, in Vault's words, or undefined when all match.
 */
export function boundClaimsMismatch(bound: Readonly<Record<string, BoundValue>>, claims: Claims): string | undefined {
  for (const [name, accepted] of Object.entries(bound)) {
    const actual = readClaim(claims, name);
    if (actual === undefined || actual === null) return `claim "${name}" is missing`;
    const values: readonly unknown[] = Array.isArray(actual) ? actual : [actual];
    const expected: readonly unknown[] = Array.isArray(accepted) ? accepted : [accepted];
    if (!expected.some((value) => values.includes(value))) {
      return `claim "${name}" does not match any associated bound claim values`;
    }
  }
  return undefined;
}

function followPointer(claims: Claims, pointer: string): unknown {
  let value: unknown = claims;
  for (const part of pointer.slice(1).split('/')) {
    value = own(value, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return value;
}

/** Own properties only: a claim called `constructor` must not find the prototype's. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

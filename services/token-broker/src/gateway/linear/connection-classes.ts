import type { ConnectionClass } from '@sallyport/contracts';

/**
 * What each Linear application may do. Linear cannot narrow a token, so the class is chosen at consent and what came
 * back is compared with this list, exactly (design, "Credentials").
 */
export const CLASS_SCOPES: Readonly<Record<ConnectionClass, readonly string[]>> = {
  reader: ['read'],
  creator: ['issues:create', 'read'],
  curator: ['read', 'write'],
};

/**
 * Reads a `scope` value of Linear's token answer: spaces, commas (older copies of its documentation) or, for
 * applications older than December 2023, an array. Sorted and without repeats.
 */
export function readScopes(scope: unknown): string[] {
  const words = Array.isArray(scope) ? scope.map(String) : String(scope ?? '').split(/[\s,]+/);
  return [...new Set(words.filter((word) => word !== ''))].sort();
}

/** One scope more is as wrong as one less: a creator token that can write can delete. */
export function isScopeSetOf(scopes: readonly string[], connection: ConnectionClass): boolean {
  const expected = CLASS_SCOPES[connection];
  return scopes.length === expected.length && expected.every((scope) => scopes.includes(scope));
}

/** Letters, digits and the separators of names and URLs: a name that means exactly itself. */
const EXACT = /^[A-Za-z][A-Za-z0-9_.:/-]*$/;
const SWEEPING = new Set(['all', 'any']);

/**
 * First key or string in `data` that could mean more than itself (`*`, `tools.*`, `?`, `[a-z]`, `all` …), as a path;
 * `undefined` where every name is exact. C-AZ-2: wildcards are refused when data is loaded, not only when used.
 */
export function findInexactName(data: unknown, path = 'data'): string | undefined {
  if (typeof data === 'string') return isExact(data) ? undefined : path;
  if (typeof data !== 'object' || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const place = `${path}.${key}`;
    if (!Array.isArray(data) && !isExact(key)) return place;
    const found = findInexactName(value, place);
    if (found) return found;
  }
  return undefined;
}

function isExact(name: string): boolean {
  return EXACT.test(name) && !SWEEPING.has(name.toLowerCase());
}

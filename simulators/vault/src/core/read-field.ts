import { badRequest } from './vault-error.ts';

type Data = Readonly<Record<string, unknown>>;

/** Reads an optional string field of a request body or query. @throws VaultError 400 for another type. */
export function readString(data: Data, field: string): string | undefined {
  const value = data[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw badRequest(`error converting input for field "${field}": expected a string`);
  return value;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Reads a duration in whole seconds: a number, or a string such as `"90"`, `"90s"`, `"5m"`, `"1h"`.
 * @returns 0 when the field is missing. @throws VaultError 400 for anything else.
 */
export function readSeconds(data: Data, field: string): number {
  const value = data[field];
  if (value === undefined || value === null || value === '') return 0;
  const parts = /^(\d{1,9})([smhd]?)$/.exec(String(value));
  if (!parts) throw badRequest(`error converting input for field "${field}": expected seconds`);
  return Number(parts[1]) * (UNIT_SECONDS[parts[2] ?? ''] ?? 1);
}

/** Reads a list of strings, given as an array or separated by commas. @throws VaultError 400 for another type. */
export function readStrings(data: Data, field: string): string[] {
  const value = data[field];
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return value.split(',').map((part) => part.trim());
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value;
  throw badRequest(`error converting input for field "${field}": expected a list of strings`);
}

/** Reads an object whose values are strings. @throws VaultError 400 for another type. */
export function readStringMap(data: Data, field: string): Record<string, string> {
  const value = data[field];
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
      return Object.fromEntries(entries);
    }
  }
  throw badRequest(`error converting input for field "${field}": expected a map of strings`);
}

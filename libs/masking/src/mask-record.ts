import { learnNames, maskText } from './mask-text.ts';
import { brand, type Masked } from './masked.ts';
import { PlaceholderSession } from './placeholders.ts';
import { MaskingRefused } from './refusal.ts';
import type { MaskOptions } from './text-masking.ts';
import type { PiiType } from './types.ts';

/** `text`: scanned and masked. `keep`: passed on, for ids, enums and numbers. A type: replaced whole. */
export type FieldRule = 'text' | 'keep' | PiiType;

export interface FieldsOutcome<T> {
  fields: Masked<T>;
  counts: Partial<Record<PiiType, number>>;
}

/**
 * Masks the fields of a record by rule, in one session; a field without a rule is left out. Names found in one field
 * are masked in all of them.
 *
 * @throws MaskingRefused as {@link maskText} does, for the first field that cannot be masked, with its name.
 */
export function maskFields<T extends object, K extends keyof T & string>(
  record: T,
  schema: Record<K, FieldRule>,
  options: MaskOptions,
): FieldsOutcome<Pick<T, K>> {
  const session = options.session ?? new PlaceholderSession();
  const rules = Object.entries(schema) as [K, FieldRule][];
  const counts: Partial<Record<PiiType, number>> = {};
  const texts = rules.filter(([key, rule]) => rule === 'text' && typeof record[key] === 'string');
  // A first reading teaches the session the names of later fields (a body's signature names who the title is about).
  if (texts.length > 1)
    for (const [key] of texts) inField(key, () => learnNames(record[key] as string, { ...options, session }));
  const fields: Partial<Record<K, unknown>> = {};
  for (const [key, rule] of rules) {
    const value: unknown = record[key];
    if (rule === 'keep' || value === undefined || value === null) {
      fields[key] = value;
    } else if (rule === 'text') {
      const outcome = inField(key, () => maskText(String(value), { ...options, session }));
      fields[key] = outcome.masked;
      for (const span of outcome.spans) counts[span.type] = (counts[span.type] ?? 0) + 1;
    } else {
      fields[key] = session.placeholderFor(rule, String(value));
      counts[rule] = (counts[rule] ?? 0) + 1;
    }
  }
  return { fields: brand(fields as Pick<T, K>), counts };
}

/** Adds to a refusal the name of the field it is about; the name stands in our source code, unlike what the field holds. */
function inField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof MaskingRefused ? new MaskingRefused(error.reason, error.why, error.at, field) : error;
  }
}

/** Masks every string of a JSON value, keys excepted, in one session: tool results, log records, audit payloads. */
export function maskValue<T>(value: T, options: MaskOptions): Masked<T> {
  const session = options.session ?? new PlaceholderSession();
  return brand(maskInside(value, { ...options, session }) as T);
}

function maskInside(value: unknown, options: MaskOptions): unknown {
  if (typeof value === 'string') return maskText(value, options).masked;
  if (Array.isArray(value)) return value.map((item) => maskInside(item, options));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskInside(item, options)]));
}

/** PII type → how many values were masked. */
export type Counts = Record<string, number>;

/** Adds `more` to `sum`, in place. @returns `sum` */
export function addCounts(sum: Counts, more: Readonly<Partial<Record<string, number>>>): Counts {
  for (const [type, count] of Object.entries(more)) if (count) sum[type] = (sum[type] ?? 0) + count;
  return sum;
}

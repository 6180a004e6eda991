export interface Check {
  name: string;
  expected: string;
  seen: string;
  ok: boolean;
  ms: number;
}

/** Checks as a table, in the order they were made. */
export function table(checks: readonly Check[]): string {
  const rows = checks.map(({ name, expected, seen, ok, ms }) => [ok ? '✓' : '✗', name, expected, seen, `${ms} ms`]);
  const all = [['', 'check', 'expected', 'seen', 'time'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Makes checks one after another; a check that throws has failed, with the reason as what was seen. */
export class Report {
  readonly checks: Check[] = [];
  private readonly now: () => number;

  constructor(now: () => number = Date.now) {
    this.now = now;
  }

  check(name: string, expected: string, look: () => string): void {
    const began = this.now();
    let seen: string;
    try {
      seen = look();
    } catch (error) {
      seen =
        String((error as Error).message)
          .split('\n')
          .at(-1)
          ?.trim()
          .slice(0, 100) ?? 'failed';
    }
    this.checks.push({ name, expected, seen, ok: seen === expected, ms: this.now() - began });
  }

  get passed(): boolean {
    return this.checks.length > 0 && this.checks.every(({ ok }) => ok);
  }
}

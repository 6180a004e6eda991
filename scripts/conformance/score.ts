import type { Check, Requirements, Results } from './suite.ts';

export interface Score {
  /** Scenarios that count, and how many of them held. */
  scored: number;
  passed: number;
  /** Single checks of those. */
  checks: { passed: number; failed: number; warnings: number; skipped: number };
  /** Scenarios that ran without counting, with the reason. */
  notScored: { scenario: string; reason: string; passed: boolean }[];
}

const count = (checks: readonly Check[], status: Check['status']) =>
  checks.filter((check) => check.status === status).length;
/** A scenario without a single success proved nothing. */
const held = (checks: readonly Check[] | undefined): boolean =>
  checks !== undefined && count(checks, 'SUCCESS') > 0 && count(checks, 'FAILURE') === 0;

/** Counts what was demanded; a demanded scenario that did not run has not passed. */
export function scoreOf({ scored, unscored }: Requirements, results: Results): Score {
  const checks = scored.flatMap((scenario) => results.get(scenario) ?? []);
  return {
    scored: scored.length,
    passed: scored.filter((scenario) => held(results.get(scenario))).length,
    checks: {
      passed: count(checks, 'SUCCESS'),
      failed: count(checks, 'FAILURE'),
      warnings: count(checks, 'WARNING'),
      skipped: count(checks, 'SKIPPED'),
    },
    notScored: [...unscored].flatMap(([scenario, reason]) => {
      const ran = results.get(scenario);
      return ran ? [{ scenario, reason, passed: held(ran) }] : [];
    }),
  };
}

/** Lines for a person: every scenario that counts, what went wrong in it, and what did not count. */
export function reportOf(title: string, { scored }: Requirements, results: Results, score: Score): string {
  const lines = [`── ${title}: ${score.passed} of ${score.scored} scored scenarios`];
  for (const scenario of scored) {
    const checks = results.get(scenario);
    const said = checks ? `${count(checks, 'SUCCESS')} checks` : 'did not run';
    lines.push(`  ${held(checks) ? '✓' : '✗'} ${scenario.padEnd(48)} ${said}`);
    for (const { id, status, description, errorMessage } of checks ?? []) {
      if (status !== 'FAILURE' && status !== 'WARNING') continue;
      lines.push(`      ${status.toLowerCase()} ${id}: ${errorMessage ?? description}`);
    }
  }
  if (score.notScored.length > 0) lines.push('  not scored:');
  for (const { scenario, reason, passed } of score.notScored) {
    lines.push(`  ${passed ? '✓' : '·'} ${scenario.padEnd(48)} ${reason}`);
  }
  return `${lines.join('\n')}\n`;
}

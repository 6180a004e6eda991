import { describe, expect, it } from 'vitest';
import { reportOf, scoreOf } from './score.ts';
import type { Check, Results } from './suite.ts';

const check = (status: Check['status'], errorMessage?: string): Check => ({
  id: 'a-check',
  status,
  description: 'something holds',
  ...(errorMessage ? { errorMessage } : {}),
});
const demanded = { scored: ['one', 'two'], unscored: new Map([['beside', 'extension']]) };
const resultsOf = (two: Check[] | undefined, beside: Check[] = []): Results =>
  new Map([['one', [check('SUCCESS')]], ['beside', beside], ...(two ? [['two', two] as const] : [])]);

describe('a scored scenario has not passed', () => {
  it.each<[string, Check[] | undefined]>([
    ['when it did not run', undefined],
    ['when it left no check', []],
    ['when one check failed', [check('SUCCESS'), check('FAILURE')]],
    ['when every check was skipped', [check('SKIPPED'), check('INFO')]],
  ])('%s', (_, two) => {
    const { scored, passed } = scoreOf(demanded, resultsOf(two));
    expect([scored, passed]).toEqual([2, 1]);
  });
});

describe('a score', () => {
  it('counts a warning and passes the scenario, as the suite does', () => {
    const { passed, checks } = scoreOf(demanded, resultsOf([check('SUCCESS'), check('WARNING')]));
    expect([passed, checks]).toEqual([2, { passed: 2, failed: 0, warnings: 1, skipped: 0 }]);
  });

  it('names what ran without counting, and is not changed by it', () => {
    const score = scoreOf(demanded, resultsOf([check('SUCCESS')], [check('FAILURE')]));
    expect(score).toMatchObject({ scored: 2, passed: 2, checks: { failed: 0 } });
    expect(score.notScored).toEqual([{ scenario: 'beside', reason: 'extension', passed: false }]);
  });

  it('is told with the reason of every failure and of what did not run', () => {
    const results = resultsOf([check('FAILURE', 'expected 400')]);
    const failed = reportOf('r', demanded, results, scoreOf(demanded, results));
    expect(failed).toContain('failure a-check: expected 400');
    const missing = resultsOf(undefined);
    expect(reportOf('r', demanded, missing, scoreOf(demanded, missing))).toContain('did not run');
  });
});

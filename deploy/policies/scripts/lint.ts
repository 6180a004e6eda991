import { globSync } from 'node:fs';
import { REASONS } from '@sallyport/contracts';
import { evaluate, main, POLICIES, PolicyError, refuseUnsoundGrants, run } from './opa.ts';

/** Syntax trees of the decisions, for the policy about policies. */
function modules(): unknown[] {
  return globSync('{mcp,broker,audit}/**/*.rego', { cwd: POLICIES })
    .filter((path) => !path.endsWith('_test.rego'))
    .sort()
    .map((path) => JSON.parse(run('opa', ['parse', '--format', 'json', '--json-include', 'locations', path])));
}

await main(() => {
  run('opa', ['check', '--strict', '--bundle', '.']);
  run('opa', ['fmt', '--fail', '--list', '.']);
  run('regal', ['lint', '.']);
  const found = evaluate('data.checks.rules.violations', { modules: modules(), reasons: REASONS }) as string[];
  if (found.length > 0) throw new PolicyError(found.join('\n'));
  refuseUnsoundGrants();
  console.log('policies: sound');
});

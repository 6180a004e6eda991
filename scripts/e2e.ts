import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { conclude, runVitest } from './test/run-vitest.ts';

const HELP = `npm run e2e -- --target local [-- vitest arguments]

The whole stack on one machine, spoken to over HTTP only: scenarios, attacks, outages, and what the record holds.
The last line is the count.

  --target local     one machine, fresh state, free ports (default)
  --target cluster   a Kubernetes of your own; comes with the Kubernetes work
  --target kind      a Kubernetes in Docker; comes with the Kubernetes work
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string', default: 'local' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (values.target !== 'local') {
  const known = values.target === 'cluster' || values.target === 'kind';
  const line = known
    ? `target ${values.target} comes with the Kubernetes work; today the suite runs with --target local`
    : 'unknown target; it is local, cluster or kind';
  process.stderr.write(`sallyport: ${line}\n`);
  process.exit(2);
}

const config = join(import.meta.dirname, '../test/e2e/vitest.config.ts');
conclude(runVitest('e2e', ['--config', config, ...positionals]));

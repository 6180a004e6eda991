import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clusterRun } from './e2e/cluster-run.ts';
import { kindCluster } from './e2e/kind.ts';
import { ownCluster } from './e2e/own-cluster.ts';
import { conclude, runVitest } from './test/run-vitest.ts';

const HELP = `npm run e2e -- --target local|cluster|kind [options] [-- vitest arguments]

The product as its users have it. The last line is the count.

  --target local     one machine, fresh state, free ports (default): scenarios, attacks, outages, the record
  --target cluster   a real Kubernetes: the one of "npm run cluster -- up", or that of KUBECONFIG
  --target kind      makes a kind cluster (needs Docker and kind), runs the same there, removes it

For cluster and kind:
  --values FILE      more values for the chart; may be given more than once
  --registry NAME    images are already where the cluster pulls from (NAME/sallyport/…); none are built or loaded
  --tag TAG          their tag
  --keep             leaves the release, and the kind cluster, where they are
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    target: { type: 'string', default: 'local' },
    values: { type: 'string', multiple: true, default: [] },
    registry: { type: 'string' },
    tag: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { registry, tag, keep } = values;
const options = {
  values: values.values,
  keep,
  vitest: positionals,
  ...(registry ? { registry } : {}),
  ...(tag ? { tag } : {}),
};

try {
  switch (values.target) {
    case 'local':
      conclude(
        runVitest('e2e', ['--config', join(import.meta.dirname, '../test/e2e/vitest.config.ts'), ...positionals]),
      );
      break;
    case 'cluster':
      conclude(await clusterRun(await ownCluster(options, say), options, say));
      break;
    case 'kind': {
      const kind = await kindCluster(options, say);
      const counts = await clusterRun(kind, options, say).finally(() => (keep ? undefined : kind.remove()));
      conclude(counts);
      break;
    }
    default:
      throw new Error('unknown target; it is local, cluster or kind');
  }
} catch (error) {
  process.stderr.write(`sallyport: ${(error as Error).message}\n`);
  process.exit(2);
}

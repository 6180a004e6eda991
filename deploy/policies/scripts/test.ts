import { main, PolicyError, run } from './opa.ts';

/** What `opa test --coverage --format json` prints, as far as it is read here. */
interface Coverage {
  coverage: number;
  files: Record<string, { coverage?: number; not_covered?: { start: { row: number }; end: { row: number } }[] }>;
}

await main(() => {
  console.log(run('opa', ['test', '--bundle', '.', '--fail-on-empty']).trim());
  const report: Coverage = JSON.parse(run('opa', ['test', '--bundle', '.', '--coverage', '--format', 'json']));
  const gaps = Object.entries(report.files).flatMap(([file, { not_covered = [] }]) =>
    not_covered.map(({ start, end }) => `${file}:${start.row}-${end.row}`),
  );
  if (report.coverage !== 100 || gaps.length > 0) {
    throw new PolicyError(`coverage is ${report.coverage} %, not 100 %\n${gaps.join('\n')}`);
  }
  console.log('coverage: 100 %');
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const HELP = `npm run bench -- NAME [options]

  mcp            tools/call with every guard on, against bare SDK servers in the same run; out/bench/mcp.json
    --quick      shorter, for CI
    --rounds N   interleaved rounds (default 3)
    --seconds N  seconds a measurement (default 3; 1 when quick)
    --profile    then profile the mcp-server under each workload; out/bench/mcp-profile.json
  masking        MB/s, adversarial texts, growth of time with length; out/bench/masking.json
    --quick      shorter, for CI
    --libraries  then score npm's libraries beside ours (installs them under out/) and write the tables of docs/masking.md

Ratios count; absolute numbers belong to the machine they were measured on.
`;

const [name, ...args] = process.argv.slice(2);
const file = join(import.meta.dirname, 'bench', `${name}.bench.ts`);
if (!name || args.includes('--help') || name === '--help' || !/^[a-z]+$/.test(name) || !existsSync(file)) {
  process.stdout.write(HELP);
  process.exit(process.argv.includes('--help') ? 0 : 2);
}
const { run } = (await import(file)) as { run(args: string[]): Promise<number> };
process.exit(await run(args));

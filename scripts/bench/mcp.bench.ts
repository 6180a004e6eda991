import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canPin } from './cpu.ts';
import { writeProfiles } from './profile.ts';
import { mediansOf, type Ratios, type Round, ratiosOf } from './ratios.ts';
import { type Plan, playRounds, playTokens } from './rounds.ts';
import { type Stage, setStage } from './stage.ts';
import { ratioLines, tableOf } from './table.ts';

const out = join(import.meta.dirname, '../../out/bench');
const QUICK = { rounds: 3, seconds: 1, warmUpSeconds: 0.5, connections: [16], manyTokens: 0 };
const FULL = { rounds: 3, seconds: 3, warmUpSeconds: 1, connections: [1, 16], manyTokens: 50 };

/** `npm run bench -- mcp`. @returns exit code: 1 when the guarded echo is slower than the bare v1 server's, or an answer was wrong */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const usual = values.quick ? QUICK : FULL;
  const plan: Plan = {
    ...usual,
    rounds: bounded('--rounds', values.rounds, usual.rounds, 20),
    seconds: bounded('--seconds', values.seconds, usual.seconds, 30),
  };
  await mkdir(out, { recursive: true });
  say('Starting Sallyport, B1 (SDK v1) and B2 (SDK v2) …');
  const rounds = await onStage(async (stage) => [
    ...(await playRounds(stage, plan, say)),
    ...(await playTokens(stage, plan, say)),
  ]);
  const compared = ratiosOf(rounds);
  const medians = mediansOf(rounds);
  await writeFile(
    join(out, 'mcp.json'),
    JSON.stringify({ machine: machine(), plan, ...compared, medians, rounds }, null, 2),
  );
  process.stdout.write(`\n${tableOf(medians)}\n${ratioLines(compared)}\n\n`);
  if (values.profile) {
    const file = join(out, 'mcp-profile.json');
    await onStage((stage) => writeProfiles(stage, file), join(out, 'mcp-profile'));
    say(`Profile: ${file}`);
  }
  return verdict(rounds, compared);
}

/** Ratios decide, never absolute numbers; an answer that is not the one expected makes any number worthless. */
function verdict(rounds: readonly Round[], { ratios }: Ratios): number {
  const wrong = rounds.find(({ errors }) => errors > 0);
  if (wrong) say(`${wrong.errors} wrong answers from ${wrong.server} (${wrong.workload}): ${wrong.sample}`);
  const ratio = ratios.echo_vs_b1 ?? 0;
  if (ratio <= 1) say(`echo_vs_b1 is ${ratio}: every guard on, and slower than no guard at all`);
  return wrong || ratio <= 1 ? 1 : 0;
}

/** @param profileFile see `setStage` */
async function onStage<T>(play: (stage: Stage) => Promise<T>, profileFile?: string): Promise<T> {
  const stage = await setStage(profileFile);
  const interrupted = () => void stage.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await Promise.race([play(stage), stage.stack.ended]);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await stage.stop();
  }
}

const machine = () => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model,
  node: process.version,
  v8: process.versions.v8,
  /** Server on one core, everything else on the other. */
  pinned: canPin,
});

const say = (text: string) => void process.stderr.write(`${text}\n`);

function bounded(name: string, text: string | undefined, usual: number, max: number): number {
  const value = Number(text ?? usual);
  if (!Number.isInteger(value) || value < 1 || value > max) throw new Error(`${name} must be from 1 to ${max}`);
  return value;
}

import { type Measurement, measure } from './measure.ts';
import { callMessage, type Era, readAnswer } from './messages.ts';
import type { Round } from './ratios.ts';
import type { Server, ServerName, Stage } from './stage.ts';
import { signIn } from './tokens.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

export interface Plan {
  rounds: number;
  /** Of one measurement. */
  seconds: number;
  warmUpSeconds: number;
  connections: readonly number[];
  /** Rows with that many distinct tokens in turn; 0 for none. */
  manyTokens: number;
}

/** SDK v1 ends at 2025-11-25. */
const CONTESTANTS: readonly [ServerName, Era][] = [
  ['b1', '2025-11-25'],
  ['sallyport', '2025-11-25'],
  ['b2', '2025-11-25'],
  ['b2', '2026-07-28'],
  ['sallyport', '2026-07-28'],
];
/** Before anything counts, every server has seen every kind of call this long: compilers take their time. */
const FIRST_WARM_UP_MS = 1_500;
const MANY_AT_ONCE = 16;

type Say = (text: string) => void;

/** A B C A B C …: what disturbs the machine meets everybody. Each round begins with another server, and with a new token. */
export async function playRounds(stage: Stage, plan: Plan, say: Say): Promise<Round[]> {
  const played: Round[] = [];
  for (let round = 0; round <= plan.rounds; round++) {
    const tokens = await signIn(stage.servers.sallyport.url, 1);
    const order = [
      ...CONTESTANTS.slice(round % CONTESTANTS.length),
      ...CONTESTANTS.slice(0, round % CONTESTANTS.length),
    ];
    for (const workload of WORKLOADS) {
      for (const connections of round === 0 ? [MANY_AT_ONCE] : plan.connections) {
        for (const [name, era] of order) {
          const server = stage.servers[name];
          const times = round === 0 ? { warmUpMs: FIRST_WARM_UP_MS, durationMs: 1 } : timesOf(plan);
          const measured = await play(server, era, workload, tokens, connections, times);
          if (round > 0) played.push({ round, ...rowOf(server, era, workload, tokens, connections), ...measured });
        }
      }
    }
    say(round === 0 ? 'all warm' : `round ${round} of ${plan.rounds}`);
  }
  return played;
}

/** One token against many in turn: what remembering verified tokens is worth, and that it holds for more than one. */
export async function playTokens(stage: Stage, plan: Plan, say: Say): Promise<Round[]> {
  if (plan.manyTokens === 0) return [];
  say(`signing in ${plan.manyTokens} times …`);
  const { sallyport } = stage.servers;
  const tokens = await signIn(sallyport.url, plan.manyTokens);
  const [workload] = WORKLOADS;
  const played: Round[] = [];
  for (let round = 1; workload && round <= plan.rounds; round++) {
    const measured = await play(sallyport, '2025-11-25', workload, tokens, MANY_AT_ONCE, timesOf(plan));
    played.push({ round, ...rowOf(sallyport, '2025-11-25', workload, tokens, MANY_AT_ONCE), ...measured });
  }
  return played;
}

/** Looks at one answer closely; every answer under load must then be that one, byte for byte. */
export async function play(
  server: Server,
  era: Era,
  { tool, args, review }: Workload,
  tokens: readonly string[],
  connections: number,
  times: { warmUpMs: number; durationMs: number },
): Promise<Measurement> {
  const presented = server.name === 'sallyport' ? tokens : [undefined];
  const calls = presented.map((token) => callMessage(era, tool, args, token));
  const [first] = calls;
  const response = await fetch(server.url, { method: 'POST', ...first });
  const expect = await response.text();
  review(server.name, readAnswer(response.status, expect));
  return measure(server, { url: server.url, calls, connections, expect, ...times });
}

const timesOf = ({ warmUpSeconds, seconds }: Plan) => ({
  warmUpMs: warmUpSeconds * 1_000,
  durationMs: seconds * 1_000,
});

const rowOf = (server: Server, era: Era, { name }: Workload, tokens: readonly string[], connections: number) => ({
  ...{ server: server.name, era, workload: name, connections },
  tokens: server.name === 'sallyport' ? tokens.length : 0,
});

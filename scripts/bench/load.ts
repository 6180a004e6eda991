import { Agent, request } from 'node:http';

/** One measurement: what to send, how long, how many at once; the answer must contain `expect`. */
export interface Load {
  url: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  warmUpMs: number;
  durationMs: number;
  expect: string;
}
export interface LoadResult {
  requests: number;
  errors: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** First answer that was not what it should be, cut. */
  sample?: string;
}

/** Never more than this in one measurement, whatever the clock says. */
const MAX_REQUESTS = 500_000;

/** Closed-loop load over kept-alive connections; runs in a process of its own, on a core of its own. */
async function measure(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  await loop(load, agent, load.warmUpMs);
  process.stdout.write('{"warm":true}\n');
  const result = await loop(load, agent, load.durationMs);
  agent.destroy();
  return result;
}

async function loop(load: Load, agent: Agent, durationMs: number): Promise<LoadResult> {
  const latencies: number[] = [];
  let errors = 0;
  let sample: string | undefined;
  const started = performance.now();
  const worker = async () => {
    while (performance.now() - started < durationMs && latencies.length < MAX_REQUESTS) {
      const sent = performance.now();
      const answer = await post(load, agent);
      latencies.push(performance.now() - sent);
      if (!answer.includes(load.expect)) {
        errors += 1;
        sample ??= answer.slice(0, 300);
      }
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  const seconds = (performance.now() - started) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { requests: latencies.length, errors, seconds, p50: at(0.5), p99: at(0.99), ...(sample ? { sample } : {}) };
}

function post({ url, headers, body }: Load, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const outgoing = request(url, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    outgoing.on('error', (error) => resolve(`error: ${error.message}`));
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(`${response.statusCode} ${Buffer.concat(chunks)}`));
    });
    outgoing.end(body);
  });
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const result = await measure(JSON.parse(Buffer.concat(chunks).toString()) as Load);
process.stdout.write(`${JSON.stringify(result)}\n`);

import { createInterface } from 'node:readline';
import { HttpConnection, requestBytes } from './http-connection.ts';

/** One measurement: what to send, how long, how many at once, and the only answer that counts. */
export interface Load {
  url: string;
  /** Sent in turn: the same call with different tokens. */
  calls: { headers: Record<string, string>; body: string }[];
  connections: number;
  warmUpMs: number;
  durationMs: number;
  /** Body of the answer, byte for byte. */
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
const MAX_REQUESTS = 2_000_000;
const SAMPLE_LENGTH = 300;

/** Closed loop: every connection sends its next call when it has the answer to the last one. */
async function loop(load: Load, messages: Buffer[], durationMs: number): Promise<LoadResult> {
  const latencies: number[] = [];
  const expected = Buffer.from(load.expect);
  let [errors, sent] = [0, 0];
  let sample: string | undefined;
  const failed = (what: string) => {
    errors += 1;
    sample ??= what.slice(0, SAMPLE_LENGTH);
  };
  const started = performance.now();
  const work = async () => {
    const connection = await HttpConnection.open(load.url);
    while (performance.now() - started < durationMs && sent < MAX_REQUESTS) {
      const from = performance.now();
      const { status, body } = await connection.send(messages[sent++ % messages.length] as Buffer);
      latencies.push(performance.now() - from);
      if (status !== 200 || !body.equals(expected)) failed(`${status} ${body}`);
    }
    connection.close();
  };
  await Promise.all(
    Array.from({ length: load.connections }, () => work().catch((error: Error) => failed(error.message))),
  );
  const seconds = (performance.now() - started) / 1_000;
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { requests: sorted.length, errors, seconds, p50: at(0.5), p99: at(0.99), ...(sample ? { sample } : {}) };
}

// A process of its own, on a core of its own. Says when it is warm and waits for the word to begin.
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const load = JSON.parse((await lines.next()).value as string) as Load;
const messages = load.calls.map(({ headers, body }) => requestBytes(load.url, headers, body));
await loop(load, messages, load.warmUpMs);
process.stdout.write('{"warm":true}\n');
await lines.next();
process.stdout.write(`${JSON.stringify(await loop(load, messages, load.durationMs))}\n`);
process.exit(0);

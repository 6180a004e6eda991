import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An audit service in a process of its own, run from source. */
export interface Child {
  process: ChildProcess;
  url: string;
}

/** Starts it and waits for the line that says it listens. @throws Error with what it said instead */
export async function startChild(environment: Record<string, string>): Promise<Child> {
  const hooks = join(import.meta.dirname, 'swc-hooks.ts');
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, ['--conditions=@sallyport/source', '--import', hooks, main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{"ready":true')) continue;
    const { url } = JSON.parse(line) as { url: string };
    return { process: child, url: url.replace('localhost', '127.0.0.1') };
  }
  throw new Error(`the audit service did not start: ${errors}`);
}

/** Ends it as a crash or an operator would. @returns its exit code */
export async function endChild({ process: child }: Child, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await exited)[0];
}

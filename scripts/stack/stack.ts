import type { Addresses, Place } from './addresses.ts';
import { type Child, startChild } from './child.ts';
import { type StackOptions, services, simulators } from './services.ts';
import { prepareState } from './state.ts';

export interface Stack {
  addresses: Addresses;
  stateDir: string;
  url(place: Place): string;
  child(name: string): Child;
  /** Rejects when any process ends by itself. */
  ended: Promise<never>;
  /** Stops one process and starts it again with the same settings. */
  restart(name: string, signal?: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the whole house on one machine: simulators and services side by side, each its own process. */
export async function startStack(options: StackOptions, onReady?: (name: string) => void): Promise<Stack> {
  await prepareState(options.stateDir, options.addresses);
  const specs = [...simulators(options), ...services(options)];
  const children = new Map<string, Child>();
  const starting = specs.map(async (spec) => {
    children.set(spec.name, await startChild(spec));
    onReady?.(spec.name);
  });
  const outcomes = await Promise.allSettled(starting);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  const stop = async () => {
    // Callers first, so that what they still say is heard by those they call.
    const order = specs.map(({ name }) => name).reverse();
    const audit = order.filter((name) => name === 'audit');
    for (const name of [...order.filter((name) => name !== 'audit'), ...audit]) await children.get(name)?.stop();
  };
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const child = (name: string) => {
    const found = children.get(name);
    if (!found) throw new Error(`no process is called ${name}`);
    return found;
  };
  const ended = Promise.race([...children.values()].map((one) => one.ended));
  ended.catch(() => undefined);
  return {
    addresses: options.addresses,
    stateDir: options.stateDir,
    url: options.addresses.url,
    child,
    ended,
    async restart(name, signal) {
      await child(name).stop(signal);
      const spec = specs.find((candidate) => candidate.name === name);
      if (spec) children.set(name, await startChild(spec));
    },
    stop,
  };
}

import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type { Counter, Histogram } from 'prom-client';
export { Registry } from 'prom-client';

/** A service's metrics: process defaults and a `service` label. Labels are bounded words, never ids of people. */
export function createRegistry(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  return registry;
}

export function counter<L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labels: readonly L[],
): Counter<L> {
  return new Counter({ name, help, labelNames: labels, registers: [registry] });
}

/** Histogram of durations in seconds. */
export function durations<L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labels: readonly L[],
): Histogram<L> {
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  return new Histogram({ name, help, labelNames: labels, buckets, registers: [registry] });
}

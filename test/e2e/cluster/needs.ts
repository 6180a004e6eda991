import { inject } from 'vitest';
import type { Capability } from './capabilities.ts';

/** Whether the cluster lacks something a test needs: then it is skipped, and the run says why. */
export function lacks(...needed: Capability[]): boolean {
  const found = inject('capabilities');
  const missing = needed.filter((name) => !found.includes(name));
  if (missing.length > 0) process.stdout.write(`  skipped: this cluster lacks ${missing.join(', ')}\n`);
  return missing.length > 0;
}

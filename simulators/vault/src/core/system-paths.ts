import { randomUUID } from 'node:crypto';
import type { FaultSettings } from '../sim/faults.ts';

/** The release whose behaviour the simulator follows. */
const VERSION = '1.20.0';

/** `sys/health` and `sys/seal-status`, which need no token. */
export class SystemPaths {
  readonly #clusterId = randomUUID();
  readonly #now: () => number;
  readonly #faults: () => FaultSettings;

  constructor(faults: () => FaultSettings, now: () => number) {
    this.#faults = faults;
    this.#now = now;
  }

  /** @returns status and body of an unauthenticated system path, or undefined when the path is not one. */
  answer(path: string): { status: number; body: Record<string, unknown> } | undefined {
    const sealed = this.#faults().sealed === true;
    const cluster = { version: VERSION, cluster_name: 'vault-simulator', cluster_id: this.#clusterId };
    if (path === 'sys/health') {
      const standby = { standby: false, performance_standby: false };
      const replication = { replication_performance_mode: 'disabled', replication_dr_mode: 'disabled' };
      const server_time_utc = Math.floor(this.#now() / 1000);
      const body = { initialized: true, sealed, ...standby, ...replication, server_time_utc, ...cluster };
      return { status: sealed ? 503 : 200, body };
    }
    if (path === 'sys/seal-status') {
      const shares = { type: 'shamir', initialized: true, sealed, t: 1, n: 1, progress: 0, nonce: '' };
      return { status: 200, body: { ...shares, migration: false, recovery_seal: false, ...cluster } };
    }
    return undefined;
  }
}

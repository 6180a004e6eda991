export const FAULTS = ['ratelimited', '500', 'drop-after-commit', 'slow'] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** Which endpoint misbehaves. */
  readonly on: 'graphql' | 'token';
  /** Only requests with this root field; all when null. */
  readonly operation: string | null;
  /** For `slow`: milliseconds before the request is looked at. */
  readonly ms: number;
}

/** Faults to come, each used up by one request. */
export class Faults {
  #waiting: Fault[] = [];

  plan(fault: Fault, count: number): void {
    for (let index = 0; index < count; index += 1) this.#waiting.push(fault);
  }

  /** The oldest fault that fits, removed. */
  take(on: 'graphql' | 'token', operation: string | null): Fault | undefined {
    const fields = operation?.split(',') ?? [];
    const index = this.#waiting.findIndex(
      (fault) => fault.on === on && (fault.operation === null || fields.includes(fault.operation)),
    );
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0];
  }

  /** @returns how many were waiting */
  clear(): number {
    const { length } = this.#waiting;
    this.#waiting = [];
    return length;
  }
}

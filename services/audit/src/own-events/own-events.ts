import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type { EventOf, Receipt } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';
import type { AuditLog } from '../log/audit-log.ts';
import { type NewEntry, newEntry } from '../log/entry.ts';
import { Overloaded } from '../log/group-commit.ts';

type OwnEvent = EventOf<'audit_read'> | EventOf<'audit_refused'> | EventOf<'service_started'>;
type Fact<E> = E extends OwnEvent ? Omit<E, 'uid' | 'time' | 'traceId'> : never;
/** What audit says of itself, without the parts that are the same for all. */
export type OwnFact = Fact<OwnEvent>;

/** More of our own events than this unwritten, and reading stops: what cannot be recorded does not happen. */
const MAX_UNWRITTEN = 1_000;

/** Audit as a producer of its own log: same counting, same rules, no network between. */
export class OwnEvents {
  readonly #epoch = randomUUID();
  #counter = 0;
  #unwritten: NewEntry[] = [];

  constructor(
    private readonly log: Pick<AuditLog, 'append'>,
    private readonly now: () => number,
  ) {}

  /**
   * Resolves once the fact is durable.
   * @throws Overloaded or the database's error; the fact is then written with the next one, so that no number is lost
   */
  async record(fact: OwnFact): Promise<Receipt> {
    if (this.#unwritten.length >= MAX_UNWRITTEN) throw new Overloaded('own events cannot be written');
    const time = this.now();
    const event: OwnEvent = { ...fact, uid: randomUUIDv7(), time, traceId: traceIdOf() };
    const produced = { producer: 'audit', epoch: this.#epoch, counter: this.#counter++, event } as const;
    const batch = [...this.#unwritten.splice(0), newEntry(produced, time)];
    try {
      const { receipts } = await this.log.append(batch);
      return receipts.at(-1) as Receipt;
    } catch (error) {
      this.#unwritten.push(...batch);
      throw error;
    }
  }
}

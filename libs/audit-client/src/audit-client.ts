import { randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { SigningKey } from '@sallyport/authn';
import { EVENT_KINDS_BY_PRODUCER, type PlatformEvent, type Receipt, type ServiceName } from '@sallyport/contracts';
import { declareRefused } from './declare-refused.ts';
import { Spool, type SpooledEvent } from './spool.ts';
import { type AuditTarget, postBatch } from './transport.ts';
import { AuditUnavailable } from './unavailable.ts';

/** An act waits this long for its intent to be durable, then it does not happen (audit research §4). */
const DURABLE_TIMEOUT_MS = 500;
const SHIP_TIMEOUT_MS = 5_000;
const SHIP_BATCH = 500;
/** Events are gathered this long before they are shipped: an event alone costs almost as much as a hundred. */
const GATHER_MS = 20;
/** More waiting events than this and nothing new is taken: refusing is better than forgetting. */
const QUEUE_LIMIT = 50_000;
const RETRY_MS = 250;

export interface AuditClientOptions {
  url: string;
  service: ServiceName;
  key: SigningKey;
  /** Directory of the local spool; survives the process. */
  spoolDir: string;
  now?: () => number;
  traceHeaders?: () => Record<string, string>;
  /** Told once per failed shipment, for the log. */
  onShipFailure?: (error: unknown) => void;
  durableTimeoutMs?: number;
  shipTimeoutMs?: number;
  /** Shows this workload's certificate; absent: a plain keep-alive agent. */
  agent?: TlsAgent | undefined;
}

/**
 * A producer of audit events. Acts that grant or change something use `recordDurably` **before** they act; everything else
 * goes to an fsynced local spool and is shipped in the background, in order, at least once.
 */
export class AuditClient {
  readonly #target: AuditTarget;
  readonly #spool: Spool;
  readonly #epoch = randomUUID();
  #counter = 0;
  #queue: SpooledEvent[] = [];
  #shipping: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #closed = false;

  private constructor(private readonly options: AuditClientOptions) {
    const { url, service, key, now = Date.now, traceHeaders } = options;
    const secure = url.startsWith('https:');
    const agent = options.agent && secure ? options.agent : new (secure ? TlsAgent : Agent)({ keepAlive: true });
    this.#target = { url, service, key, agent, now, ...(traceHeaders ? { traceHeaders } : {}) };
    this.#spool = new Spool(options.spoolDir, this.#epoch);
  }

  /** Opens the client and takes up what an earlier process could not ship. */
  static async open(options: AuditClientOptions): Promise<AuditClient> {
    const client = new AuditClient(options);
    const leftovers = await client.#spool.leftovers();
    if (leftovers.length > 0) client.#shipping = client.#shipLeftovers(leftovers);
    return client;
  }

  /**
   * Class A: resolves once audit has made the events durable under a signed checkpoint.
   * @throws AuditUnavailable within 500 ms; then the act must not happen
   */
  async recordDurably(events: readonly PlatformEvent[]): Promise<Receipt[]> {
    const items = this.#number(events);
    try {
      const { receipts } = await postBatch(
        this.#target,
        { epoch: this.#epoch, events: items },
        this.options.durableTimeoutMs ?? DURABLE_TIMEOUT_MS,
      );
      return receipts;
    } catch (error) {
      // The numbers are given out, and audit may even have stored them: they go the slow way, so that no gap stays.
      const settled = isRefusal(error) ? items.map((item) => this.#declared(item, error)) : items;
      await this.#enqueue(settled).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Class B and C: resolves once the event is on the local disk.
   * @throws AuditUnavailable when the spool cannot take it
   */
  async record(...events: PlatformEvent[]): Promise<void> {
    await this.#enqueue(this.#number(events));
  }

  /**
   * Class C: with the next group of the spool, milliseconds later; nothing waits for it.
   * @throws AuditUnavailable when nothing more can be taken
   */
  recordLater(...events: PlatformEvent[]): void {
    const items = this.#number(events);
    this.#push(items);
    for (const item of items) this.#spool.appendLater(item, (error) => this.options.onShipFailure?.(error));
    this.#startShipping();
  }

  /** Nothing more can be taken: whatever wants to be recorded must not happen. */
  get full(): boolean {
    return this.#closed || this.#queue.length >= QUEUE_LIMIT;
  }

  /** How many events wait for audit. */
  get backlog(): number {
    return this.#queue.length;
  }

  /** Ships what waits (as far as audit answers) and releases everything; what is left stays in the spool. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#shipping;
    await this.#spool.close(this.#queue.length === 0);
    this.#target.agent.destroy();
  }

  #number(events: readonly PlatformEvent[]): SpooledEvent[] {
    const kinds = EVENT_KINDS_BY_PRODUCER[this.options.service];
    const foreign = events.find((event) => !kinds.includes(event.kind));
    if (foreign)
      throw new AuditUnavailable({ cause: `${this.options.service} may not write ${foreign.kind}`, refused: true });
    return events.map((event) => ({ counter: this.#counter++, event }));
  }

  async #enqueue(items: SpooledEvent[]): Promise<void> {
    if (this.#closed || this.#queue.length >= QUEUE_LIMIT)
      throw new AuditUnavailable({ cause: 'spool full or closed' });
    this.#queue.push(...items);
    try {
      await Promise.all(items.map((item) => this.#spool.append(item)));
    } catch (error) {
      throw new AuditUnavailable({ cause: (error as NodeJS.ErrnoException).code ?? 'spool' });
    } finally {
      this.#startShipping();
    }
  }

  #push(items: SpooledEvent[]): void {
    if (this.#closed || this.#queue.length >= QUEUE_LIMIT)
      throw new AuditUnavailable({ cause: 'spool full or closed' });
    this.#queue.push(...items);
  }

  #startShipping(): void {
    if (this.#queue.length > 0) this.#shipping ??= this.#ship();
  }

  /** Ends in the same turn in which it found the queue empty: later, an event could wait for a shipment that is over. */
  async #ship(): Promise<void> {
    while (this.#queue.length > 0) {
      if (this.#queue.length < SHIP_BATCH && !this.#closed) await this.#pause(GATHER_MS);
      const batch = this.#queue.slice(0, SHIP_BATCH);
      if (await this.#send(this.#epoch, batch)) {
        this.#queue.splice(0, batch.length);
        const acknowledged = this.#queue[0] ? this.#queue[0].counter - 1 : (batch.at(-1)?.counter ?? -1);
        // A segment that cannot be dropped is shipped again by the next process, and recognised by its uids.
        await this.#spool.forget(acknowledged).catch((error: unknown) => this.options.onShipFailure?.(error));
      } else if (this.#closed) break;
      else await this.#pause();
    }
    this.#shipping = undefined;
  }

  async #shipLeftovers(leftovers: { file: string; epoch: string; events: SpooledEvent[] }[]): Promise<void> {
    for (const { file, epoch, events } of leftovers) {
      for (let at = 0; at < events.length; ) {
        const batch = events.slice(at, at + SHIP_BATCH);
        if (await this.#send(epoch, batch)) at += batch.length;
        else if (this.#closed) return;
        else await this.#pause();
      }
      await unlink(file);
    }
    if (this.#queue.length > 0) await this.#ship();
    else this.#shipping = undefined;
  }

  /** @returns whether the batch is settled: durable, or refused for good and declared so */
  async #send(epoch: string, events: SpooledEvent[]): Promise<boolean> {
    try {
      await postBatch(this.#target, { epoch, events }, this.options.shipTimeoutMs ?? SHIP_TIMEOUT_MS);
      return true;
    } catch (error) {
      this.options.onShipFailure?.(error);
      if (!isRefusal(error)) return false;
      const [first] = events;
      if (first && events.length === 1) {
        // A declaration that is refused as well leaves the gap it could not explain.
        return first.event.kind === 'event_refused' || this.#send(epoch, [this.#declared(first, error)]);
      }
    }
    // One event that audit refuses must not take its neighbours with it.
    const middle = events.length >> 1;
    return (await this.#send(epoch, events.slice(0, middle))) && (await this.#send(epoch, events.slice(middle)));
  }

  #declared(item: SpooledEvent, error: AuditUnavailable): SpooledEvent {
    return declareRefused(this.options.service, item, error.detail.status, this.#target.now());
  }

  #pause(ms = RETRY_MS): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Audit looked at it and said no: the same again would be refused again. */
const isRefusal = (error: unknown): error is AuditUnavailable =>
  error instanceof AuditUnavailable && error.detail.refused === true;

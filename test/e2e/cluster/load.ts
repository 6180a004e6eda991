import { randomUUID } from 'node:crypto';
import type { Agents } from './agents.ts';

export interface LoadReport {
  calls: number;
  failed: number;
  /** Why calls failed, with how often. */
  reasons: Record<string, number>;
  /** Tickets whose escalation was confirmed. */
  filed: string[];
}

/**
 * A light, steady load as one agent makes it: `perSecond` list calls, and now and then an escalation. A failed call is
 * counted and stated, never retried; an escalation is asked for again until it is confirmed, as an agent would.
 */
export class SteadyLoad {
  readonly #report: LoadReport = { calls: 0, failed: 0, reasons: {}, filed: [] };
  readonly #tickets: string[];
  #stopped = false;
  #running: Promise<void>;

  constructor(
    private readonly agents: Agents,
    tickets: readonly string[],
    private readonly perSecond: number,
  ) {
    this.#tickets = [...tickets];
    this.#running = this.#run();
  }

  async stop(): Promise<LoadReport> {
    this.#stopped = true;
    await this.#running;
    return this.#report;
  }

  async #run(): Promise<void> {
    const under: Promise<void>[] = [];
    for (let turn = 0; !this.#stopped; turn += 1) {
      under.push(turn % 10 === 9 ? this.#escalate() : this.#list());
      await new Promise((resolve) => setTimeout(resolve, 1_000 / this.perSecond));
    }
    await Promise.all(under);
  }

  async #list(): Promise<void> {
    await this.#call(() => this.agents.read.client.callTool({ name: 'get_support_tickets', arguments: { limit: 5 } }));
  }

  async #escalate(): Promise<void> {
    const ticketId = this.#tickets.shift();
    if (!ticketId) return this.#list();
    const done = await this.#call(() =>
      this.agents.write.client.callTool({
        name: 'escalate_ticket',
        arguments: { ticketId, idempotencyKey: randomUUID() },
      }),
    );
    if (done) this.#report.filed.push(ticketId);
    else this.#tickets.push(ticketId);
    return undefined;
  }

  async #call(ask: () => Promise<{ isError?: boolean; content: unknown }>): Promise<boolean> {
    this.#report.calls += 1;
    try {
      const answer = await ask();
      if (answer.isError !== true) return true;
      this.#failed(/[a-z]+(?:_[a-z]+)+/.exec(JSON.stringify(answer.content))?.[0] ?? 'refused');
    } catch (error) {
      const { cause, code, message } = error as { cause?: { code?: string }; code?: string | number; message: string };
      this.#failed(String(cause?.code ?? code ?? message.slice(0, 60)));
    }
    return false;
  }

  #failed(reason: string): void {
    this.#report.failed += 1;
    this.#report.reasons[reason] = (this.#report.reasons[reason] ?? 0) + 1;
  }
}

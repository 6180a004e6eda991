import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToolAnswer } from './messages.ts';
import type { ServerName } from './stage.ts';

export interface Workload {
  name: 'echo' | 'tickets';
  tool: string;
  args: Record<string, unknown>;
  /** @throws Error saying what is wrong with an answer that says 200 and is not the work that was asked for */
  review(server: ServerName, answer: ToolAnswer): void;
}

const MESSAGE = 'Sally forth, and come back the same way: 20 % more words, to be about as long as a question is.';
const LIMIT = 20;

/** The same arguments for every server. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'echo',
    tool: 'echo',
    args: { message: MESSAGE },
    review(server, { text, structured }) {
      const said = server === 'sallyport' ? structured?.message : text;
      demand(said === MESSAGE, `${server} did not echo`);
    },
  },
  {
    name: 'tickets',
    tool: 'get_support_tickets',
    args: { status: 'open', limit: LIMIT },
    review(server, { text, structured }) {
      const tickets = (structured?.tickets ?? JSON.parse(text)) as { id: string; subject: string }[];
      demand(tickets.length === LIMIT, `${server} gave ${tickets.length} tickets`);
      // What makes the two different: bare servers hand out the customer, ours must not.
      const identities = tickets.flatMap(({ id }) => identityOf(id));
      const shown = identities.filter((value) => text.includes(value));
      if (server === 'sallyport') demand(shown.length === 0, 'sallyport showed a customer');
      else demand(shown.length > 0, `${server} showed no customer: not the baseline it should be`);
    },
  },
];

interface TicketRecord {
  id: string;
  customer: { name?: string; email?: string; phone?: string };
}
const records = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../simulators/helpdesk/tickets.json'), 'utf8'),
) as TicketRecord[];

function identityOf(id: string): string[] {
  const { name, email, phone } = records.find((record) => record.id === id)?.customer ?? {};
  return [name, email, phone].filter((value) => value !== undefined);
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';

// The workshop's starting point: everything here is what a hurried team writes first. Nothing checks who is calling.

interface Ticket {
  id: string;
  status: string;
  severity: string;
  area: string;
  subject: string;
  body: string;
  customer: Record<string, string>;
}
interface Answer {
  content: { type: 'text'; text: string }[];
  [key: string]: unknown;
}

const text = (value: unknown): Answer => ({ content: [{ type: 'text', text: JSON.stringify(value) }] });

/** Settings from the environment: a file with every tenant's tickets, and one shared key that may do everything. */
export interface Backend {
  tickets: Ticket[];
  linearUrl: string;
  linearApiKey: string;
}

export function openBackend(env: NodeJS.ProcessEnv): Backend {
  const file = env.TICKETS_FILE;
  if (!file) throw new Error('TICKETS_FILE: the path of a tickets file is needed');
  return {
    tickets: JSON.parse(readFileSync(file, 'utf8')) as Ticket[],
    linearUrl: env.LINEAR_URL ?? 'http://localhost:8040/graphql',
    linearApiKey: env.LINEAR_API_KEY ?? 'lin_api_demo_harbor_shared',
  };
}

export const getSupportTicketsInput = {
  status: z.string().optional(),
  severity: z.string().optional(),
  limit: z.number().optional(),
  ticketId: z.string().optional(),
};

/** Every customer's tickets, verbatim, to whoever asks. */
export function getSupportTickets(
  { tickets }: Backend,
  args: {
    status?: string | undefined;
    severity?: string | undefined;
    limit?: number | undefined;
    ticketId?: string | undefined;
  },
): Answer {
  if (args.ticketId) return text(tickets.find(({ id }) => id === args.ticketId) ?? null);
  const matching = tickets.filter(
    (ticket) =>
      (!args.status || ticket.status === args.status) && (!args.severity || ticket.severity === args.severity),
  );
  return text(matching.slice(0, args.limit ?? 20));
}

export const escalateTicketInput = { ticketId: z.string(), team: z.string().optional() };

/** Files the ticket as it stands, customer and all, in the name of whoever owns the key. */
export async function escalateTicket(
  backend: Backend,
  args: { ticketId: string; team?: string | undefined },
): Promise<Answer> {
  const ticket = backend.tickets.find(({ id }) => id === args.ticketId);
  if (!ticket) return text({ error: 'not found' });
  const { teams } = await linear<{ teams: { nodes: { id: string; key: string }[] } }>(
    backend,
    'query { teams { nodes { id key } } }',
  );
  const team = teams.nodes.find(({ key }) => key === (args.team ?? ticket.area));
  const description = `${ticket.body}\n\nCustomer: ${Object.values(ticket.customer).join(', ')}`;
  const created = await linear(
    backend,
    'mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue { id identifier url } } }',
    { input: { teamId: team?.id, title: ticket.subject, description } },
  );
  return text(created);
}

export const deleteIssueInput = { issueId: z.string() };

/** Deletes whatever it is told to delete. */
export async function deleteIssue(backend: Backend, args: { issueId: string }): Promise<Answer> {
  return text(
    await linear(backend, 'mutation ($id: String!) { issueDelete(id: $id) { success } }', { id: args.issueId }),
  );
}

export const echoInput = { message: z.string() };
/** A tool without anything behind it, for the benchmark. */
export const echo = ({ message }: { message: string }): Answer => ({ content: [{ type: 'text', text: message }] });

async function linear<T>(backend: Backend, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(backend.linearUrl, {
    method: 'POST',
    headers: { authorization: backend.linearApiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: T }).data;
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FiledTicket {
  id: string;
  tenant: string;
  createdAt: string;
  severity: string;
  status: string;
  plan: string;
  area: string;
  lang: string;
  subject: string;
  body: string;
  customer: Record<string, string>;
}

/** A whole ticket with what a spec wants in it. */
export function ticketWith(changes: Partial<FiledTicket> = {}): FiledTicket {
  return {
    ...{ id: randomUUID(), tenant: 'harbor', createdAt: '2026-11-20T08:00:00.000Z', severity: 'high', status: 'open' },
    ...{ plan: 'team', area: 'APP', lang: 'en', subject: 'Export fails', body: 'The export fails with E-1042.' },
    customer: { name: 'Nora Quist', email: 'nora@customer.example' },
    ...changes,
  };
}

/** Writes tickets to a file of their own. @returns its path */
export async function ticketFile(tickets: readonly FiledTicket[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'sallyport-tickets-')), 'tickets.json');
  await writeFile(file, JSON.stringify(tickets));
  return file;
}

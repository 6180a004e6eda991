import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ticket of the story: critical, open, payment, tenant harbor. */
export const STORY_TICKET = '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001';

export interface SeedTicket {
  id: string;
  tenant: string;
  subject: string;
  body: string;
  customer: Record<string, string>;
  pii: { type: string; text: string }[];
  keep: string[];
}

/** The seeded tickets with their ground truth; read by tests and the demo only. */
export function seedTickets(): SeedTicket[] {
  const file = join(import.meta.dirname, '../../simulators/helpdesk/tickets.json');
  return JSON.parse(readFileSync(file, 'utf8')) as SeedTicket[];
}

/** Every value of a ticket's customer that must not cross: labelled PII and the record's own fields. */
export function identityValues(ticket: SeedTicket): string[] {
  const values = [...ticket.pii.map(({ text }) => text), ...Object.values(ticket.customer)];
  return [...new Set(values.filter((value) => value.length >= 3))];
}

/** Which of the values a text still holds. The code of a card is in a digest by chance: a few digits count where they stand alone. */
export const foundIn = (text: string, values: readonly string[]): string[] =>
  values.filter((value) =>
    /^\d{1,5}$/.test(value)
      ? new RegExp(`(?<![\\w-])${value}(?![\\w-])`).test(text)
      : text.toLowerCase().includes(value.toLowerCase()),
  );

/** What the stand-ins counted and stored. */
export class Outside {
  private readonly linearUrl: string;
  private readonly vaultUrl: string;

  constructor(linearUrl: string, vaultUrl: string) {
    this.linearUrl = linearUrl;
    this.vaultUrl = vaultUrl;
  }

  async calls(): Promise<{ vault: number; linear: number }> {
    const [vault, linear] = await Promise.all([this.#total(this.vaultUrl), this.#total(this.linearUrl)]);
    return { vault, linear };
  }

  async issues(workspace: string): Promise<StoredIssue[]> {
    const response = await fetch(`${this.linearUrl}/_sim/issues?workspace=${workspace}`);
    const body = (await response.json()) as StoredIssue[] | { issues: StoredIssue[] };
    return Array.isArray(body) ? body : body.issues;
  }

  async #total(url: string): Promise<number> {
    const response = await fetch(`${url}/_sim/requests`);
    return ((await response.json()) as { total: number }).total;
  }
}

export interface StoredIssue {
  id: string;
  identifier: string;
  title: string;
  description: string;
  creator: { id: string; name: string; email: string } | null;
  trashed?: boolean;
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { faultsOf } from './check-ticket.ts';
import { parseMarkedUp, type WrittenTicket } from './marked-up.ts';

/** The two labelled files; the first word of a source file's name says which one it belongs to. */
export const PARTS = { development: 'development.jsonl', ci: 'ci-only.jsonl' } as const;

export type Part = keyof typeof PARTS;

/** Tickets of one part in the order of the source files' names; throws with every fault of every label. */
export async function compilePart(part: Part): Promise<WrittenTicket[]> {
  const folder = new URL('source/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${part}-`) && name.endsWith('.txt')).sort();
  const files = await Promise.all(
    names.map(async (name) => parseMarkedUp(await readFile(new URL(name, folder), 'utf8'), name.replace('.txt', ''))),
  );
  const tickets = files.flat();
  const faults = tickets.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return tickets;
}

/** JSON lines. Every fourth character of a secret is escaped: the same value to a parser, no leak to a scanner. */
export function toJsonLines(tickets: readonly WrittenTicket[]): string {
  return tickets.map((ticket) => `${toJsonLine(ticket)}\n`).join('');
}

function toJsonLine(ticket: WrittenTicket): string {
  const secrets = ticket.spans
    .filter(({ type }) => type === 'SECRET')
    .map(({ text }) => JSON.stringify(text).slice(1, -1));
  return secrets.reduce(
    (line, secret) => line.replaceAll(secret, () => escapeEveryFourth(secret)),
    JSON.stringify(ticket),
  );
}

function escapeEveryFourth(json: string): string {
  let position = 0;
  return json.replace(/\\u[0-9a-f]{4}|\\.|[!-~]/g, (piece) =>
    piece.length === 1 && position++ % 4 === 1 ? `\\u${piece.charCodeAt(0).toString(16).padStart(4, '0')}` : piece,
  );
}

if (import.meta.main) {
  for (const part of Object.keys(PARTS) as Part[]) {
    const tickets = await compilePart(part);
    await writeFile(new URL(PARTS[part], import.meta.url), toJsonLines(tickets));
  }
}

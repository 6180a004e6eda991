import type { KnownValues } from '../../src/types.ts';

/** Letters of the mark-up, one for each type; organisations and user names are always optional. */
export const CODES: Record<string, string> = {
  P: 'PERSON',
  E: 'EMAIL',
  T: 'PHONE',
  S: 'SECRET',
  N: 'NATIONAL_ID',
  A: 'ADDRESS',
  C: 'CREDIT_CARD',
  X: 'CARD_EXPIRY',
  V: 'CARD_CVV',
  W: 'PASSWORD',
  I: 'IBAN',
  B: 'BANK_ACCOUNT',
  D: 'DOB',
  L: 'IP',
  M: 'MAC',
  Q: 'PASSPORT',
  G: 'GEO',
  O: 'COMPANY',
  U: 'USERNAME',
};

const ALWAYS_OPTIONAL = new Set(['O', 'U']);

export interface WrittenSpan {
  start: number;
  end: number;
  type: string;
  optional?: true;
  text: string;
}

export interface WrittenTicket {
  id: string;
  lang: string;
  tags: string[];
  known: KnownValues;
  text: string;
  spans: WrittenSpan[];
  keep: string[];
}

/**
 * Tickets of one marked-up file. A ticket opens with `@@@ lang | tag tag | name | email | company`; its text has values
 * in `⟪P:…⟫`, what must survive in `⟦…⟧`, a character by its code point in `⟨200b⟩`. `¦` is dropped: it stands inside
 * look-alikes of secrets, so that scanners of repositories do not take the source for a leak.
 */
export function parseMarkedUp(source: string, fileName: string): WrittenTicket[] {
  return source
    .split(/^@@@ /m)
    .slice(1)
    .map((ticket, index) => parseTicket(ticket, `${fileName}-${String(index + 1).padStart(2, '0')}`));
}

function parseTicket(ticket: string, id: string): WrittenTicket {
  const headEnd = ticket.indexOf('\n');
  const [lang = '', tags = '', name, email, company] = ticket
    .slice(0, headEnd)
    .split('|')
    .map((part) => part.trim());
  const known = { ...(name && { name }), ...(email && { email }), ...(company && { company }) };
  const body = readBody(ticket.slice(headEnd + 1).trimEnd(), id);
  const derived = [
    Object.keys(known).length > 0 ? 'known' : 'no-known',
    ...(body.spans.some((span) => !span.optional) ? [] : ['negative']),
  ];
  return { id, lang, tags: [...new Set([...tags.split(/\s+/).filter(Boolean), ...derived])], known, ...body };
}

function readBody(source: string, id: string): Pick<WrittenTicket, 'text' | 'spans' | 'keep'> {
  const spans: WrittenSpan[] = [];
  const keep: string[] = [];
  let text = '';
  let open: { mark: '⟪' | '⟦'; code: string; optional: boolean; start: number } | undefined;
  const pieces = source.replaceAll('¦', '').matchAll(/⟪([A-Z])(\??):|⟨([0-9a-f]+)⟩|[⟦⟫⟧]|[^⟪⟦⟫⟧⟨]+|./gsu);
  for (const [piece, code, doubt, hex] of pieces) {
    if (code) {
      if (open || !CODES[code]) throw new Error(`${id}: mark "${piece}" near "${text.slice(-40)}"`);
      open = { mark: '⟪', code, optional: doubt === '?' || ALWAYS_OPTIONAL.has(code), start: text.length };
    } else if (piece === '⟦') {
      if (open) throw new Error(`${id}: mark in a mark near "${text.slice(-40)}"`);
      open = { mark: '⟦', code: '', optional: false, start: text.length };
    } else if (piece === '⟫' || piece === '⟧') {
      if (!open || (open.mark === '⟪') !== (piece === '⟫'))
        throw new Error(`${id}: stray mark near "${text.slice(-40)}"`);
      const value = text.slice(open.start);
      if (open.mark === '⟦') keep.push(value);
      else spans.push(spanOf(open, text.length, value));
      open = undefined;
    } else if (hex) {
      text += String.fromCodePoint(Number.parseInt(hex, 16));
    } else {
      if (/[⟪⟨⟩]/u.test(piece)) throw new Error(`${id}: unreadable mark near "${text.slice(-40)}"`);
      text += piece;
    }
  }
  if (open) throw new Error(`${id}: a mark stays open`);
  return { text, spans, keep: [...new Set(keep)] };
}

function spanOf(open: { code: string; optional: boolean; start: number }, end: number, text: string): WrittenSpan {
  const type = CODES[open.code] ?? '';
  return { start: open.start, end, type, ...(open.optional && { optional: true as const }), text };
}

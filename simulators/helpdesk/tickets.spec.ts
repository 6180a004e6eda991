import { describe, expect, it } from 'vitest';
import tickets from './tickets.json' with { type: 'json' };

const PII_TYPES = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'SECRET',
  'NATIONAL_ID',
  'ADDRESS',
  'CREDIT_CARD',
  'CARD_EXPIRY',
  'CARD_CVV',
  'PASSWORD',
  'IBAN',
  'BANK_ACCOUNT',
  'DOB',
  'IP',
  'MAC',
  'PASSPORT',
  'GEO',
];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'pl', 'tr', 'ru', 'uk', 'ja', 'zh-CN', 'ko', 'ar', 'hi'];
const STORY_TICKET = '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001';

const textOf = (ticket: (typeof tickets)[number]) => `${ticket.subject}\n${ticket.body}`;
const asciiDigits = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\D/g, '');
const valuesOf = (type: string) =>
  tickets.flatMap((ticket) => ticket.pii.filter((value) => value.type === type).map((value) => value.text));

function luhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

function ibanRemainder(iban: string): bigint {
  const compact = iban.replace(/ /g, '');
  const rotated = compact.slice(4) + compact.slice(0, 4);
  return BigInt(rotated.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}

describe('the support tickets', () => {
  it('holds at least 44 tickets of harbor and 20 of meridian, each with its own id', () => {
    expect(tickets.filter((ticket) => ticket.tenant === 'harbor').length).toBeGreaterThanOrEqual(44);
    expect(tickets.filter((ticket) => ticket.tenant === 'meridian').length).toBeGreaterThanOrEqual(20);
    expect(tickets.every((ticket) => ['harbor', 'meridian'].includes(ticket.tenant))).toBe(true);
    expect(new Set(tickets.map((ticket) => ticket.id)).size).toBe(tickets.length);
    expect(new Set(tickets.map((ticket) => ticket.subject)).size).toBe(tickets.length);
  });

  it.each(tickets.map((ticket) => [ticket.subject, ticket] as const))('has the shape of a ticket: %s', (_, ticket) => {
    expect(ticket.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Date(ticket.createdAt).toISOString()).toBe(ticket.createdAt);
    expect(['low', 'medium', 'high', 'critical']).toContain(ticket.severity);
    expect(['open', 'pending', 'solved']).toContain(ticket.status);
    expect(['free', 'team', 'business', 'enterprise']).toContain(ticket.plan);
    expect(['PAY', 'APP', 'DATA', 'OPS']).toContain(ticket.area);
    expect(new Intl.Locale(ticket.lang).toString()).toBe(ticket.lang);
    expect(ticket.subject.length).toBeGreaterThan(4);
    expect(ticket.body.length).toBeGreaterThan(80);
    expect(ticket.customer.name.length).toBeGreaterThan(1);
    expect(ticket.customer.email).toMatch(/^[^@\s]+@[^@\s]+\.(example|test)$/);
  });

  it('labels only what stands in the text, and keeps nothing that holds a labelled value', () => {
    for (const ticket of tickets) {
      for (const { type, text } of ticket.pii) {
        expect(PII_TYPES).toContain(type);
        expect(textOf(ticket)).toContain(text);
        expect(ticket.keep.filter((kept) => kept.includes(text))).toEqual([]);
      }
      for (const kept of ticket.keep) expect(textOf(ticket)).toContain(kept);
    }
  });

  it('has every type of value at least three times and some tickets with nothing to mask', () => {
    for (const type of PII_TYPES) expect(valuesOf(type).length, type).toBeGreaterThanOrEqual(3);
    expect(tickets.filter((ticket) => ticket.pii.length === 0).length).toBeGreaterThanOrEqual(4);
    expect(tickets.every((ticket) => ticket.keep.length > 0)).toBe(true);
  });

  it('is written in at least fourteen languages', () => {
    const languages = new Set(tickets.map((ticket) => ticket.lang));
    for (const language of LANGUAGES) expect(languages).toContain(language);
  });

  it('shares no customer between the tenants', () => {
    for (const field of ['name', 'email'] as const) {
      const [harbor, meridian] = ['harbor', 'meridian'].map(
        (tenant) => new Set(tickets.filter((t) => t.tenant === tenant).map((t) => t.customer[field].toLowerCase())),
      ) as [Set<string>, Set<string>];
      expect([...harbor].filter((value) => meridian.has(value))).toEqual([]);
    }
  });

  it('uses card numbers that pass Luhn and IBANs that pass mod 97', () => {
    for (const card of valuesOf('CREDIT_CARD')) expect(luhn(asciiDigits(card)), card).toBe(true);
    for (const iban of valuesOf('IBAN')) expect(ibanRemainder(iban), iban).toBe(1n);
  });

  it('opens harbor with the critical payment ticket of the story', () => {
    const story = tickets.find((ticket) => ticket.tenant === 'harbor');
    expect(story).toMatchObject({ id: STORY_TICKET, severity: 'critical', status: 'open', area: 'PAY' });
    const types = new Set(story?.pii.map((value) => value.type));
    for (const type of ['PERSON', 'EMAIL', 'PHONE', 'CREDIT_CARD', 'ADDRESS']) expect(types).toContain(type);
  });

  it('invents its secrets visibly, so that nobody takes them for real ones', () => {
    for (const secret of valuesOf('SECRET')) {
      const decoded = Buffer.from(secret, 'base64').toString('latin1');
      expect(/fake|example/i.test(secret) || /fake|example/i.test(decoded), secret).toBe(true);
    }
  });
});

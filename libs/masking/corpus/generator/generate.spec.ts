import { describe, expect, it } from 'vitest';
import { parseRecords } from '../../src/score/labelled-file.ts';
import { score } from '../../src/score/score.ts';
import { EVASION_NAMES } from './evasions/evade.ts';
import { generateTickets } from './generate.ts';
import type { LabelledTicket } from './labelled-ticket.ts';
import { LANGUAGES } from './languages/index.ts';
import { isHeldOut } from './part.ts';

const COUNT = 4_000;
const tickets = [...generateTickets({ seed: 1, count: COUNT })];
const ci = [...generateTickets({ seed: 1000, count: COUNT })];
const both = [...tickets, ...ci];
const required = (ticket: LabelledTicket) => ticket.spans.filter(({ optional }) => !optional);

/** Replaces each required value by a placeholder, as a perfect masker would. */
const gold = (record: { text: string; spans: { start: number; end: number; optional?: boolean }[] }) =>
  record.spans
    .filter(({ optional }) => !optional)
    .reduceRight((text, { start, end }, at) => `${text.slice(0, start)}[VALUE_${at}]${text.slice(end)}`, record.text);

describe('the generator of labelled tickets', () => {
  it('makes the same tickets from the same seed, however many are asked for', () => {
    expect([...generateTickets({ seed: 1, count: 50 })]).toEqual(tickets.slice(0, 50));
    expect([...generateTickets({ seed: 2, count: 50 })]).not.toEqual(tickets.slice(0, 50));
  });

  it('tells plain messages only where they are asked for', () => {
    const messages = [...generateTickets({ seed: 1, count: 400, shape: 'message' })];
    expect(new Set(messages.map(({ lang }) => lang)).size).toBe(LANGUAGES.length);
    expect(messages.every(({ text, tags }) => tags.includes('message') && text.length < 400)).toBe(true);
    expect(both.some(({ tags }) => tags.includes('message'))).toBe(false);
  });

  it('labels exact stretches, in order, none overlapping', () => {
    for (const { text, spans } of both) {
      let end = 0;
      for (const span of spans) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
      }
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('keeps only strings that stand in the text outside every value', () => {
    for (const ticket of both) {
      const without = gold(ticket);
      for (const kept of ticket.keep) expect(without).toContain(kept);
    }
  });

  it('covers at least 25 languages, each with at least 15 values to mask of either part', () => {
    for (const part of [tickets, ci]) {
      const values = Map.groupBy(part, ({ lang }) => lang);
      expect(values.size).toBeGreaterThanOrEqual(25);
      for (const group of values.values()) expect(group.flatMap(required).length).toBeGreaterThan(15);
    }
  });

  it('covers every type, with and without known values', () => {
    const types = new Set(both.flatMap(required).map(({ type }) => type));
    expect([...types].sort()).toEqual([
      'ADDRESS',
      'BANK_ACCOUNT',
      'CARD_CVV',
      'CARD_EXPIRY',
      'CREDIT_CARD',
      'DOB',
      'EMAIL',
      'GEO',
      'IBAN',
      'IP',
      'MAC',
      'NATIONAL_ID',
      'PASSPORT',
      'PASSWORD',
      'PERSON',
      'PHONE',
      'SECRET',
    ]);
    const known = both.filter((ticket) => ticket.known).length;
    expect(known / both.length).toBeGreaterThan(0.4);
    expect(known / both.length).toBeLessThan(0.7);
  });

  it('uses every evasion, and holds some back for the CI part', () => {
    const used = (part: readonly LabelledTicket[]) =>
      new Set(part.flatMap(({ tags }) => tags).filter((tag) => EVASION_NAMES.includes(tag)));
    expect([...used(ci)].sort()).toEqual([...EVASION_NAMES].sort());
    expect(used(tickets).size).toBeLessThan(EVASION_NAMES.length);
    expect([...used(tickets)].filter(isHeldOut)).toEqual([]);
  });

  it('leaves about one ticket in seven without anything to mask', () => {
    const share = both.filter((ticket) => ticket.spans.length === 0).length / both.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.2);
  });

  it('names persons in the CI part whom the development part has never met', () => {
    const names = (part: readonly LabelledTicket[]) => new Set(part.flatMap(({ known }) => known?.name ?? []));
    const met = names(tickets);
    const unmet = [...names(ci)].filter((name) => !met.has(name));
    expect(unmet.length / names(ci).size).toBeGreaterThan(0.9);
  });

  it('is a file that scoring reads: nothing masked scores 0 and perfect masking 100 per cent', () => {
    const records = parseRecords(both.map((ticket) => JSON.stringify(ticket)).join('\n'));
    const nothing = score(records, (record) => record.text);
    expect(nothing).toMatchObject({ overMasked: [], keep: { rate: 1 } });
    // Invisible characters cut a few names into pieces of two letters, which count neither way.
    expect(nothing.recall).toBeLessThan(0.002);
    const perfect = score(records, gold);
    expect(perfect).toMatchObject({ keep: { rate: 1 }, lost: [] });
    expect(perfect.recall).toBeGreaterThan(0.9998);
    expect(perfect.precision).toBeGreaterThan(0.9998);
  });
});

import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, textOf } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET, TICKETS_FILE } from '../testing/fixture.ts';
import { type FiledTicket, ticketFile, ticketWith } from '../testing/ticket-file.ts';

const SIGNED = ticketWith({
  subject: 'Jonas cannot sign in',
  body: 'E-77.\n\nBest regards,\nJonas Weber',
  customer: {},
});
const HUGE = ticketWith({ subject: 'Nora writes a lot', body: 'The job stops. '.repeat(5_000) });
const TENANTS = { harbor: 'ada', meridian: 'mina' } as const;

let fixture: Fixture;
let tickets: FiledTicket[];
beforeAll(async () => {
  tickets = [...(JSON.parse(await readFile(TICKETS_FILE, 'utf8')) as FiledTicket[]), SIGNED, HUGE];
  fixture = await startFixture({ ticketsSeedFile: await ticketFile(tickets) });
});
afterAll(() => fixture.close());

interface Page {
  tickets: { id: string; subject: string }[];
  nextCursor?: string;
}
const pageOf = ({ body }: Answer) => body.result?.structuredContent as unknown as Page;
/** Every page of a list, by an agent whose minute is always new. */
async function walk(
  person: 'ada' | 'mina',
  args: { limit?: number; status?: string; severity?: string },
): Promise<string[]> {
  const agent = fixture.agent(person);
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = pageOf(await agent.call('get_support_tickets', { ...args, ...(cursor ? { cursor } : {}) }));
    ids.push(...page.tickets.map(({ id }) => id));
    expect(page.tickets.length).toBeLessThanOrEqual(args.limit ?? 20);
    cursor = page.nextCursor;
    if (!cursor) return ids;
  }
}
const refusedCursor = async (answer: Promise<Answer>) =>
  expect(textOf(await answer)).toMatch(/^arguments_invalid: cursor must be one of this list /);

describe('a cursor', () => {
  const cursor = async (person: 'ada' | 'mina', args: object = {}) =>
    pageOf(await fixture.agent(person).call('get_support_tickets', { limit: 1, ...args })).nextCursor ?? '';

  it('[C-AZ-11] of another tenant’s list is refused', async () => {
    const foreign = await cursor('mina');
    await refusedCursor(fixture.agent('ada').call('get_support_tickets', { cursor: foreign }));
  });

  it('of another list of the same tenant is refused', async () => {
    const open = await cursor('ada', { status: 'open' });
    const ada = fixture.agent('ada');
    await refusedCursor(ada.call('get_support_tickets', { cursor: open }));
    await refusedCursor(ada.call('get_support_tickets', { cursor: open, status: 'pending' }));
    await refusedCursor(ada.call('get_support_tickets', { cursor: open, status: 'open', severity: 'high' }));
    expect(pageOf(await ada.call('get_support_tickets', { cursor: open, status: 'open' })).tickets).toHaveLength(20);
  });

  it('that was changed is refused', async () => {
    const good = await cursor('ada');
    const [created = '', id, tag] = good.split('.');
    const later = (Number.parseInt(created, 36) + 1).toString(36);
    for (const changed of [
      `${later}.${id}.${tag}`,
      `${created}.${TICKET}.${tag}`,
      `${created}.${id}`,
      `${good}A`,
      good.slice(1),
    ]) {
      await refusedCursor(fixture.agent('ada').call('get_support_tickets', { cursor: changed }));
    }
  });
});

describe('a ticket of another tenant', () => {
  it('[C-AZ-11] does not exist: the words are those for no ticket at all', async () => {
    const foreign = tickets.find(({ tenant }) => tenant === 'meridian')?.id ?? '';
    const said = async (ticketId: string) =>
      textOf(await fixture.agent('ada').call('get_support_tickets', { ticketId })).replace(/\(trace .*/, '');
    expect(await said(foreign)).toBe('ticket_unknown: there is no such ticket ');
    expect(await said(crypto.randomUUID())).toBe(await said(foreign));
  });

  it('[C-AZ-11] is on no page of any list', async () => {
    const args = fc.record(
      {
        limit: fc.integer({ min: 5, max: 50 }),
        status: fc.constantFrom('open', 'pending', 'solved'),
        severity: fc.constantFrom('low', 'medium', 'high', 'critical'),
      },
      { requiredKeys: ['limit'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('harbor' as const, 'meridian' as const), args, async (tenant, wish) => {
        const own = tickets.filter(
          (ticket) =>
            ticket.tenant === tenant &&
            (wish.status === undefined || ticket.status === wish.status) &&
            (wish.severity === undefined || ticket.severity === wish.severity),
        );
        const seen = await walk(TENANTS[tenant], wish);
        expect(seen.toSorted()).toEqual(own.map(({ id }) => id).toSorted());
      }),
      { numRuns: 15 },
    );
  });
});

describe('a list', () => {
  it('shows every ticket once, newest first, whatever the page size', async () => {
    const ids = await walk('ada', { limit: 7 });
    const created = new Map(tickets.map((ticket) => [ticket.id, Date.parse(ticket.createdAt)]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(tickets.filter(({ tenant }) => tenant === 'harbor').length);
    const times = ids.map((id) => created.get(id) ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('[C-OUT-2] holds summaries only, and no value of any customer', async () => {
    const { body, text } = await fixture.agent('ada').call('get_support_tickets', { limit: 50 });
    for (const summary of pageOf({ body } as Answer).tickets) {
      expect(Object.keys(summary).sort()).toEqual(['created', 'id', 'plan', 'severity', 'status', 'subject']);
    }
    const values = tickets.flatMap(({ customer }) => [customer.name, customer.email, customer.phone]);
    expect(values.filter((value) => value && text.includes(value))).toEqual([]);
  });

  it('[C-OUT-1] masks in a subject the name that only the body reveals', async () => {
    const { tickets: shown } = pageOf(
      await fixture.agent('ada').call('get_support_tickets', { limit: 50, severity: 'high' }),
    );
    expect(shown.find(({ id }) => id === SIGNED.id)?.subject).toMatch(/^\[PERSON_\d\] cannot sign in$/);
  });

  it('[C-OUT-1] withholds the subject of a ticket that cannot be masked, and shows the others', async () => {
    const { tickets: shown } = pageOf(
      await fixture.agent('ada').call('get_support_tickets', { limit: 50, severity: 'high' }),
    );
    expect(shown.find(({ id }) => id === HUGE.id)?.subject).toBe('[withheld: could not be masked]');
    expect(shown.length).toBeGreaterThan(2);
  });
});

describe('one ticket', () => {
  it('[C-OUT-1] that cannot be masked is not shown', async () => {
    const answer = await fixture.agent('ada').call('get_support_tickets', { ticketId: HUGE.id });
    expect(textOf(answer)).toMatch(/^text_too_long: /);
    expect(answer.text).not.toContain('Nora');
  });

  it('[C-OUT-2] comes with its masked body and the counts of what was masked', async () => {
    const answer = await fixture.agent('ada').call('get_support_tickets', { ticketId: TICKET });
    const result = answer.body.result?.structuredContent ?? {};
    const ticket = result.ticket as Record<string, unknown>;
    expect(Object.keys(result)).toEqual(['ticket']);
    expect(Object.keys(ticket).sort()).toEqual([
      'body',
      'created',
      'id',
      'masked',
      'plan',
      'severity',
      'status',
      'subject',
    ]);
    expect(ticket.masked).toMatchObject({ CREDIT_CARD: 1, EMAIL: 1, PHONE: 1 });
    expect(ticket.body).toContain('PAY-4092 duplicate_capture');
    expect(answer.text).not.toMatch(/Ellison|4242|Larkspur|555-0143/);
    expect(JSON.parse(textOf(answer))).toEqual({ ticket });
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET, TICKETS_FILE } from '../testing/fixture.ts';
import { ticketFile, ticketWith } from '../testing/ticket-file.ts';

const SIGNED = ticketWith({
  subject: 'Jonas cannot sign in',
  body: 'Sign-in ends with E-77.\n\nBest regards,\nJonas Weber',
  customer: {},
});
const DOUBTFUL = ticketWith({ body: 'He sent 4242 4242 4242 4241 yesterday, please look.' });
const LONG = ticketWith({ subject: `${'Sync stops after a while '.repeat(20)}`, body: 'x'.repeat(100) });
const ENDLESS = ticketWith({ body: 'The job stops. '.repeat(1_200) });
const HUGE = ticketWith({ body: 'The job stops. '.repeat(5_000) });
const FOREIGN = ticketWith({ tenant: 'meridian' });

let fixture: Fixture;
beforeAll(async () => {
  const story = JSON.parse(await readFile(TICKETS_FILE, 'utf8'));
  fixture = await startFixture({
    ticketsSeedFile: await ticketFile([...story, SIGNED, DOUBTFUL, LONG, ENDLESS, HUGE, FOREIGN]),
  });
});
beforeEach(() => {
  fixture.issuer.exchanges.length = 0;
  fixture.gateway.redemptions.length = 0;
  Object.assign(fixture.gateway, { edit: {} });
});
afterAll(() => fixture.close());

const escalate = (args: object) => fixture.agent('ada').call('escalate_ticket', args);
const calls = () => [fixture.issuer.exchanges.length, fixture.gateway.redemptions.length];

describe('nothing is filed', () => {
  it.each([
    ['that is not there', crypto.randomUUID()],
    ['of another tenant', FOREIGN.id],
  ])('[C-AZ-11] for a ticket %s, in the same words', async (_, ticketId) => {
    const answer = await escalate({ ticketId });
    expect(textOf(answer)).toMatch(/^ticket_unknown: there is no such ticket \(trace [0-9a-f]{32}\)$/);
    expect(calls()).toEqual([0, 0]);
  });

  it.each([
    [
      'is unsure',
      DOUBTFUL.id,
      'masking_unsure: nothing was filed, because the body could not be masked safely: card_shape_without_checksum. Edit',
    ],
    [
      'leaves a text that is too long',
      ENDLESS.id,
      'text_too_long: nothing was filed, because the body could not be masked safely: longer than 16000 characters',
    ],
    [
      'will not read so much',
      HUGE.id,
      'text_too_long: nothing was filed, because the body could not be masked safely: longer_than_64_kib. Edit',
    ],
  ])('[C-OUT-1] when the masker %s, and the agent learns which field and why', async (_, ticketId, said) => {
    for (const dryRun of [false, true]) {
      const answer = await escalate({ ticketId, dryRun });
      expect(answer.body.result?.isError).toBe(true);
      expect(textOf(answer)).toContain(said);
      expect(answer.text).not.toContain('4242');
    }
    expect(calls()).toEqual([0, 0]);
  });

  it('[C-KS-2] in a dry run: it shows what would be filed, and neither issuer nor gateway hears of it', async () => {
    const { body } = await escalate({ ticketId: TICKET, dryRun: true });
    expect(body.result?.structuredContent).toMatchObject({ dryRun: true, alreadyFiled: false, team: 'PAY' });
    expect(body.result?.structuredContent?.issue).toBeUndefined();
    expect(String(body.result?.structuredContent?.description)).toContain('PAY-4092 duplicate_capture');
    const trash = await fixture.agent('ada').call('delete_issue', { issueId: 'PAY-1', reason: 'spam', dryRun: true });
    expect(trash.body.result?.structuredContent).toMatchObject({ trashed: false, dryRun: true });
    expect(calls()).toEqual([0, 0]);
  });
});

describe('what is filed', () => {
  it('[C-OUT-1] holds no value of the customer, of any ticket', async () => {
    const tickets = JSON.parse(await readFile(TICKETS_FILE, 'utf8')) as {
      id: string;
      tenant: string;
      customer: Record<string, string>;
    }[];
    for (const { id, customer } of tickets.filter(({ tenant }) => tenant === 'harbor')) {
      const { text } = await escalate({ ticketId: id, dryRun: true });
      const found = [customer.email, customer.phone, customer.name].filter((value) => value && text.includes(value));
      expect([id, found]).toEqual([id, []]);
    }
  });

  it('[C-OUT-1] masks in the subject a name that only the body’s signature reveals', async () => {
    await escalate({ ticketId: SIGNED.id });
    const [redemption] = fixture.gateway.redemptions;
    expect(redemption?.variables.title).toMatch(/^\[PERSON_\d\] cannot sign in$/);
    expect(redemption?.variables.description).toMatch(/Best regards,\n\[PERSON_\d\]/);
    expect(JSON.stringify(redemption)).not.toMatch(/Jonas|Weber/);
  });

  it('fits the gateway’s bounds: a long subject is cut at a word', async () => {
    await escalate({ ticketId: LONG.id });
    const title = fixture.gateway.redemptions[0]?.variables.title ?? '';
    expect(title.length).toBeLessThanOrEqual(250);
    expect(title).toMatch(/ (?:Sync|stops|after|a|while)…$/);
  });

  it('[C-IN-3] carries the idempotency key, and the same ticket the same variables each time', async () => {
    const idempotencyKey = crypto.randomUUID();
    await escalate({ ticketId: TICKET, idempotencyKey });
    await escalate({ ticketId: TICKET, idempotencyKey });
    const [first, second] = fixture.gateway.redemptions;
    expect(first?.variables.idempotencyKey).toBe(idempotencyKey);
    expect(second?.variables).toEqual(first?.variables);
  });

  it('[C-OUT-2] [C-IN-5] comes back masked again: people edit issues in Linear', async () => {
    fixture.gateway.edit = {
      title: 'Customers charged twice (Margaret Ellison)',
      description: 'Call margaret.ellison@brightwell-books.example or +1 206-555-0143. Build 4.18.2.',
      alreadyFiled: true,
    };
    const { body, text } = await escalate({ ticketId: TICKET });
    expect(text).not.toMatch(/Ellison|brightwell|555-0143/);
    expect(body.result?.structuredContent).toMatchObject({ alreadyFiled: true });
    expect(String(body.result?.structuredContent?.description)).toContain('Build 4.18.2.');
  });

  it('[C-OUT-5] comes back cut when somebody made it huge', async () => {
    fixture.gateway.edit = { title: 'T '.repeat(5_000), description: 'word '.repeat(12_000), alreadyFiled: true };
    const { body } = await escalate({ ticketId: TICKET });
    const { title, description } = body.result?.structuredContent ?? {};
    expect([String(title).length, String(description).length]).toEqual([250, 20_000]);
  });
});

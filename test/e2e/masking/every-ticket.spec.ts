import { globSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConnectedAgent, connectAgent, PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, freePorts } from '../../../scripts/stack/addresses.ts';
import { type Stack, startStack } from '../../../scripts/stack/stack.ts';
import { callTool } from '../../../scripts/story/call-tool.ts';
import {
  identityValues,
  Outside,
  type SeedTicket,
  type StoredIssue,
  seedTickets,
} from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { type Haystack, haystack, spellingsOf } from './spellings.ts';

const root = join(import.meta.dirname, '../../..');
/** One of each company, who may file its tickets. */
const FILERS = { harbor: 'ada', meridian: 'mina' } as const;
const tickets = seedTickets();

/** Receives spans as a collector does (OTLP over HTTP) and keeps their bytes. */
class Collector {
  readonly received: Buffer[] = [];
  #server: Server | undefined;

  async open(): Promise<string> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        this.received.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((listening) => this.#server?.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/traces`;
  }

  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}

const collector = new Collector();
let dir: string;
let stack: Stack;
let linear: Outside;
/** Ticket id → what its agent was told. */
const answers = new Map<string, string>();
const filed = new Map<string, StoredIssue>();

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sallyport-every-ticket-'));
  const otlp = await collector.open();
  const settings = {
    'mcp-server': {
      MCP_CALLS_PER_MINUTE: '10000',
      MCP_BURST: '1000',
      MCP_TOOL_LIMIT_FACTOR: '100',
      MCP_OTLP_URL: otlp,
      MCP_LOG_LEVEL: 'debug',
    },
    'token-broker-issuer': { BROKER_OTLP_URL: otlp, BROKER_LOG_LEVEL: 'debug' },
    'token-broker-gateway': { BROKER_OTLP_URL: otlp, BROKER_LOG_LEVEL: 'debug' },
    audit: { AUDIT_OTLP_URL: otlp, AUDIT_LOG_LEVEL: 'debug' },
  };
  stack = await startStack({ root, stateDir: join(dir, 'state'), addresses: addressesOf(await freePorts()), settings });
  linear = new Outside(stack.url('linear'), stack.url('vault'));
  for (const [tenant, who] of Object.entries(FILERS)) await escalateAll(tenant, who);
  for (const tenant of Object.keys(FILERS)) {
    for (const issue of await linear.issues(tenant)) {
      const ticket = tickets.find(({ id }) => issue.description.includes(id));
      if (ticket) filed.set(ticket.id, issue);
    }
  }
  // What waits is shipped when its producer drains.
  await stack.stop();
}, 180_000);

afterAll(async () => {
  collector.close();
  await stack?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function escalateAll(tenant: string, who: keyof typeof PEOPLE): Promise<void> {
  const person = new Person(PEOPLE[who]);
  const onElicitation = async (url: string) => void (await person.walk(url));
  const agent: ConnectedAgent = await connectAgent(`${stack.url('mcp')}/mcp`, person, { onElicitation });
  for (const { id } of tickets.filter((ticket) => ticket.tenant === tenant)) {
    const read = await callTool(agent, person, 'get_support_tickets', { ticketId: id });
    const answer = await callTool(agent, person, 'escalate_ticket', { ticketId: id });
    answers.set(
      id,
      `${read.text}\n${JSON.stringify(read.structured)}\n${answer.text}\n${JSON.stringify(answer.structured)}`,
    );
  }
  await agent.close();
}

/** A code of six digits is in some timestamp by chance. */
const valuesOf = (ticket: SeedTicket): string[] => identityValues(ticket).filter((value) => !/^\d{1,6}$/.test(value));

/** Where, and how, a ticket's customer is found in a text; never the value, since test reports are kept. */
const finds = (ticket: SeedTicket, hay: Haystack): string[] =>
  valuesOf(ticket).flatMap((value, at) =>
    spellingsOf(value).flatMap(({ how, find }) => (find(hay) ? [`value ${at} of ${ticket.id} ${how}`] : [])),
  );

describe('every ticket of the help desk', () => {
  it(verifies('masking:every-ticket', 'is filed: none is refused, none is filed twice'), () => {
    expect(tickets.length).toBeGreaterThanOrEqual(60);
    const refused = tickets
      .filter(({ id }) => !filed.has(id))
      .map(({ id }) => `${id}: ${answers.get(id)?.slice(-300)}`);
    expect(refused).toEqual([]);
  });

  it(verifies('masking:every-ticket', 'reaches Linear without its customer, in any spelling'), () => {
    expect(tickets.flatMap((ticket) => finds(ticket, haystack(JSON.stringify(filed.get(ticket.id) ?? {}))))).toEqual(
      [],
    );
  });

  it(verifies('masking:every-ticket', 'reaches Linear with what engineers need'), () => {
    const lost = tickets.flatMap(({ id, keep }) => {
      const issue = filed.get(id);
      const text = `${issue?.title}\n${issue?.description}`;
      return keep.filter((one) => !text.includes(one)).map((one) => `${id}: ${one}`);
    });
    const all = tickets.reduce((sum, { keep }) => sum + keep.length, 0);
    expect(lost.length / all, lost.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it(verifies('masking:every-ticket', 'reaches its agent without its customer, in any spelling'), () => {
    expect(tickets.flatMap((ticket) => finds(ticket, haystack(answers.get(ticket.id) ?? '')))).toEqual([]);
  });

  it.each(['logs', 'audit-log', 'siem.ndjson', 'spool'])(
    verifies('masking:every-ticket', 'leaves no customer behind in %s, in any spelling'),
    async (place) => {
      const state = join(dir, 'state');
      const files = globSync([place, `${place}/**`], { cwd: state }).filter((file) =>
        statSync(join(state, file)).isFile(),
      );
      const texts = await Promise.all(files.map((file) => readFile(join(state, file), 'utf8')));
      if (place !== 'spool') expect(texts.join('').length).toBeGreaterThan(10_000);
      const hay = haystack(texts.join('\n'));
      expect(tickets.flatMap((ticket) => finds(ticket, hay))).toEqual([]);
    },
  );

  it(verifies('masking:every-ticket', 'leaves no customer behind in spans, in any spelling'), () => {
    const spans = Buffer.concat(collector.received).toString('utf8');
    expect(spans.length).toBeGreaterThan(10_000);
    const hay = haystack(spans);
    expect(tickets.flatMap((ticket) => finds(ticket, hay))).toEqual([]);
  });
});

describe('the search itself', () => {
  it(verifies('masking:every-ticket', 'finds a planted value in every spelling it knows'), () => {
    const value = 'Mária Kovács-Nagy';
    const planted = {
      'as it is': `name: MARIA KOVACS-NAGY,`,
      'percent-encoded': encodeURIComponent(value),
      'as a form field': encodeURIComponent(value).replaceAll('%20', '+'),
      'in hexadecimal': Buffer.from(value).toString('hex'),
      'in base64': Buffer.from(`x-${value}, and more`).toString('base64'),
    };
    for (const [how, text] of Object.entries(planted)) {
      expect(
        spellingsOf(value)
          .filter(({ find }) => find(haystack(text)))
          .map((one) => one.how),
      ).toContain(how);
    }
    expect(spellingsOf('+36 20 555 0148').some(({ find }) => find(haystack('tel=36.20.555-0148')))).toBe(true);
    expect(spellingsOf(value).some(({ find }) => find(haystack('Maria Kovacsnagyi')))).toBe(false);
  });
});

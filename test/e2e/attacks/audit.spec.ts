import { randomUUID } from 'node:crypto';
import { createServiceAssertion, generateKey, signJwt } from '@sallyport/authn';
import type { PlatformEvent, ServiceName } from '@sallyport/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn, signInAtAudit } from '../world/agent.ts';
import { Forger } from '../world/forged.ts';
import { house, keyOf } from '../world/house.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { expectProblem } from '../world/problem.ts';
import { type Answer, type Sent, send } from '../world/send.ts';
import { newTrace } from '../world/story-agent.ts';
import { readAudit, storyOf } from '../world/timeline.ts';

nothingOutsideHappens();
const EVENTS = `${house.urls.audit}/events`;

/** An event that its producer may write. */
const refusal = (changes: object = {}): PlatformEvent =>
  ({
    uid: randomUUID(),
    time: Date.now(),
    traceId: newTrace().id,
    kind: 'access_refused',
    resource: 'e2e',
    reasons: ['token_missing'],
    count: 1,
    ...changes,
  }) as PlatformEvent;
const batchOf = (...events: object[]) =>
  JSON.stringify({ epoch: randomUUID(), events: events.map((event, counter) => ({ counter, event })) });

interface Speaking {
  as?: ServiceName;
  /** What the assertion is made for, where it is not the body that is sent. */
  about?: string;
  audience?: string;
  now?: number;
  headers?: Sent['headers'];
}
async function write(body: string, { as = 'mcp-server', about = body, audience, now, headers }: Speaking = {}) {
  const assertion = createServiceAssertion(await keyOf(as), {
    service: as,
    audience: audience ?? house.urls.audit,
    body: about,
    now: now ?? Date.now(),
  });
  return send(EVENTS, {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${assertion}`, ...headers },
    body,
  });
}
describe('events from a captured producer', () => {
  it(verifies('audit:own-kinds', 'its own kind is taken, so that the refusals below mean something'), async () => {
    const answer = await write(batchOf(refusal()));
    expect(answer.status).toBe(200);
    expect(answer.json.receipts).toHaveLength(1);
  });

  const who = {
    sub: randomUUID(),
    name: 'Ken Matsuda',
    tenant: 'harbor',
    agent: 'sallyport-demo',
    actors: ['sallyport-demo'],
    grantId: 'grant-0001',
  };
  const decision = { id: 'd-1', revision: 'r-1' };
  const credential = { id: 'c-1', operation: 'issueCreate', resource: 'x', target: 'x', expiresIn: 60 };
  it.each<[ServiceName, string, object]>([
    ['mcp-server', 'token_exchange_issued', { who, tool: 'escalate_ticket', decision, credential }],
    [
      'mcp-server',
      'issue_filed',
      { who, credential, decision, issue: 'i', identifier: 'PAY-1', alreadyFiled: false, durationMs: 1 },
    ],
    ['mcp-server', 'consent_granted', { who, scopes: ['issues:delete'], resource: 'x' }],
    ['mcp-server', 'audit_read', { who, action: 'read', resource: 'x', decision }],
    [
      'token-broker-gateway',
      'tool_call_completed',
      { who, tool: 't', tier: 2, outcome: 'success', reasons: [], durationMs: 1, resultBytes: 1, masked: {} },
    ],
    ['token-broker-gateway', 'sign_in_completed', { who, acr: 'phr', amr: ['hwk'] }],
    ['token-broker-issuer', 'capability_redeemed', { who, credential, decision }],
  ])(
    verifies('audit:own-kinds', '%s writing %s is refused, and what it may write in the same batch as well'),
    async (as, kind, fields) => {
      const foreign = { uid: randomUUID(), time: Date.now(), traceId: newTrace().id, kind, ...fields };
      expectProblem(await write(batchOf(refusal(), foreign), { as }), 403, 'client_not_permitted');
    },
  );

  it.each<[string, object]>([
    ['a kind nobody knows', { kind: 'log_cleared' }],
    ['a field nobody knows', { note: 'x' }],
    ['a reason that is no word of ours', { reasons: ['because'] }],
    ['no trace', { traceId: undefined }],
    ['an id that is no UUID', { uid: '1' }],
    ['a count of nothing', { count: 0 }],
    ['half a surrogate pair', { resource: '\ud800' }],
  ])(verifies('audit:own-kinds', 'an event with %s is refused'), async (_, changes) => {
    expectProblem(await write(batchOf(refusal(changes))), 400, 'arguments_invalid');
  });

  it(
    verifies('audit:own-kinds', 'the same event twice is one entry, and another under its id is refused'),
    async () => {
      const event = refusal();
      const body = batchOf(event);
      const [first, second] = [await write(body), await write(body)];
      expect(second.json.receipts).toEqual(first.json.receipts);
      const { epoch } = JSON.parse(body) as { epoch: string };
      const other = JSON.stringify({ epoch, events: [{ counter: 0, event: { ...event, count: 7 } }] });
      expectProblem(await write(other), 409, 'idempotency_conflict');
      const reused = JSON.stringify({ epoch, events: [{ counter: 0, event: refusal() }] });
      expectProblem(await write(reused), 409, 'idempotency_conflict');
    },
  );
});

describe('who may write events', () => {
  const body = batchOf(refusal());

  it.each<[string, () => Promise<Answer>, string]>([
    ['without an assertion', () => write(body, { headers: { authorization: undefined } }), 'assertion_invalid'],
    ['with an assertion made for another body', () => write(body, { about: batchOf(refusal()) }), 'assertion_invalid'],
    [
      'with an assertion for another service',
      () => write(body, { audience: house.urls.issuer }),
      'token_wrong_audience',
    ],
    ['with an assertion of two minutes ago', () => write(body, { now: Date.now() - 120_000 }), 'token_expired'],
    ['with an assertion from the future', () => write(body, { now: Date.now() + 120_000 }), 'token_claim_missing'],
    ['with an assertion signed by a stranger', () => byStranger(body), 'token_signature_invalid'],
    ['as audit itself, which needs no wire to write', () => write(body, { as: 'audit' }), 'assertion_invalid'],
    ['under the name of a service that does not exist', () => byStranger(body, 'siem'), 'assertion_invalid'],
  ])(verifies('audit:bound-assertion', '%s: 401'), async (_, attempt, reason) => {
    expectProblem(await attempt(), 401, reason);
  });

  it(verifies('audit:bound-assertion', 'an access token of a person does not write'), async () => {
    const { access_token } = await signInAtAudit('grace');
    const answer = await write(body, { headers: { authorization: `Bearer ${access_token}` } });
    expect(answer.status).toBe(401);
  });

  it(verifies('audit:bound-assertion', 'an assertion captured on the way carries no other body'), async () => {
    const genuine = batchOf(refusal());
    const answer = await write(batchOf(refusal({ count: 999 })), { about: genuine });
    expectProblem(answer, 401, 'assertion_invalid');
  });

  it.each<[string, string, number]>([
    ['no JSON', '{', 400],
    ['no events', JSON.stringify({ epoch: randomUUID(), events: [] }), 400],
    [
      '1,001 events',
      JSON.stringify({ epoch: randomUUID(), events: Array(1_001).fill({ counter: 0, event: refusal() }) }),
      400,
    ],
    ['a counter below zero', JSON.stringify({ epoch: randomUUID(), events: [{ counter: -1, event: refusal() }] }), 400],
  ])(verifies('audit:bound-assertion', 'a batch with %s is refused'), async (_, text, status) => {
    expect((await write(text)).status).toBe(status);
  });

  async function byStranger(text: string, service = 'mcp-server'): Promise<Answer> {
    const { key } = generateKey();
    const named = { service: service as ServiceName, audience: house.urls.audit, body: text, now: Date.now() };
    const authorization = `Bearer ${createServiceAssertion(key, named)}`;
    return send(EVENTS, { headers: { 'content-type': 'application/json', authorization }, body: text });
  }
});

describe('who may read the log', () => {
  const PATHS = [
    '/checkpoint',
    '/proof/0',
    '/tile/0/000',
    '/tile/entries/000',
    '/producers',
    `/timeline/${'0'.repeat(32)}`,
  ];
  let lead: string;
  let forger: Forger;
  beforeAll(async () => {
    lead = (await signInAtAudit('grace')).access_token;
    forger = await Forger.of(lead);
  });

  it.each(PATHS)(verifies('audit:readers', '%s without a token is 401 with the challenge'), async (path) => {
    const answer = await readAudit(path, undefined);
    expectProblem(answer, 401, 'token_missing');
    expect(answer.headers['www-authenticate']).toContain('resource_metadata=');
    expect(answer.headers['www-authenticate']).toContain('scope="audit:read"');
  });

  it.each<[string, () => Promise<string>]>([
    ['made for the mcp-server', async () => (await signIn('grace')).access_token],
    ['of a service', async () => signJwt(await keyOf('mcp-server'), 'at+jwt', forger.claims)],
    ['that expired', async () => forger.claiming({ iat: Forger.seconds(-700), exp: Forger.seconds(-100) })],
    ['that is unsigned', async () => forger.unsigned('AAAA')],
  ])(verifies('audit:readers', 'a token %s is 401'), async (_, make) => {
    const answer = await readAudit('/checkpoint', await make());
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it.each(PATHS)(verifies('audit:readers', '%s without the scope is 403 and names it'), async (path) => {
    const answer = await readAudit(path, forger.claiming({ scope: 'tickets:read' }));
    expectProblem(answer, 403, 'scope_missing');
    expect(answer.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="audit:read"');
  });

  it.each(PATHS)(verifies('audit:readers', '%s is not for a support engineer'), async (path) => {
    expect((await readAudit(path, forger.claiming({ roles: ['support_engineer'] }))).status).toBe(403);
  });

  it(verifies('audit:readers', 'entries of all tenants are not for a lead of one'), async () => {
    const entries = await readAudit(`/tile/entries/000.p/1`, lead);
    expect([403, 404]).toContain(entries.status);
    expect((await readAudit('/producers', lead)).status).toBe(403);
  });

  it(verifies('audit:readers', 'a lead of another company sees nothing of a call, not even that it was'), async () => {
    const trace = newTrace();
    const event = refusal({ traceId: trace.id, tenant: 'harbor' });
    expect((await write(batchOf(event))).status).toBe(200);
    expect(await storyOf(trace.id, lead, 'access_refused')).toHaveLength(1);
    const elsewhere = forger.claiming({ tenant: 'meridian' });
    const [foreign, unknown] = [
      await readAudit(`/timeline/${trace.id}`, elsewhere),
      await readAudit(`/timeline/${newTrace().id}`, elsewhere),
    ];
    expect(foreign.json.moments).toEqual([]);
    expect({ ...foreign.json, traceId: '', logSize: 0 }).toEqual({ ...unknown.json, traceId: '', logSize: 0 });
  });

  it(verifies('audit:readers', 'reading is itself on record'), async () => {
    const before = (await readAudit('/checkpoint', lead)).text.split('\n')[1];
    const after = (await readAudit('/checkpoint', lead)).text.split('\n')[1];
    expect(Number(after)).toBeGreaterThan(Number(before));
  });

  it.each([
    '/timeline/..%2f..%2fetc',
    '/tile/0/../../etc/passwd',
    '/tile/entries/%2e%2e',
    '/proof/-1',
    '/proof/1e3',
    '/proof/99999999',
  ])(verifies('audit:readers', '%s leads nowhere'), async (path) =>
    expect((await readAudit(path, lead)).status).toBe(404),
  );

  it.each(['DELETE', 'PUT', 'PATCH'])(verifies('audit:readers', '%s on the log does not exist'), async (method) => {
    for (const path of ['/events', '/checkpoint', '/tile/entries/000']) {
      const { status } = await send(house.urls.audit + path, { method, headers: { authorization: `Bearer ${lead}` } });
      expect([404, 405]).toContain(status);
    }
  });
});

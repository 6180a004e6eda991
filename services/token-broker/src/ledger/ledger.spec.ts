import { randomUUID } from 'node:crypto';
import { createServiceAssertion, type SigningKey } from '@sallyport/authn';
import type { Filing, ServiceName } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());

const filing = (changes: Partial<Filing> = {}): Filing => ({
  tenant: 'harbor',
  ticketId: randomUUID(),
  issueId: randomUUID(),
  identifier: 'PAY-1',
  sub: randomUUID(),
  agent: 'sallyport-demo',
  capabilityId: randomUUID(),
  decisionId: 'd-1',
  filedAt: Date.now(),
  ...changes,
});

async function report(body: unknown, service: ServiceName = 'token-broker-gateway', key?: SigningKey, signed = body) {
  const text = JSON.stringify(body);
  const assertion = createServiceAssertion(key ?? issuer.keys.gateway, {
    service,
    audience: issuer.url,
    body: JSON.stringify(signed),
    now: Date.now(),
  });
  const headers = { authorization: `Bearer ${assertion}`, 'content-type': 'application/json' };
  const response = await fetch(`${issuer.url}/ledger/filings`, { method: 'POST', headers, body: text });
  return response.status;
}
const stored = () => issuer.db.selectFrom('filings').selectAll().execute();

describe('POST /ledger/filings', () => {
  it.each([
    ['another service', () => report(filing(), 'mcp-server', issuer.keys.mcp)],
    ['a service that says it is the gateway', () => report(filing(), 'token-broker-gateway', issuer.keys.mcp)],
    ['the gateway’s word for another body', () => report(filing(), 'token-broker-gateway', undefined, filing())],
    ['nobody', async () => (await fetch(`${issuer.url}/ledger/filings`, { method: 'POST', body: '{}' })).status],
  ])('[C-AZ-6] refuses a filing by %s', async (_name, send) => {
    const before = await stored();
    expect(await send()).toBe(401);
    expect(await stored()).toHaveLength(before.length);
  });

  it('refuses what is not a filing', async () => {
    expect(await report({ ...filing(), extra: 1 })).toBe(400);
    expect(await report({ ...filing(), issueId: 'PAY-1' })).toBe(400);
  });

  it('[C-IN-3] stores one filing per issue, however often it is reported', async () => {
    const one = filing();
    expect(await report(one)).toBe(201);
    expect(await report(one)).toBe(200);
    expect((await stored()).filter((row) => row.issue_id === one.issueId)).toHaveLength(1);
  });

  it('[C-AZ-11] refuses an issue that another ticket or tenant already has', async () => {
    const one = filing();
    await report(one);
    expect(await report({ ...one, tenant: 'meridian' })).toBe(409);
    expect(await report({ ...one, ticketId: randomUUID() })).toBe(409);
  });
});

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseConfig, type RunningService } from '@sallyport/bootstrap';
import { type EventBatchAccepted, eventBatchAccepted, type PlatformEvent } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, GRACE, Installation, KEN, PUBLIC_URL } from '../test/installation.ts';
import { ADA, issuedEvent } from '../test/sample.ts';
import { configSchema } from './config.ts';
import { openCheckpoint } from './log/checkpoint.ts';
import { parseVkey } from './log/note.ts';
import { verifyInclusion } from './log/proof.ts';
import { startAudit } from './start-audit.ts';
import { verifyLog } from './verify/verify-log.ts';

let installation: Installation;
let service: RunningService;
let url: string;

const start = async () => {
  service = await startAudit(parseConfig(configSchema, 'AUDIT', installation.environment()));
  url = service.url.replace('localhost', '127.0.0.1');
};
beforeAll(async () => {
  installation = await Installation.make();
  await start();
});
afterAll(async () => {
  await service.close();
  await installation.remove();
});

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${url}/events`, { method: 'POST', headers, body });
const send = (batch: object, producer: Parameters<Installation['assertion']>[0] = 'token-broker-issuer') => {
  const body = JSON.stringify(batch);
  return post(body, installation.assertion(producer, body));
};
const record = async (...events: PlatformEvent[]): Promise<EventBatchAccepted> => {
  const response = await send(batchOf(events));
  expect(response.status).toBe(200);
  return eventBatchAccepted.parse(await response.json());
};
const read = (path: string, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } });
const freshTrace = () => randomUUID().replaceAll('-', '');
const ken = () => installation.token(KEN);
const sizeOf = async () => ((await (await fetch(`${url}/readyz`)).json()) as { size: number }).size;

describe('POST /events', () => {
  it('[C-AU-2] refuses a body without proof of its producer, or with proof of another body, time or audience', async () => {
    const body = JSON.stringify(batchOf([issuedEvent()]));
    const json = { 'content-type': 'application/json' };
    const old = Date.now() - 120_000;
    const refused = [
      await post(body, json),
      await post(body, { ...json, authorization: 'Bearer nonsense' }),
      await post(`${body} `, installation.assertion('token-broker-issuer', body)),
      await post(body, installation.assertion('token-broker-issuer', body, 'http://localhost:8010')),
      await post(body, installation.assertion('token-broker-issuer', body, PUBLIC_URL, old)),
      await post(body, { ...json, authorization: `Bearer ${ken()}` }),
    ];
    for (const response of refused) {
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it("refuses a producer that writes another one's kind of event, stores nothing of it, and records that", async () => {
    const traceId = freshTrace();
    const response = await send(batchOf([issuedEvent({ traceId })]), 'mcp-server');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ status: 403, reason: 'client_not_permitted' });
    const timeline = await (await read(`/timeline/${traceId}`, ken())).json();
    expect(timeline).toMatchObject({ moments: [] });
    await service.close();
    const lines = (await readFile(join(installation.directory, 'siem.ndjson'), 'utf8')).trimEnd().split('\n');
    const refusal = lines.map((line) => JSON.parse(line)).find((event) => event.status_code === 'client_not_permitted');
    expect(refusal).toMatchObject({ actor: { app_name: 'mcp-server' }, metadata: { event_code: 'audit_refused' } });
    await start();
  });

  const wrong: [string, (batch: ReturnType<typeof batchOf>) => unknown][] = [
    ['an unknown field', (batch) => ({ ...batch, note: 'x' })],
    [
      'an unknown field inside an event',
      ({ epoch, events }) => ({
        epoch,
        events: [{ counter: 0, event: { ...events[0]?.event, email: 'a@b.example' } }],
      }),
    ],
    [
      'an unknown kind',
      ({ epoch, events }) => ({ epoch, events: [{ counter: 0, event: { ...events[0]?.event, kind: 'x' } }] }),
    ],
    ['no events', ({ epoch }) => ({ epoch, events: [] })],
    ['a negative counter', ({ epoch, events }) => ({ epoch, events: [{ ...events[0], counter: -1 }] })],
    [
      'half a surrogate pair',
      ({ epoch, events }) => ({ epoch, events: [{ counter: 0, event: { ...events[0]?.event, tool: '\ud800' } }] }),
    ],
    ['an array', () => []],
  ];
  it.each(wrong)('refuses %s', async (_, change) => {
    const before = await sizeOf();
    const response = await send(change(batchOf([issuedEvent()])) as object);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ reason: 'arguments_invalid' }),
    ]);
    expect(await sizeOf()).toBe(before);
  });

  it('refuses more than 1 MiB, other content types and bytes that are not UTF-8', async () => {
    const large = ' '.repeat(1_048_577);
    expect((await post(large, installation.assertion('mcp-server', large))).status).toBe(413);
    const form = {
      ...installation.assertion('mcp-server', 'a=1'),
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect((await post('a=1', form)).status).toBe(415);
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const headers = installation.assertion('mcp-server', bytes as unknown as string);
    expect((await fetch(`${url}/events`, { method: 'POST', headers, body: bytes })).status).toBe(400);
  });

  it('refuses an event that is too large for the log, so that the producer lets go of it', async () => {
    const masked = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`type-${i}`, 1]));
    const event = {
      uid: randomUUID(),
      time: 1,
      traceId: freshTrace(),
      kind: 'tool_call_completed',
      who: ADA,
      tool: 'x',
      tier: 1,
    };
    const rest = { outcome: 'success', reasons: [], durationMs: 1, resultBytes: 1, masked };
    const response = await send(
      { epoch: randomUUID(), events: [{ counter: 0, event: { ...event, ...rest } }] },
      'mcp-server',
    );
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ reason: 'request_too_large' }),
    ]);
  });

  it('answers a repeat with the same receipts and refuses a contradiction', async () => {
    const batch = batchOf([issuedEvent(), issuedEvent()]);
    const first = await (await send(batch)).json();
    const again = (await (await send(batch)).json()) as EventBatchAccepted;
    expect(again.receipts).toEqual((first as EventBatchAccepted).receipts);
    const [one] = batch.events;
    const changed = { ...batch, events: [{ counter: 0, event: { ...one?.event, tool: 'delete_issue' } }] };
    expect((await send(changed)).status).toBe(409);
  });

  it('[C-AU-3] gives a receipt whose leaf is under the signed checkpoint it comes with', async () => {
    const { receipts, checkpoint } = await record(issuedEvent());
    const vkey = parseVkey(await readFile(join(installation.directory, 'log/log.vkey'), 'utf8'));
    const { size, root } = openCheckpoint(checkpoint, vkey);
    const [receipt] = receipts;
    const answer = (await (await read(`/proof/${receipt?.index}?size=${size}`, ken())).json()) as {
      proof: string[];
      leafHash: string;
    };
    expect(answer.leafHash).toBe(receipt?.leafHash);
    const proof = answer.proof.map((hash) => Buffer.from(hash, 'base64'));
    const leaf = Buffer.from(answer.leafHash, 'base64');
    expect(verifyInclusion(leaf, receipt?.index ?? -1, size, proof, root)).toBe(true);
  });
});

describe('readers', () => {
  it('must show a token of the broker for this service', async () => {
    for (const path of ['/checkpoint', '/tile/0/000.p/1', '/proof/0', '/producers', `/timeline/${freshTrace()}`]) {
      const response = await read(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('resource_metadata=');
    }
    expect((await read('/checkpoint', installation.token(KEN, { aud: 'http://localhost:8000/mcp' }))).status).toBe(401);
    expect((await read('/checkpoint', installation.token(KEN, { exp: 1 }))).status).toBe(401);
    const metadata = await (await read('/.well-known/oauth-protected-resource')).json();
    expect(metadata).toMatchObject({ resource: PUBLIC_URL, scopes_supported: ['audit:read'] });
  });

  it('must have the scope and a role that policy lets read', async () => {
    const engineer = installation.token({ ...ADA, roles: ['support_engineer'] });
    expect((await read('/checkpoint', engineer)).status).toBe(403);
    const scopeless = await read('/checkpoint', installation.token(KEN, { scope: 'tickets:read' }));
    expect([scopeless.status, scopeless.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('insufficient_scope'),
    ]);
    expect((await read('/checkpoint', installation.token(GRACE))).status).toBe(200);
    expect((await read('/producers', installation.token(GRACE))).status).toBe(403);
    expect((await read('/producers', ken())).status).toBe(200);
  });

  it("never see another tenant's records, nor whether they exist", async () => {
    const [traceId, unknown] = [freshTrace(), freshTrace()];
    await record(
      issuedEvent({ traceId }),
      issuedEvent({ traceId, who: { ...ADA, name: 'Mina Duarte', tenant: 'meridian' } }),
    );
    const mina = installation.token({ ...KEN, tenant: 'meridian' });
    const seen = (await (await read(`/timeline/${traceId}`, ken())).json()) as { moments: { sentence: string }[] };
    expect(seen.moments.map(({ sentence }) => sentence).join()).not.toContain('Mina');
    expect(seen.moments).toHaveLength(1);
    const other = freshTrace();
    await record(issuedEvent({ traceId: other }));
    const [theirs, none] = [await read(`/timeline/${other}`, mina), await read(`/timeline/${unknown}`, mina)];
    expect([theirs.status, none.status]).toEqual([200, 200]);
    expect(((await theirs.json()) as { moments: [] }).moments).toEqual(
      ((await none.json()) as { moments: [] }).moments,
    );
    const size = await sizeOf();
    expect((await read(`/tile/entries/000.p/${Math.min(size, 255)}`, ken())).status).toBe(403);
  });

  it('are recorded before they see anything', async () => {
    const before = await sizeOf();
    const checkpoint = await (await read('/checkpoint', ken())).text();
    const vkey = parseVkey(await readFile(join(installation.directory, 'log/log.vkey'), 'utf8'));
    expect(openCheckpoint(checkpoint, vkey).size).toBe(before + 1);
  });

  it('get tiles of hashes, and 404 for what is no tile or not there yet', async () => {
    const tile = await read('/tile/0/000.p/2', ken());
    expect([tile.status, (await tile.arrayBuffer()).byteLength]).toEqual([200, 64]);
    for (const path of [
      '/tile/0/999',
      '/tile/0/000.p/0',
      '/tile/9/000',
      '/tile/0/..%2f..%2fetc',
      '/proof/99999',
      '/proof/x',
      '/nothing',
    ]) {
      expect((await read(path, ken())).status).toBe(404);
    }
  });
});

describe('GET /timeline', () => {
  const HTML = { accept: 'text/html,application/xhtml+xml' };

  it('[C-AU-1] tells the chain: agent, person, access, decision, policy revision, and where the proof is', async () => {
    const traceId = freshTrace();
    const { receipts } = await record(issuedEvent({ traceId }));
    const timeline = await (await read(`/timeline/${traceId}`, ken())).json();
    expect(timeline).toMatchObject({
      traceId,
      complete: true,
      moments: [
        {
          index: receipts[0]?.index,
          kind: 'token_exchange_issued',
          outcome: 'success',
          decision: 'd-1',
          proof: `/proof/${receipts[0]?.index}`,
          sentence:
            'agent claude-code, acting for Ada Okafor, received issueCreate on PAY for 60 s, decision d-1, policy revision r-1',
        },
      ],
    });
  });

  it('is a page for browsers: no script, no frame, names escaped, a good empty state', async () => {
    const traceId = freshTrace();
    await record(issuedEvent({ traceId, who: { ...ADA, name: '<script>alert(1)</script>' } }));
    const response = await read(`/timeline/${traceId}`, ken(), HTML);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script');
    expect(page).toMatch(/<html lang="en">[\s\S]*<main>[\s\S]*<h1>What happened<\/h1>[\s\S]*<time datetime="/);
    const empty = await (await read(`/timeline/${freshTrace()}`, ken(), HTML)).text();
    expect(empty).toContain('Nothing is recorded for this trace, or nothing that you may see');
  });

  it('is a page also when it refuses', async () => {
    const anonymous = await read(`/timeline/${freshTrace()}`, undefined, HTML);
    expect([anonymous.status, await anonymous.text()]).toEqual([401, expect.stringContaining('Show who you are')]);
    const misnamed = await read('/timeline/nonsense', ken(), HTML);
    expect([misnamed.status, await misnamed.text()]).toEqual([404, expect.stringContaining('There is nothing here')]);
  });
});

describe('operation', () => {
  it('says how durable an acknowledgement is, and what is missing', async () => {
    const ready = await (await fetch(`${url}/readyz`)).json();
    expect(ready).toMatchObject({ ok: true, engine: 'pglite', durability: 'process-crash' });
    await send({ ...batchOf([issuedEvent()]), events: batchOf([issuedEvent()], undefined, 3).events });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/audit_producer_missing_events{.*producer="token-broker-issuer".*} 3/);
    const producers = (await (await read('/producers', ken())).json()) as { gaps: object[] };
    expect(producers.gaps).toContainEqual(expect.objectContaining({ producer: 'token-broker-issuer', missing: 3 }));
  });

  it('refuses to start with a checkpoint key that others can read, or under another key', async () => {
    await service.close();
    const environment = {
      ...installation.environment(),
      AUDIT_CHECKPOINT_KEY_FILE: join(installation.directory, 'other.json'),
    };
    await expect(startAudit(parseConfig(configSchema, 'AUDIT', environment))).rejects.toThrow(
      'not signed by the expected key',
    );
    const { chmod } = await import('node:fs/promises');
    await chmod(environment.AUDIT_CHECKPOINT_KEY_FILE, 0o644);
    await expect(startAudit(parseConfig(configSchema, 'AUDIT', environment))).rejects.toThrow('readable by others');
    await start();
  });

  it('[C-AU-3] leaves a log directory that verifies, and a sink that has every event once', async () => {
    await service.close();
    const vkey = parseVkey(await readFile(join(installation.directory, 'log/log.vkey'), 'utf8'));
    const report = await verifyLog(join(installation.directory, 'log'), { key: vkey, pinned: true });
    // The run of counters that began at 3 above is the only thing that is missing.
    expect(report.findings.map(({ kind }) => kind)).toEqual(['counter_missing']);
    const lines = (await readFile(join(installation.directory, 'siem.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(report.size ?? -1);
    expect(new Set(lines).size).toBe(lines.length);
    await start();
  });
});

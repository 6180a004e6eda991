import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GRACE, KEN, PUBLIC_URL } from '../../test/installation.ts';
import { freshTrace, RunningAudit } from '../../test/running-audit.ts';
import { ADA, issuedEvent } from '../../test/sample.ts';
import { openCheckpoint } from '../log/checkpoint.ts';

let audit: RunningAudit;
beforeAll(async () => {
  audit = await RunningAudit.start();
});
afterAll(() => audit.remove());
const ken = () => audit.installation.token(KEN);

describe('readers', () => {
  it('must show a token of the broker for this service', async () => {
    for (const path of ['/checkpoint', '/tile/0/000.p/1', '/proof/0', '/producers', `/timeline/${freshTrace()}`]) {
      const response = await audit.read(path, null);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('resource_metadata=');
    }
    expect(
      (await audit.read('/checkpoint', audit.installation.token(KEN, { aud: 'http://localhost:8000/mcp' }))).status,
    ).toBe(401);
    expect((await audit.read('/checkpoint', audit.installation.token(KEN, { exp: 1 }))).status).toBe(401);
    const metadata = await (await audit.read('/.well-known/oauth-protected-resource', null)).json();
    expect(metadata).toMatchObject({ resource: PUBLIC_URL, scopes_supported: ['audit:read'] });
  });

  it('must have the scope and a role that policy lets read', async () => {
    const engineer = audit.installation.token({ ...ADA, roles: ['support_engineer'] });
    expect((await audit.read('/checkpoint', engineer)).status).toBe(403);
    const scopeless = await audit.read('/checkpoint', audit.installation.token(KEN, { scope: 'tickets:read' }));
    expect([scopeless.status, scopeless.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('insufficient_scope'),
    ]);
    expect((await audit.read('/checkpoint', audit.installation.token(GRACE))).status).toBe(200);
    expect((await audit.read('/producers', audit.installation.token(GRACE))).status).toBe(403);
    expect((await audit.read('/producers', ken())).status).toBe(200);
  });

  it("never see another tenant's records, nor whether they exist", async () => {
    const [traceId, unknown] = [freshTrace(), freshTrace()];
    await audit.record(
      issuedEvent({ traceId }),
      issuedEvent({ traceId, who: { ...ADA, name: 'Mina Duarte', tenant: 'meridian' } }),
    );
    const mina = audit.installation.token({ ...KEN, tenant: 'meridian' });
    const seen = (await (await audit.read(`/timeline/${traceId}`, ken())).json()) as {
      moments: { sentence: string }[];
    };
    expect(seen.moments.map(({ sentence }) => sentence).join()).not.toContain('Mina');
    expect(seen.moments).toHaveLength(1);
    const other = freshTrace();
    await audit.record(issuedEvent({ traceId: other }));
    const [theirs, none] = [
      await audit.read(`/timeline/${other}`, mina),
      await audit.read(`/timeline/${unknown}`, mina),
    ];
    expect([theirs.status, none.status]).toEqual([200, 200]);
    expect(((await theirs.json()) as { moments: [] }).moments).toEqual(
      ((await none.json()) as { moments: [] }).moments,
    );
    const size = await audit.size();
    expect((await audit.read(`/tile/entries/000.p/${Math.min(size, 255)}`, ken())).status).toBe(403);
  });

  it('are recorded before they see anything', async () => {
    const before = await audit.size();
    const checkpoint = await (await audit.read('/checkpoint', ken())).text();
    const vkey = await audit.verifier();
    expect(openCheckpoint(checkpoint, vkey).size).toBe(before + 1);
  });

  it('get tiles of hashes, and 404 for what is no tile or not there yet', async () => {
    const tile = await audit.read('/tile/0/000.p/2', ken());
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
      expect((await audit.read(path, ken())).status).toBe(404);
    }
  });
});

describe('GET /timeline', () => {
  const HTML = { accept: 'text/html,application/xhtml+xml' };

  it('[C-AU-1] tells the chain: agent, person, access, decision, policy revision, and where the proof is', async () => {
    const traceId = freshTrace();
    const { receipts } = await audit.record(issuedEvent({ traceId }));
    const timeline = await (await audit.read(`/timeline/${traceId}`, ken())).json();
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
    await audit.record(issuedEvent({ traceId, who: { ...ADA, name: '<script>alert(1)</script>' } }));
    const response = await audit.read(`/timeline/${traceId}`, ken(), HTML);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script');
    expect(page).toMatch(/<html lang="en">[\s\S]*<main>[\s\S]*<h1>What happened<\/h1>[\s\S]*<time datetime="/);
    const empty = await (await audit.read(`/timeline/${freshTrace()}`, ken(), HTML)).text();
    expect(empty).toContain('Nothing is recorded for this trace, or nothing that you may see');
  });

  it('is a page also when it refuses', async () => {
    const anonymous = await audit.read(`/timeline/${freshTrace()}`, null, HTML);
    expect([anonymous.status, await anonymous.text()]).toEqual([401, expect.stringContaining('Show who you are')]);
    const misnamed = await audit.read('/timeline/nonsense', ken(), HTML);
    expect([misnamed.status, await misnamed.text()]).toEqual([404, expect.stringContaining('There is nothing here')]);
  });
});

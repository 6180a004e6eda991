import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, KEN } from '../test/installation.ts';
import { RunningAudit } from '../test/running-audit.ts';
import { issuedEvent } from '../test/sample.ts';
import { verifyLog } from './verify/verify-log.ts';

let audit: RunningAudit;
beforeAll(async () => {
  audit = await RunningAudit.start();
});
afterAll(() => audit.remove());
const ken = () => audit.installation.token(KEN);

describe('operation', () => {
  it('says how durable an acknowledgement is, and what is missing', async () => {
    const ready = await (await fetch(`${audit.url}/readyz`)).json();
    expect(ready).toMatchObject({ ok: true, engine: 'pglite', durability: 'process-crash' });
    await audit.send({ ...batchOf([issuedEvent()]), events: batchOf([issuedEvent()], undefined, 3).events });
    const metrics = await (await fetch(`${audit.url}/metrics`)).text();
    expect(metrics).toMatch(/audit_producer_missing_events{.*producer="token-broker-issuer".*} 3/);
    const producers = (await (await audit.read('/producers', ken())).json()) as { gaps: object[] };
    expect(producers.gaps).toContainEqual(expect.objectContaining({ producer: 'token-broker-issuer', missing: 3 }));
  });

  it('refuses to start with a checkpoint key that others can read, or under another key', async () => {
    await audit.stop();
    const file = join(audit.installation.directory, 'other.json');
    const other = { AUDIT_CHECKPOINT_KEY_FILE: file };
    await expect(audit.start(other)).rejects.toThrow('not signed by the expected key');
    await chmod(file, 0o644);
    await expect(audit.start(other)).rejects.toThrow('readable by others');
    await audit.start();
  });

  it('[C-AU-3] leaves a log directory that verifies, and a sink that has every event once', async () => {
    await audit.stop();
    const vkey = await audit.verifier();
    const report = await verifyLog(join(audit.installation.directory, 'log'), { key: vkey, pinned: true });
    // The run of counters that began at 3 above is the only thing that is missing.
    expect(report.findings.map(({ kind }) => kind)).toEqual(['counter_missing']);
    const lines = await audit.delivered();
    expect(lines).toHaveLength(report.size ?? -1);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@sallyport/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personId } from './accounts.ts';
import { migrations } from './migrations.ts';
import { grantIsAlive, oidcAdapterFactory } from './oidc-adapter.ts';
import { OneTimeIds } from './one-time-ids.ts';
import { sweepExpired } from './sweep.ts';
import type { BrokerTables } from './tables.ts';

let dir: string;
let database: Database<BrokerTables>;
const clock = { ms: 1_800_000_000_000 };
const now = () => clock.ms;
const open = () => openDatabase<BrokerTables>(`pglite:${join(dir, 'db')}`, migrations);
const adapter = (model: string) => oidcAdapterFactory(database.db, now, { clientMs: 1_000 })(model);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sallyport-storage-'));
  database = await open();
});
afterAll(async () => {
  await database?.close();
  await rm(dir, { recursive: true, force: true });
});

describe('one-time ids', () => {
  it('[C-ID-7] are claimed once, by whichever replica is first', async () => {
    const replicas = [new OneTimeIds(database.db, now), new OneTimeIds(database.db, now)];
    const claims = await Promise.all([...replicas, ...replicas].map((one) => one.claim('proof', now() + 1_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('[C-ID-7] are remembered for at least fifteen minutes, and over a restart', async () => {
    await new OneTimeIds(database.db, now).claim('before', now() + 1_000);
    await database.close();
    database = await open();
    clock.ms += 14 * 60_000;
    await sweepExpired(database.db, now());
    expect(await new OneTimeIds(database.db, now).claim('before', now() + 1_000)).toBe(false);
  });
});

describe('artefacts of the authorization server', () => {
  it('[C-ID-7] are consumed once; the second consumer ends the grant', async () => {
    const [codes, tokens, grants] = [adapter('AuthorizationCode'), adapter('RefreshToken'), adapter('Grant')];
    await grants.upsert('grant', { accountId: 'ada', clientId: 'agent' }, 600);
    await codes.upsert('code', { grantId: 'grant' }, 60);
    await tokens.upsert('refresh', { grantId: 'grant' }, 600);
    const owner = { sub: 'ada', clientId: 'agent' };
    expect(await grantIsAlive(database.db, 'grant', owner, now())).toBe(true);
    expect(await grantIsAlive(database.db, 'grant', { ...owner, sub: 'grace' }, now())).toBe(false);
    expect(await grantIsAlive(database.db, 'grant', { ...owner, clientId: 'other' }, now())).toBe(false);
    const outcomes = await Promise.allSettled([codes.consume('code'), codes.consume('code')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await tokens.find('refresh')).toBeUndefined();
    expect(await grantIsAlive(database.db, 'grant', owner, now())).toBe(false);
  });

  it('end when their time is over, swept or not', async () => {
    const sessions = adapter('Session');
    await sessions.upsert('session', { uid: 'u' }, 1);
    expect(await sessions.findByUid('u')).toMatchObject({ uid: 'u' });
    clock.ms += 1_000;
    expect(await sessions.find('session')).toBeUndefined();
    expect(await sweepExpired(database.db, now())).toBeGreaterThan(0);
  });

  it('[C-AU-7] are stored without the id that opens them', async () => {
    await adapter('RefreshToken').upsert('canary-secret', { jti: 'canary-secret', grantId: 'g' }, 60);
    const rows = await database.db.selectFrom('oidc_payloads').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('canary-secret');
    expect(await adapter('RefreshToken').find('canary-secret')).toMatchObject({ jti: 'canary-secret' });
  });
});

describe('a person’s id', () => {
  it('[C-ID-5] is a UUID that only issuer and subject together decide', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (issuer, sub, other) => {
        expect(z.uuid().safeParse(personId(issuer, sub)).success).toBe(true);
        expect(personId(issuer, sub)).toBe(personId(issuer, sub));
        if (other !== sub) expect(personId(issuer, other)).not.toBe(personId(issuer, sub));
        if (other !== '') expect(personId(issuer + other, sub)).not.toBe(personId(issuer, other + sub));
      }),
    );
  });
});

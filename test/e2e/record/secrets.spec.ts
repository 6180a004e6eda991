import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { identityValues, seedTickets } from '../../../scripts/story/world.ts';
import { readSecrets } from '../house/secrets.ts';
import { verifies } from '../verifies.ts';
import { atDoor, house } from '../world/house.ts';
import { scan, valuesAtRest } from './scan.ts';

/** Where a run leaves text behind: process logs, the SIEM's file, the audit log, what producers spooled. */
const PLACES = ['logs', 'siem.ndjson', 'audit-log', 'spool'];

function written(): { file: string; text: string }[] {
  const all = readdirSync(house.stateDir, { recursive: true, encoding: 'utf8' });
  return all
    .filter((path) => PLACES.some((place) => path === place || path.startsWith(`${place}/`)))
    .filter((path) => statSync(join(house.stateDir, path)).isFile())
    .map((file) => ({ file, text: readFileSync(join(house.stateDir, file), 'utf8') }));
}

describe('what the run left behind', () => {
  const secrets = readSecrets(house.secretsFile);
  // A card's three-digit code is somewhere in any log by chance, as a size or a duration.
  const telling = (value: string) => !/^\d{1,5}$/.test(value);
  const customers = seedTickets().flatMap((ticket) =>
    identityValues(ticket)
      .filter(telling)
      .map((value) => ({ kind: `customer of ${ticket.id}`, value })),
  );
  let texts: ReturnType<typeof written>;
  beforeAll(async () => {
    await atDoor('stop');
    texts = written();
  });

  it(verifies('secrets:none-written', 'there is much to look through, and much to look for'), () => {
    expect(texts.map(({ file }) => file)).toEqual(expect.arrayContaining(['logs/mcp-server.log', 'siem.ndjson']));
    expect(texts.some(({ file }) => file.startsWith('audit-log/tile/entries/'))).toBe(true);
    const kinds = new Set(secrets.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'access_token',
        'refresh_token',
        'code',
        'client_assertion',
        'code_verifier',
        'connect link',
      ]),
    );
    expect(customers.length).toBeGreaterThan(300);
  });

  it.each(PLACES)(verifies('secrets:none-written', 'no secret of the run is in %s'), (place) => {
    const there = texts.filter(({ file }) => file.startsWith(place));
    expect(there.flatMap((text) => scan(text, secrets))).toEqual([]);
  });

  it.each(PLACES)(verifies('secrets:none-written', 'no customer of any ticket is in %s'), (place) => {
    const there = texts.filter(({ file }) => file.startsWith(place));
    expect(there.flatMap((text) => scan(text, customers, []))).toEqual([]);
  });

  it.each(['mcp-server', 'token-broker-issuer', 'token-broker-gateway', 'audit'])(
    verifies('secrets:hashed-at-rest', 'nothing in the database of %s could be used'),
    (service) => {
      const directory = join(house.stateDir, 'data', service);
      const usable = secrets.filter(({ kind }) => kind !== 'state');
      const found = readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(directory, path)).isFile())
        .flatMap((path) =>
          valuesAtRest(readFileSync(join(directory, path)), usable).map((kind) => `${kind} in ${path}`),
        );
      expect(found).toEqual([]);
    },
  );

  it(verifies('secrets:scan-works', 'a token between the bytes of a database page is found'), () => {
    const token = secrets.find(({ kind }) => kind === 'refresh_token')?.value as string;
    const page = Buffer.concat([Buffer.alloc(64, 0x59), Buffer.from(`x${token}`), Buffer.alloc(64)]);
    expect(valuesAtRest(page, secrets)).toContain('refresh_token');
  });

  it.each([
    ['an access token', () => secrets.find(({ kind }) => kind === 'access_token')?.value],
    ['a connect link', () => secrets.find(({ kind }) => kind === 'connect link')?.value],
    ['a Linear token', () => 'lin_oauth_planted0123456789'],
    ['a Vault token', () => 'hvs.planted0123456789abcdef'],
    ['some other JWT', () => 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.c2lnbmF0dXJlLXBsYW50ZWQ'],
    ['a customer’s card', () => customers.find(({ value }) => /^[\d ]{15,}$/.test(value))?.value],
    ['a customer’s name', () => customers.find(({ value }) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(value))?.value],
  ])(verifies('secrets:scan-works', '%s that is planted in a log is found'), (_, plant) => {
    const log = join(house.stateDir, 'logs', 'planted.log');
    appendFileSync(log, `{"level":30,"msg":"planted ${plant()} here"}\n`);
    const found = written()
      .filter(({ file }) => file === 'logs/planted.log')
      .flatMap((text) => scan(text, [...secrets, ...customers]));
    expect(found.length).toBeGreaterThan(0);
  });
});

import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDpopProof, readSigningKey, type SigningKey, signJwt } from '@sallyport/authn';
import { ACCESS_TOKEN_TYPE, JWT_TOKEN_TYPE, type ServiceName, TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { openDoors, tokenFor } from './agents.ts';
import { cluster, named, publicUrl } from './installation.ts';
import { standIns } from './stand-ins.ts';

const TOKEN_URL = `${publicUrl('login')}/token`;
const resource = (placement: 'read' | 'write') => `${publicUrl('mcp')}/mcp/${placement}`;

let doors: { close(): void };
let tokens: { read: string; write: string };
beforeAll(async () => {
  doors = await openDoors();
  tokens = {
    read: await tokenFor('ada', resource('read'), 'tickets:read'),
    write: await tokenFor('ada', resource('write'), 'issues:create'),
  };
});
afterAll(() => doors?.close());

/** The private key of a service, as somebody has it who captured its pod. */
async function keyOf(service: ServiceName): Promise<SigningKey> {
  const secret = JSON.parse(await cluster.kubectl(['get', 'secret', `${named(service)}-keys`, '-o', 'json'])) as {
    data: Record<string, string>;
  };
  const file = join(await mkdtemp(join(tmpdir(), 'sallyport-captured-')), 'signing.key');
  await writeFile(file, Buffer.from(secret.data['signing.key'] ?? '', 'base64'), { mode: 0o600 });
  return readSigningKey(file);
}

/** Asks the issuer for a credential to file an issue, with a service's key and a caller's token (RFC 8693 §2.1). */
async function askToFile(
  service: ServiceName,
  subjectToken: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const key = await keyOf(service);
  const iat = Math.floor(Date.now() / 1_000);
  const issuer = publicUrl('login');
  const assertion = signJwt(key, 'JWT', {
    iss: service,
    sub: service,
    aud: issuer,
    iat,
    exp: iat + 60,
    jti: randomUUID(),
  });
  const detail = {
    type: 'linear_operation',
    operation: 'issueCreate',
    tool: 'escalate_ticket',
    target: { team: 'PAY', ticket: randomUUID() },
    variables_digest: 'A'.repeat(43),
  };
  const response = await fetch(TOKEN_URL, {
    method: 'POST',
    headers: { dpop: createDpopProof(key, { method: 'POST', url: TOKEN_URL, now: Date.now() }) },
    body: new URLSearchParams({
      grant_type: TOKEN_EXCHANGE_GRANT,
      client_id: service,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      subject_token: subjectToken,
      subject_token_type: ACCESS_TOKEN_TYPE,
      requested_token_type: JWT_TOKEN_TYPE,
      resource: `https://${named('token-broker-gateway')}`,
      authorization_details: JSON.stringify([detail]),
    }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const initialize = (placement: 'read' | 'write', token: string) =>
  fetch(resource(placement), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }),
  });

describe('the two placements', () => {
  it(verifies('cluster:placements', 'each refuses a token made for the other'), async () => {
    expect((await initialize('read', tokens.write)).status).toBe(401);
    expect((await initialize('write', tokens.read)).status).toBe(401);
  });

  it(
    verifies('cluster:placements', 'a captured read server obtains no write credential, whatever token it was handed'),
    async () => {
      const before = await standIns.calls();
      for (const token of [tokens.read, tokens.write]) {
        const { status, body } = await askToFile('mcp-server-read', token);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(body.access_token).toBeUndefined();
      }
      expect(await standIns.calls()).toEqual(before);
    },
  );

  it(
    verifies('cluster:placements', 'a captured write server gets nothing for a token of the read resource'),
    async () => {
      const { status, body } = await askToFile('mcp-server-write', tokens.read);
      expect([status >= 400, body.access_token]).toEqual([true, undefined]);
    },
  );

  it(verifies('cluster:placements', 'the gateway’s key signs nothing that anybody accepts'), async () => {
    const key = await keyOf('token-broker-gateway');
    const iat = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: publicUrl('login'),
      sub: randomUUID(),
      aud: resource('write'),
      client_id: 'sallyport-demo',
      scope: 'issues:create',
      iat,
      nbf: iat,
      exp: iat + 60,
      jti: randomUUID(),
    };
    expect((await initialize('write', signJwt(key, 'at+jwt', claims))).status).toBe(401);
  });
});

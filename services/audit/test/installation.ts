import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceAssertion, createServiceKeys, readSigningKey, type SigningKey, signJwt } from '@sallyport/authn';
import {
  type AccessTokenClaims,
  type EventBatch,
  type PlatformEvent,
  SERVICES,
  type ServiceName,
} from '@sallyport/contracts';

export const PUBLIC_URL = 'http://localhost:8020';
export const KEN = {
  sub: '3a1b2c3d-4e5f-5061-8273-8495a6b7c8d9',
  name: 'Ken Matsuda',
  tenant: 'harbor',
  roles: ['platform_admin'],
};
export const GRACE = {
  sub: '4b2c3d4e-5f60-5172-8384-95a6b7c8d9e0',
  name: 'Grace Lindqvist',
  tenant: 'harbor',
  roles: ['support_lead'],
};

/** Keys and an issuer's key set on a free port: what the audit service needs around it. */
export class Installation {
  private constructor(
    readonly directory: string,
    readonly issuerUrl: string,
    private readonly keys: Map<ServiceName, SigningKey>,
    private readonly stop: () => Promise<void>,
  ) {}

  static async make(): Promise<Installation> {
    const directory = await mkdtemp(join(tmpdir(), 'sallyport-audit-'));
    await createServiceKeys(join(directory, 'keys'), SERVICES);
    const keys = new Map<ServiceName, SigningKey>();
    for (const service of SERVICES) {
      keys.set(service, await readSigningKey(join(directory, 'keys', `${service}.jwks.json`)));
    }
    const issuer = createServer((_request, response) => {
      response.end(JSON.stringify({ keys: [keys.get('token-broker-issuer')?.jwk] }));
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    const { port } = issuer.address() as AddressInfo;
    const stop = () => new Promise<void>((resolve) => issuer.close(() => resolve()));
    return new Installation(directory, `http://127.0.0.1:${port}`, keys, stop);
  }

  /** Environment of an audit process on this installation. */
  environment(): Record<string, string> {
    const { directory } = this;
    return {
      AUDIT_PORT: '0',
      AUDIT_PUBLIC_URL: PUBLIC_URL,
      AUDIT_DATABASE_URL: `pglite:${join(directory, 'data')}`,
      AUDIT_LOG_DIR: join(directory, 'log'),
      AUDIT_SIGNING_KEY_FILE: join(directory, 'keys/audit.jwks.json'),
      AUDIT_PEER_KEYS_DIR: join(directory, 'keys/public'),
      AUDIT_CHECKPOINT_KEY_FILE: join(directory, 'keys/checkpoint.json'),
      AUDIT_ISSUER_URL: this.issuerUrl,
      AUDIT_NDJSON_FILE: join(directory, 'siem.ndjson'),
      AUDIT_LOG_LEVEL: 'silent',
    };
  }

  /** An access token of a person for the audit service; `claims` change it. */
  token(
    person: { sub: string; name: string; tenant: string; roles: string[] },
    claims: Partial<AccessTokenClaims> = {},
  ): string {
    const now = Math.floor(Date.now() / 1_000);
    return signJwt(this.key('token-broker-issuer'), 'at+jwt', {
      iss: this.issuerUrl,
      aud: PUBLIC_URL,
      client_id: 'audit-cli',
      scope: 'audit:read',
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp: now + 300,
      grant_id: 'grant-reader-1',
      act: { sub: 'audit-cli' },
      ...person,
      ...claims,
    });
  }

  /** Headers of a producer that sends this body. */
  assertion(service: ServiceName, body: string, audience = PUBLIC_URL, now = Date.now()): Record<string, string> {
    const jwt = createServiceAssertion(this.key(service), { service, audience, body, now });
    return { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' };
  }

  key(service: ServiceName): SigningKey {
    return this.keys.get(service) as SigningKey;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** A batch as a producer sends it. */
export function batchOf(events: readonly PlatformEvent[], epoch: string = randomUUID(), first = 0): EventBatch {
  return { epoch, events: events.map((event, i) => ({ counter: first + i, event })) };
}

import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { VaultConfig, VaultSimulatorOptions } from '../config.ts';
import { type DemoVault, demoVaultConfig } from '../demo.ts';
import { startVaultSimulator, type VaultSimulator } from '../vault-simulator.ts';
import { type Answer, callApi } from './call-api.ts';
import { JwksEndpoint, makeSigner, type Signer } from './signer.ts';
import { TokenEndpoint } from './token-endpoint.ts';

export const ISSUER = 'http://localhost:8010';
export const ROOT = 'root-for-specs';

/** The demo's Vault with everything around it, and a clock that only the spec moves. */
export class DemoWorld {
  now = Date.UTC(2026, 10, 21, 9, 0, 0);
  readonly upstream = new TokenEndpoint();
  readonly jwks = new JwksEndpoint();
  vault!: VaultSimulator;
  config!: VaultConfig;
  issuer!: Signer;
  readonly services = new Map<string, Signer>();

  async start(options: Partial<VaultSimulatorOptions> = {}): Promise<this> {
    this.issuer = await makeSigner('issuer-1');
    this.jwks.keys = [this.issuer.jwk];
    const names = ['token-broker-issuer', 'token-broker-gateway', 'audit', 'linear-offboarder'];
    for (const name of names) this.services.set(name, await makeSigner(name));
    const serviceKeys = Object.fromEntries([...this.services].map(([name, signer]) => [name, signer.jwk]));
    this.config = demoVaultConfig({
      issuer: ISSUER,
      issuerKeys: { url: await this.jwks.start() },
      linearTokenUrl: await this.upstream.start(),
      serviceKeys: serviceKeys as unknown as DemoVault['serviceKeys'],
    });
    await this.boot(options);
    return this;
  }

  /** Starts Vault over the same surroundings: a restart when one ran before. */
  async boot(options: Partial<VaultSimulatorOptions> = {}): Promise<void> {
    const defaults = { config: this.config, rootToken: ROOT, now: () => this.now };
    this.vault = await startVaultSimulator({ ...defaults, ...options });
  }

  async close(): Promise<void> {
    await Promise.all([this.vault.close(), this.upstream.close(), this.jwks.close()]);
  }

  api(method: string, path: string, options?: { token?: string; body?: unknown }): Promise<Answer> {
    return callApi(this.vault.url, method, path, options);
  }

  /** A person assertion as the issuer makes it. */
  assertion(sub: string, role: string, claims: JWTPayload = {}): Promise<string> {
    const at = Math.floor(this.now / 1000);
    const standard = { iss: ISSUER, sub, aud: 'vault', iat: at, exp: at + 60, jti: randomUUID(), vault_role: role };
    return this.issuer.sign({ ...standard, ...claims });
  }

  async loginAs(sub: string, role: string): Promise<Answer['body']['auth']> {
    const answer = await this.login('platform', role, await this.assertion(sub, role));
    if (answer.status !== 200) throw new Error(`login: ${answer.body.errors}`);
    return answer.body.auth;
  }

  async loginService(name: string, mount = 'workload', role = name): Promise<Answer> {
    const at = Math.floor(this.now / 1000);
    const jwt = await this.services.get(name)?.sign({ iss: name, sub: name, aud: 'vault', iat: at, exp: at + 60 });
    return await this.login(mount, role, jwt);
  }

  login(mount: string, role: string, jwt: string | undefined): Promise<Answer> {
    return this.api('POST', `auth/${mount}/login`, { body: { role, jwt } });
  }

  /** Imports a fresh grant of one class for a person. @returns the entity's id. */
  async onboard(sub: string, server: string): Promise<string> {
    const { client_token: token, entity_id: entityId } = await this.loginAs(sub, 'linear-onboard');
    const body = { server, grant_type: 'refresh_token', refresh_token: this.upstream.grant() };
    const answer = await this.api('PUT', `linear/creds/${entityId}/${server}`, { token, body });
    if (answer.status !== 204) throw new Error(`onboard: ${answer.body.errors}`);
    return entityId;
  }
}

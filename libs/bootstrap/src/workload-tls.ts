import { createPrivateKey, X509Certificate } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type AgentOptions, Agent as TlsAgent } from 'node:https';
import { join } from 'node:path';
import type { Server } from 'node:tls';

/** Certificate chain, its private key, and the authority that vouches for our own workloads; all PEM. */
export interface TlsMaterial {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

export interface WorkloadTlsOptions {
  /** `require`: a peer without a certificate of our authority is cut in the handshake (C-CR-8). */
  clientAuth?: 'require' | 'off';
  /** How often the files are looked at, in milliseconds: a rotated Secret arrives as changed files. */
  lookEveryMs?: number;
  /** Told when renewed files cannot be used; what was loaded before stays. */
  onUnusable?: (error: Error) => void;
}

const LOOK_EVERY_MS = 5_000;
/** C-PL-6: TLS 1.3 only, AES-256 first. */
const PROTOCOL = { minVersion: 'TLSv1.3', ciphers: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256' } as const;

/**
 * This workload's TLS identity, from a directory in the layout of a `kubernetes.io/tls` Secret: `tls.crt`, `tls.key`,
 * `ca.crt`. Serves and calls with it, and takes up renewed files without a restart (C-CR-7).
 */
export class WorkloadTls {
  #material: TlsMaterial;
  readonly #followers = new Set<(material: TlsMaterial) => void>();
  readonly #watched: string;

  private constructor(
    private readonly dir: string,
    material: TlsMaterial,
    private readonly options: WorkloadTlsOptions,
  ) {
    this.#material = material;
    this.#watched = join(dir, 'tls.crt');
    watchFile(this.#watched, { interval: options.lookEveryMs ?? LOOK_EVERY_MS, persistent: false }, () => {
      void this.renew();
    });
  }

  /** @throws Error naming the file that is missing, or saying that certificate and key do not belong together */
  static async open(dir: string, options: WorkloadTlsOptions = {}): Promise<WorkloadTls> {
    return new WorkloadTls(dir, await readMaterial(dir), options);
  }

  get material(): TlsMaterial {
    return this.#material;
  }

  /** For `https.createServer` and its like. */
  get serverOptions() {
    const demanded = this.options.clientAuth !== 'off';
    return { ...this.#material, ...PROTOCOL, requestCert: demanded, rejectUnauthorized: demanded };
  }

  /** Keeps the certificate of a TLS server up to date. */
  follow(server: object): void {
    this.onRenewed((material) => (server as Server).setSecureContext({ ...material, ...PROTOCOL }));
  }

  /** An agent that shows our certificate and trusts our authority alone; new connections use renewed files. */
  agent(options: AgentOptions = {}): TlsAgent {
    const agent = new TlsAgent({ keepAlive: true, ...options, minVersion: 'TLSv1.3', ...this.#material });
    this.onRenewed((material) => Object.assign(agent.options, material));
    return agent;
  }

  onRenewed(use: (material: TlsMaterial) => void): void {
    this.#followers.add(use);
  }

  /** Reads the files again; unusable ones change nothing. */
  async renew(): Promise<void> {
    try {
      const material = await readMaterial(this.dir);
      this.#material = material;
      for (const follow of this.#followers) follow(material);
    } catch (error) {
      this.options.onUnusable?.(error as Error);
    }
  }

  close(): void {
    unwatchFile(this.#watched);
    this.#followers.clear();
  }
}

async function readMaterial(dir: string): Promise<TlsMaterial> {
  const [cert, key, ca] = (await Promise.all(
    ['tls.crt', 'tls.key', 'ca.crt'].map((name) => readFile(join(dir, name), 'utf8')),
  )) as [string, string, string];
  let belongs: boolean;
  try {
    belongs = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    belongs = false;
  }
  if (!belongs) throw new Error(`${dir}: tls.crt and tls.key are no certificate and its key`);
  return { cert, key, ca };
}

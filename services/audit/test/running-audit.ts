import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseConfig, type RunningService } from '@sallyport/bootstrap';
import {
  type EventBatchAccepted,
  eventBatchAccepted,
  type PlatformEvent,
  type ServiceName,
} from '@sallyport/contracts';
import { configSchema } from '../src/config.ts';
import { type NoteVerifier, parseVkey } from '../src/log/note.ts';
import { startAudit } from '../src/start-audit.ts';
import { batchOf, Installation, KEN } from './installation.ts';

export const freshTrace = () => randomUUID().replaceAll('-', '');

/** The whole service on a free port, as producers and readers meet it. */
export class RunningAudit {
  #service: RunningService | undefined;

  private constructor(readonly installation: Installation) {}

  static async start(): Promise<RunningAudit> {
    const running = new RunningAudit(await Installation.make());
    await running.start();
    return running;
  }

  /** Starts it (again) on the same state; `environment` changes settings. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    const settings = { ...this.installation.environment(), ...environment };
    this.#service = await startAudit(parseConfig(configSchema, 'AUDIT', settings));
  }

  async stop(): Promise<void> {
    await this.#service?.close();
    this.#service = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    await this.installation.remove();
  }

  get url(): string {
    return (this.#service as RunningService).url.replace('localhost', '127.0.0.1');
  }

  post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.url}/events`, { method: 'POST', headers, body });
  }

  /** Sends a batch as a producer that proves who it is. */
  send(batch: unknown, producer: ServiceName = 'token-broker-issuer'): Promise<Response> {
    const body = JSON.stringify(batch);
    return this.post(body, this.installation.assertion(producer, body));
  }

  async record(...events: PlatformEvent[]): Promise<EventBatchAccepted> {
    const response = await this.send(batchOf(events));
    if (response.status !== 200) throw new Error(`audit answered ${response.status}`);
    return eventBatchAccepted.parse(await response.json());
  }

  /** Reads with a token, by default a platform administrator's; `null` for none. */
  read(
    path: string,
    token: string | null = this.installation.token(KEN),
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    });
  }

  async size(): Promise<number> {
    return ((await (await fetch(`${this.url}/readyz`)).json()) as { size: number }).size;
  }

  async verifier(): Promise<NoteVerifier> {
    return parseVkey(await readFile(join(this.installation.directory, 'log/log.vkey'), 'utf8'));
  }

  /** What the NDJSON sink holds. */
  async delivered(): Promise<string[]> {
    return (await readFile(join(this.installation.directory, 'siem.ndjson'), 'utf8')).trimEnd().split('\n');
  }
}

import { Agent, type OutgoingHttpHeaders, type RequestOptions, request } from 'node:http';
import { request as requestTls, Agent as TlsAgent } from 'node:https';
import { traceHeaders } from '@sallyport/telemetry';
import type { WorkloadTls } from './workload-tls.ts';

/** What came back: parsed where it was JSON, undefined otherwise; never passed on as it is (C-OUT-4). */
export interface HttpAnswer {
  status: number;
  body: unknown;
}

export interface HttpPost {
  headers: OutgoingHttpHeaders;
  body: string;
  signal: AbortSignal;
}

/** No answer: refused, cut, too large, or later than the caller's deadline. Holds a code, never a payload. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(readonly code: string) {
    super(code);
  }
}

/** Longest answer read, in bytes: the issuer's and the gateway's are a few kilobytes. */
const MAX_ANSWER_BYTES = 131_072;
const SOCKETS = 64;

/** Calls our own services over kept-alive connections; follows no redirect, since `node:http` never does. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  readonly #tlsAgent: TlsAgent;

  /** @param tls this workload's identity: shown to the callee, and its authority the only one trusted (C-CR-8) */
  constructor(tls?: WorkloadTls) {
    const options = { keepAlive: true, maxSockets: SOCKETS, minVersion: 'TLSv1.3' } as const;
    this.#tlsAgent = tls ? tls.agent(options) : new TlsAgent(options);
  }

  /** @throws NoAnswer */
  post(url: string, { headers, body, signal }: HttpPost): Promise<HttpAnswer> {
    const length = { 'content-length': Buffer.byteLength(body) };
    return this.#send(url, { method: 'POST', headers: { ...traceHeaders(), ...headers, ...length }, signal }, body);
  }

  /** One document; `json()` of anything that is not JSON is undefined. @throws NoAnswer */
  async getJson(url: string, timeoutMs: number): Promise<{ status: number; json(): unknown }> {
    const signal = AbortSignal.timeout(timeoutMs);
    const { status, body } = await this.#send(url, { method: 'GET', headers: {}, signal });
    return { status, json: () => body };
  }

  #send(url: string, { headers, ...options }: RequestOptions, body?: string): Promise<HttpAnswer> {
    const target = new URL(url);
    const tls = target.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException) => reject(new NoAnswer(error.code ?? error.name));
      const outgoing = (tls ? requestTls : request)(target, {
        ...options,
        agent: tls ? this.#tlsAgent : this.#agent,
        headers: { ...(headers as OutgoingHttpHeaders), accept: 'application/json' },
      });
      let isAnswered = false;
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // The callee closed a kept-alive connection while it lay idle (RFC 9112 §9.5): the same goes out on another one.
        // Whatever we post is accepted once (an assertion's jti, one issue a ticket), should it have been heard after all.
        const isStale = error.code === 'ECONNRESET' && outgoing.reusedSocket && !isAnswered;
        if (isStale) resolve(this.#send(url, { headers, ...options }, body));
        else fail(error);
      });
      outgoing.on('response', (response) => {
        isAnswered = true;
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_ANSWER_BYTES) outgoing.destroy(new NoAnswer('answer too large'));
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parse(Buffer.concat(chunks)) }));
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
    this.#tlsAgent.destroy();
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

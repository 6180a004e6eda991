import type { Agent } from 'node:http';
import { request } from 'node:http';
import { request as requestTls } from 'node:https';
import { createServiceAssertion, type SigningKey } from '@sallyport/authn';
import { type EventBatch, type EventBatchAccepted, eventBatchAccepted, type ServiceName } from '@sallyport/contracts';
import { AuditUnavailable } from './unavailable.ts';

export interface AuditTarget {
  /** Base URL of the audit service. */
  url: string;
  service: ServiceName;
  key: SigningKey;
  /** Keep-alive agent: a handshake per batch would cost more than the batch. */
  agent: Agent;
  now(): number;
  /** Headers of the current trace. */
  traceHeaders?(): Record<string, string>;
}

/** Answers that will not change when the same batch is sent again. */
const REFUSED = new Set([400, 403, 409, 413]);

/**
 * Sends one batch and waits until audit says it is durable.
 * @param timeoutMs for the whole exchange
 * @throws AuditUnavailable with the status; `refused: true` when audit looked at it and said no (do not send it again)
 */
export function postBatch(target: AuditTarget, batch: EventBatch, timeoutMs: number): Promise<EventBatchAccepted> {
  const body = Buffer.from(JSON.stringify(batch));
  const { url, service, key, agent, now } = target;
  const endpoint = new URL('/events', url);
  const send = endpoint.protocol === 'https:' ? requestTls : request;
  return new Promise((resolve, reject) => {
    const fail = (detail: Record<string, unknown>) => reject(new AuditUnavailable(detail));
    const outgoing = send(endpoint, {
      method: 'POST',
      agent,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: `Bearer ${createServiceAssertion(key, { service, audience: url, body, now: now() })}`,
        'content-type': 'application/json',
        'content-length': body.length,
        ...target.traceHeaders?.(),
      },
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => fail({ cause: error.code ?? error.name }));
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => fail({ cause: 'answer cut' }));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status !== 200) return fail({ status, refused: REFUSED.has(status) });
        const answer = eventBatchAccepted.safeParse(parse(Buffer.concat(chunks)));
        if (!answer.success || answer.data.receipts.length !== batch.events.length)
          return fail({ cause: 'answer malformed' });
        resolve(answer.data);
      });
    });
    outgoing.end(body);
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint does with the next requests. */
export type Mood = 'well' | 'lose-response' | 'unavailable';

/** A small real OAuth token endpoint: rotating refresh tokens, each good for one use. */
export class TokenEndpoint {
  mood: Mood = 'well';
  /** Set to hold every answer until it resolves. */
  gate: Promise<void> | undefined;
  readonly requests: { clientId: string; authorization: string | undefined; refreshToken: string }[] = [];
  readonly secrets = new Map<string, string>();
  readonly #live = new Set<string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/oauth/token`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** A refresh token as a person's consent would have made it. */
  grant(): string {
    const token = `refresh-${randomUUID()}`;
    this.#live.add(token);
    return token;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const [headerId = '', headerSecret = ''] = Buffer.from(basic ?? '', 'base64')
      .toString()
      .split(':');
    const clientId = form.get('client_id') ?? headerId;
    const secret = form.get('client_secret') ?? headerSecret;
    const refreshToken = form.get('refresh_token') ?? '';
    this.requests.push({ clientId, authorization: request.headers.authorization, refreshToken });
    await this.gate;
    if (this.mood === 'unavailable') return void response.writeHead(503).end('upstream down');
    const wanted = this.secrets.get(clientId);
    if (wanted !== undefined && wanted !== secret) return answer(response, 401, { error: 'invalid_client' });
    if (!this.#live.delete(refreshToken)) {
      return answer(response, 400, { error: 'invalid_grant', error_description: 'The refresh token is not valid.' });
    }
    const rotated = this.grant();
    if (this.mood === 'lose-response') return void response.destroy();
    const scope = 'read issues:create';
    answer(response, 200, {
      access_token: `access-${randomUUID()}`,
      token_type: 'bearer',
      expires_in: 86_399,
      refresh_token: rotated,
      scope,
    });
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

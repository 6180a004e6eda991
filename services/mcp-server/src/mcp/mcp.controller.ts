import { All, Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { Secret } from '@sallyport/masking';
import { runWithTrace, traceIdOf } from '@sallyport/telemetry';
import type { FastifyReply } from 'fastify';
import { sendProblem } from '../edge/problem.ts';
import { readBody } from '../edge/read-body.ts';
import { JsonRefused, parseStrictJson } from '../edge/strict-json.ts';
import { BearerGuard } from './bearer.guard.ts';
import type { AuthenticatingRequest } from './bearer.strategy.ts';
import { Door } from './door.ts';
import { type Exchange, McpHandler } from './mcp-handler.ts';

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** The one endpoint: POST only, one message a request, no session (MCP Streamable HTTP). */
@Controller()
export class McpController {
  constructor(
    @Inject(McpHandler) private readonly handler: McpHandler,
    @Inject(Door) private readonly door: Door,
  ) {}

  @All()
  @UseGuards(BearerGuard)
  async receive(@Req() request: AuthenticatingRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.method !== 'POST') return void sendProblem(reply.header('allow', 'POST'), 405);
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
      return void sendProblem(reply, 415);
    const bytes = await readBody(request.raw, this.door.bodyLimitBytes);
    let body: unknown;
    try {
      body = parseStrictJson(bytes);
    } catch (error) {
      if (!(error instanceof JsonRefused)) throw error;
      return this.#refuse(reply, PARSE_ERROR, error.rule);
    }
    // JSON-RPC batches left the protocol with 2025-06-18; one message, one decision.
    if (Array.isArray(body)) return this.#refuse(reply, INVALID_REQUEST, 'batches are not accepted');
    if (typeof body !== 'object' || body === null) return this.#refuse(reply, INVALID_REQUEST, 'body is not a message');
    await runWithTrace(traceparentOf(request, body), spanName(body), {}, () => this.#answer(request, reply, body));
  }

  async #answer(request: AuthenticatingRequest, reply: FastifyReply, body: unknown): Promise<void> {
    const { user: caller, headers } = request;
    if (!caller) throw new Error('a request without a caller passed the guard');
    const token = new Secret(String(headers.authorization).slice(String(headers.authorization).indexOf(' ') + 1));
    const exchange: Exchange = { caller, token, traceId: traceIdOf() };
    const fast = await this.handler.handlePlain(headers, body, exchange);
    if (fast !== undefined) {
      return void reply
        .code(200)
        .header('content-type', 'application/json')
        .header('cache-control', 'no-store')
        .send(fast);
    }
    const message = new Request(request.resourceUrl, { method: 'POST', headers: headersFor(this.handler, request) });
    const response = await this.handler.handle(message, body, exchange);
    if (exchange.insufficientScope) {
      await response.body?.cancel();
      const challenges = this.door.challenge.insufficientScope(exchange.insufficientScope);
      return void sendProblem(reply.header('www-authenticate', challenges), 403);
    }
    for (const [name, value] of response.headers) reply.header(name, value);
    reply.header('cache-control', 'no-store').code(response.status);
    // A JSON answer is small and whole; only a stream is passed on as one.
    const streaming = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    reply.send(streaming ? response.body : await response.text());
  }

  /** A body that is no message belongs to no tool; it is counted, not told call by call. */
  #refuse(reply: FastifyReply, code: number, message: string): void {
    this.door.tally.count(this.door.resourceUrl, 'arguments_invalid', traceIdOf());
    reply.code(400).send({ jsonrpc: '2.0', id: null, error: { code, message } });
  }
}

function headersFor({ headers }: McpHandler, request: AuthenticatingRequest): [string, string][] {
  return Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && (headers.has(name) || name.startsWith('mcp-param-')) ? [[name, value]] : [],
  );
}

/** The trace of the caller: in the message where it says so (`_meta.traceparent`), else in the header. */
function traceparentOf(request: AuthenticatingRequest, body: unknown): Record<string, string> {
  const { traceparent = request.headers.traceparent } = ((body as Message).params?._meta ?? {}) as {
    traceparent?: unknown;
  };
  return typeof traceparent === 'string' ? { traceparent } : {};
}

interface Message {
  method?: unknown;
  params?: { name?: unknown; _meta?: object };
}
/** MCP semantic conventions: `{method} {tool}`; what is no method name of ours is not written into a span. */
function spanName(body: unknown): string {
  const { method, params } = (body ?? {}) as Message;
  if (typeof method !== 'string' || !/^[a-z/_]{1,40}$/i.test(method)) return 'mcp message';
  return method === 'tools/call' && /^[a-z0-9_]{1,64}$/.test(String(params?.name))
    ? `${method} ${params?.name}`
    : method;
}

import type { IncomingHttpHeaders } from 'node:http';
import {
  createMcpHandler,
  createRequestStateCodec,
  inputRequired,
  inputResponse,
  isLegacyRequest,
  ProtocolError,
  Server,
  type ServerContext,
  UrlElicitationRequiredError,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { variablesDigest } from '@sallyport/authn';
import type { Caller } from '@sallyport/contracts';
import type { Secret } from '@sallyport/masking';
import type { Logger } from '@sallyport/telemetry';
import type { Catalogue } from '../call/catalogue.ts';
import type { CallAnswer, ToolCall } from '../call/tool-call.ts';
import { plainAnswer, plainCall } from './fast-path.ts';
import { type Answer, answerOf, internalError } from './mcp.errors.ts';
import type { CallParams, Conversations, Extend, Own, SealedCall } from './profile.ts';

/** One authenticated message, and what its answer needs besides the SDK's response. */
export interface Exchange {
  caller: Caller;
  token: Secret;
  traceId: string;
  /** Set while the call runs: HTTP 403 has to name these scopes. */
  insufficientScope?: string[];
  /** The call was made already, and only its wire is left to the SDK. */
  answered?: CallAnswer;
}

export interface McpHandlerParts {
  catalogue: Catalogue;
  toolCall: ToolCall;
  requestStateKey: Uint8Array;
  version: string;
  logger: Logger;
  /** Plain calls skip the SDK's carrier. */
  fastPath: boolean;
  extend?: Extend | undefined;
  conversations?: Conversations | undefined;
}

/** Only what the protocol reads: no cookie, no session id, no token goes further (MCP 2026-07-28: sessions are gone). */
const PROTOCOL_HEADERS = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'];

const STATE_SECONDS = 600;
const CONNECT = 'Connect your Linear account, then the call goes on.';

/**
 * Both protocol eras on the official SDK's low-level server, one per request: a shared server would hand one caller's
 * answers to another (CVE-2026-25536). Everything that can be computed once was: listings, validators, policy.
 */
export class McpHandler {
  readonly #sdk: ReturnType<typeof createMcpHandler>;
  readonly #state: ReturnType<typeof createRequestStateCodec<SealedCall>>;
  /** Names of the request headers that `handle` is to be given. */
  readonly headers: ReadonlySet<string>;
  readonly #serverInfo: { name: string; version: string };

  constructor(private readonly parts: McpHandlerParts) {
    this.headers = new Set([...PROTOCOL_HEADERS, ...(parts.conversations?.headers ?? [])]);
    this.#serverInfo = { name: 'sallyport', version: parts.version };
    this.#state = createRequestStateCodec<SealedCall>({
      key: parts.requestStateKey,
      ttlSeconds: STATE_SECONDS,
      // A state is worth nothing to anybody else, or to another agent of the same person.
      bind: (context) => `${exchangeOf(context).caller.sub}\0${exchangeOf(context).caller.clientId}`,
    });
    this.#sdk = createMcpHandler(({ era }) => this.#server(era), {
      // The SDK's own legacy carrier streams, as handlers of a test profile need; ours answer once, so JSON will do.
      legacy: parts.extend ? 'stateless' : 'reject',
      // Nothing of ours is announced later: a stream would only outlive the token it was opened with.
      ...(parts.extend ? {} : { maxSubscriptions: 0 }),
      onerror: (error) => parts.logger.debug({ err: error }, 'the protocol layer refused a message'),
    });
  }

  /** Answers one message that was authenticated and strictly parsed. */
  async handle(request: Request, body: unknown, exchange: Exchange): Promise<Response> {
    const authInfo = authInfoOf(exchange);
    const { conversations, extend } = this.parts;
    if (conversations && (await isLegacyRequest(request, body))) {
      const message = { request, body, caller: exchange.caller, authInfo };
      const answer = await conversations.answer(message, () => this.#server('legacy'));
      if (answer) return answer;
    }
    if (extend || !(await isLegacyRequest(request, body))) {
      return this.#sdk.fetch(request, { parsedBody: body, authInfo });
    }
    // 2025-11-25 without a session: one server, one transport, one message.
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = this.#server('legacy');
    await server.connect(transport);
    try {
      return await transport.handleRequest(request, { parsedBody: body, authInfo });
    } finally {
      await server.close();
    }
  }

  /**
   * Makes a plain call without the SDK around it. What needs a protocol error, a challenge or an elicitation is left to
   * `handle`, which finds the call answered.
   * @returns the JSON-RPC answer, or undefined when `handle` has to give it
   */
  async handlePlain(headers: IncomingHttpHeaders, body: unknown, exchange: Exchange): Promise<string | undefined> {
    const call = this.parts.fastPath ? plainCall(headers, body) : undefined;
    if (!call) return undefined;
    const { name, arguments: args } = call.params;
    const { caller, token: subjectToken, traceId } = exchange;
    const request = { name, args, subjectToken, foreignState: false };
    const answered = await this.parts.toolCall.run(request, caller, traceId);
    if (answered.kind === 'result') return plainAnswer(call, toolResult(answered), this.#serverInfo);
    const answer = answerOf(answered.refusal, traceId);
    if (answer.kind === 'tool-error') return plainAnswer(call, toolError(answer.text), this.#serverInfo);
    exchange.answered = answered;
    return undefined;
  }

  close(): Promise<void> {
    return this.#sdk.close();
  }

  #server(era: 'legacy' | 'modern'): Server {
    const { catalogue, extend } = this.parts;
    const server = new Server(this.#serverInfo, {
      capabilities: { tools: {} },
      requestState: { verify: (state, context) => this.#stateOf(state, context) },
    });
    const own: Own = {
      listTools: (context) => {
        const exchange = exchangeOf(context);
        return this.#guarded(exchange, async () => ({ tools: await catalogue.listFor(exchange.caller) }));
      },
      callTool: (params, context) => {
        const exchange = exchangeOf(context);
        return this.#guarded(exchange, () => this.#call(params, era, exchange, context));
      },
      seal: (state, context) => this.#state.mint(state, context),
      notify: this.#sdk.notify,
    };
    server.setRequestHandler('tools/list', (_request, context) => own.listTools(context));
    server.setRequestHandler('tools/call', ({ params }, context) => own.callTool(params, context));
    extend?.(server, own);
    return server;
  }

  /** The SDK shows a thrown message to the model: nothing but a protocol error of ours may reach it (C-OUT-4). */
  async #guarded<T>({ traceId }: Exchange, handle: () => Promise<T>): Promise<T> {
    try {
      return await handle();
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      this.parts.logger.error({ err: error, traceId }, 'a message could not be answered');
      const { code, message } = internalError(traceId);
      throw new ProtocolError(code, message);
    }
  }

  /** State comes back from the client: what was not made here for this person and agent belongs to no call. */
  async #stateOf(state: string, context: ServerContext): Promise<SealedCall> {
    try {
      return await this.#state.verify(state, context);
    } catch {
      return FOREIGN_STATE;
    }
  }

  /** The SDK's carrier; the faster one is `handlePlain`. Both end in `ToolCall.run`. */
  async #call(params: CallParams, era: 'legacy' | 'modern', exchange: Exchange, context: ServerContext) {
    const { caller, token, traceId } = exchange;
    const state = context.mcpReq.requestState<SealedCall>();
    const foreignState = state !== undefined && !sameCall(state, params);
    const request = { name: params.name, args: params.arguments, subjectToken: token, foreignState };
    const answer = exchange.answered ?? (await this.parts.toolCall.run(request, caller, traceId));
    if (answer.kind === 'result') return toolResult(answer);
    return this.#refusal(answerOf(answer.refusal, traceId), params, era, exchange, context);
  }

  async #refusal(
    answer: Answer,
    params: CallParams,
    era: 'legacy' | 'modern',
    exchange: Exchange,
    context: ServerContext,
  ) {
    switch (answer.kind) {
      case 'tool-error':
        return toolError(answer.text);
      case 'protocol-error':
        throw new ProtocolError(answer.code, answer.message);
      case 'insufficient-scope':
        exchange.insufficientScope = answer.scopes;
        return toolError(`insufficient_scope: ${answer.scopes.join(' ')}`);
      case 'connect': {
        if (era === 'legacy') {
          // The error came with 2025-11-25; to older clients, as to those that declared no URL mode, the link is told.
          if (context.http?.req?.headers.get('mcp-protocol-version') !== '2025-11-25') return toolError(answer.text);
          const elicitation = {
            mode: 'url' as const,
            elicitationId: exchange.traceId,
            url: answer.url,
            message: CONNECT,
          };
          throw new UrlElicitationRequiredError([elicitation], answer.text);
        }
        // Only a mode the client declared may be asked for; and somebody who said no is not asked again.
        if (!acceptsUrls(context) || declined(context)) return toolError(answer.text);
        const requestState = await this.#state.mint({ tool: params.name, args: digestOf(params) }, context);
        return inputRequired({
          inputRequests: { connect: inputRequired.elicitUrl({ url: answer.url, message: CONNECT }) },
          requestState,
        });
      }
    }
  }
}

/** No tool has an empty name, no digest is empty. */
const FOREIGN_STATE: SealedCall = { tool: '', args: '' };

const toolResult = ({ result }: Extract<CallAnswer, { kind: 'result' }>) => ({
  content: [{ type: 'text' as const, text: result.text }],
  structuredContent: result.structured,
});
const toolError = (text: string) => ({ content: [{ type: 'text' as const, text }], isError: true });

const digestOf = (params: CallParams) => variablesDigest(params.arguments ?? {});
const sameCall = (state: SealedCall, params: CallParams) =>
  state.tool === params.name && state.args === digestOf(params);

function acceptsUrls(context: ServerContext): boolean {
  const envelope = context.mcpReq.envelope as Record<string, { elicitation?: { url?: object } }> | undefined;
  return envelope?.['io.modelcontextprotocol/clientCapabilities']?.elicitation?.url !== undefined;
}

function declined({ mcpReq }: ServerContext): boolean {
  const answer = inputResponse(mcpReq.inputResponses, 'connect');
  return answer.kind === 'elicit' && answer.action !== 'accept';
}

/** The exchange rides through the SDK where it carries authentication, so that nothing ambient is needed. */
const authInfoOf = (exchange: Exchange) => ({
  token: '',
  clientId: exchange.caller.clientId,
  scopes: exchange.caller.scopes,
  extra: { exchange },
});

function exchangeIn(authInfo: { extra?: Record<string, unknown> } | undefined): Exchange {
  const exchange = authInfo?.extra?.exchange as Exchange | undefined;
  if (!exchange) throw new Error('a request without a caller reached the protocol layer');
  return exchange;
}

const exchangeOf = (context: ServerContext): Exchange => exchangeIn(context.http?.authInfo);

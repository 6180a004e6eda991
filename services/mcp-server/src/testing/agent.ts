import { randomUUID } from 'node:crypto';

/** An answer over the wire, whole. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** JSON of the body; undefined where it is none. */
  body: RpcBody;
}
interface RpcBody {
  id?: unknown;
  result?: {
    content?: { type: string; text: string }[];
    structuredContent?: Record<string, unknown>;
    isError?: boolean;
    tools?: { name: string }[];
    [member: string]: unknown;
  };
  error?: { code: number; message: string; data?: Record<string, unknown> };
  [member: string]: unknown;
}

export interface Wish {
  headers?: Record<string, string | undefined>;
  method?: string;
  path?: string;
}

const META = 'io.modelcontextprotocol';
export const MODERN = '2026-07-28';
export const LEGACY = '2025-11-25';

/** An MCP client reduced to its bytes, so that a spec can send what no SDK would. */
export class Agent {
  constructor(
    private readonly endpoint: string,
    private readonly token?: string,
  ) {}

  /** Sends a body as it is. */
  async send(
    body: string | Uint8Array | undefined,
    { headers = {}, method = 'POST', path }: Wish = {},
  ): Promise<Answer> {
    const all = {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...headers,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const url = path === undefined ? this.endpoint : new URL(this.endpoint).origin + path;
    const response = await fetch(url, {
      method,
      headers: given,
      ...(body === undefined ? {} : { body: body as string }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  /** A request of 2026-07-28: everything about the client in the message, method and name repeated in headers. */
  modern(
    method: string,
    params: Record<string, unknown> = {},
    { capabilities = {}, id = randomUUID(), ...wish }: Wish & { capabilities?: object; id?: string | number } = {},
  ): Promise<Answer> {
    const _meta = {
      [`${META}/protocolVersion`]: MODERN,
      [`${META}/clientInfo`]: { name: 'spec', version: '1' },
      [`${META}/clientCapabilities`]: capabilities,
      ...(params._meta as object | undefined),
    };
    const headers = {
      'mcp-protocol-version': MODERN,
      'mcp-method': method,
      ...(typeof params.name === 'string' ? { 'mcp-name': params.name } : {}),
      ...wish.headers,
    };
    return this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, _meta } }), {
      ...wish,
      headers,
    });
  }

  /** A request of 2025-11-25 without a session. */
  legacy(
    method: string,
    params: Record<string, unknown> = {},
    { id = randomUUID(), ...wish }: Wish & { id?: string | number } = {},
  ) {
    const headers = { 'mcp-protocol-version': LEGACY, ...wish.headers };
    return this.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }), { ...wish, headers });
  }

  /** `tools/call` in the newer era. */
  call(
    name: string,
    args: object = {},
    wish: Wish & { capabilities?: object; id?: string | number } = {},
  ): Promise<Answer> {
    return this.modern('tools/call', { name, arguments: args }, wish);
  }
}

/** Text of a tool result. */
export const textOf = ({ body }: Answer): string => body?.result?.content?.map(({ text }) => text).join('\n') ?? '';

function parsed(text: string): RpcBody {
  try {
    return JSON.parse(text) as RpcBody;
  } catch {
    return {};
  }
}

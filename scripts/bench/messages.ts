export type Era = '2025-11-25' | '2026-07-28';

/** One `tools/call` as a client of that era sends it. */
export function callMessage(era: Era, name: string, args: Record<string, unknown>, token?: string) {
  const modern = era === '2026-07-28';
  const meta = {
    'io.modelcontextprotocol/protocolVersion': era,
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { name, arguments: args, ...(modern ? { _meta: meta } : {}) };
  return {
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': era,
      ...(modern ? { 'mcp-method': 'tools/call', 'mcp-name': name } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  };
}

export interface ToolAnswer {
  text: string;
  structured: Record<string, unknown> | undefined;
}

/**
 * Reads the answer to a `tools/call`, JSON or a stream of one event.
 * @throws Error with the beginning of what is not a good result
 */
export function readAnswer(status: number, body: string): ToolAnswer {
  const json = body.startsWith('{') ? body : /^data: (.*)$/m.exec(body)?.[1];
  const { result } = JSON.parse(status === 200 && json ? json : '{}') as {
    result?: { content: { text: string }[]; structuredContent?: Record<string, unknown>; isError?: boolean };
  };
  if (!result || result.isError) throw new Error(`not a result: ${status} ${body.slice(0, 300)}`);
  return { text: result.content[0]?.text ?? '', structured: result.structuredContent };
}

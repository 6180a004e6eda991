import type { Load } from './load.ts';

export type Era = '2025-11-25' | '2026-07-28';
type Call = Pick<Load, 'headers' | 'body'>;

/** One `tools/call` as a client of that era sends it. */
export function callMessage(era: Era, name: string, args: Record<string, unknown>, token?: string): Call {
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

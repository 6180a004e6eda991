import { MCP_URL } from './house.ts';
import { type Answer, type Sent, send } from './send.ts';

export type Era = '2026-07-28' | '2025-11-25';

/** One JSON-RPC request as bytes of that era, hand-made so that every part can be wrong. */
export function message(era: Era, method: string, params: Record<string, unknown> = {}, id: unknown = 1) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': era,
    'io.modelcontextprotocol/clientInfo': { name: 'attacker', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return { jsonrpc: '2.0', id, method, params: era === '2026-07-28' ? { ...params, _meta: meta } : params };
}

/** Headers of the era for a message (MCP 2026-07-28, Streamable HTTP, "Request headers"). */
export function headersFor(era: Era, method: string, name?: string): Record<string, string> {
  const base = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  if (era === '2025-11-25') return { ...base, 'mcp-protocol-version': era };
  return { ...base, 'mcp-protocol-version': era, 'mcp-method': method, ...(name ? { 'mcp-name': name } : {}) };
}

/** Sends one message with a token. @param headers lines to change; undefined leaves one out */
export function speak(
  token: string | undefined,
  era: Era,
  method: string,
  params: Record<string, unknown> = {},
  headers: Sent['headers'] = {},
): Promise<Answer> {
  const name = typeof params.name === 'string' ? params.name : undefined;
  return send(MCP_URL, {
    headers: {
      ...headersFor(era, method, name),
      authorization: token === undefined ? undefined : `Bearer ${token}`,
      ...headers,
    },
    body: JSON.stringify(message(era, method, params)),
  });
}

/** `tools/call`, by hand. */
export const callByHand = (token: string, name: string, args: Record<string, unknown>, era: Era = '2026-07-28') =>
  speak(token, era, 'tools/call', { name, arguments: args });

/** Makes a call as an agent does that is told to slow down: again, when the server says it may. */
export async function patiently(call: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await call();
    const seconds = /rate_limited: .*try again in (\d+) s/.exec(answer.text)?.[1];
    if (seconds === undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1_000));
  }
}

/** The result text of a tool that refused. */
export const toolError = (answer: Answer): string => {
  const { isError, content } = answer.json?.result ?? {};
  return isError === true
    ? (content as { text: string }[]).map(({ text }) => text).join('\n')
    : `(no error) ${answer.text}`;
};

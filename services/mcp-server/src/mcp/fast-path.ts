import type { CallParams } from './profile.ts';

type Headers = Record<string, string | string[] | undefined>;
type Era = 'legacy' | 'modern';

/** A `tools/call` so plain that the protocol layer would only pass it on. */
export interface PlainCall {
  era: Era;
  id: string | number;
  params: CallParams;
}

const MODERN = '2026-07-28';
const META = {
  version: 'io.modelcontextprotocol/protocolVersion',
  client: 'io.modelcontextprotocol/clientInfo',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
} as const;

/**
 * Recognises a well-formed `tools/call` whose headers and body agree and which asks for nothing but its result. Everything
 * else — progress, multi-round-trip state, other methods, anything unusual — is the SDK's to look at; a differential spec holds
 * that both give the same answer.
 */
export function plainCall(headers: Headers, body: unknown): PlainCall | undefined {
  if (!isRecord(body) || !onlyKeys(body, ['jsonrpc', 'id', 'method', 'params'])) return undefined;
  const { jsonrpc, id, method, params } = body;
  if (jsonrpc !== '2.0' || method !== 'tools/call' || !isId(id) || !isRecord(params)) return undefined;
  if (typeof params.name !== 'string' || !(params.arguments === undefined || isRecord(params.arguments)))
    return undefined;
  if (!acceptsBoth(headers.accept) || Object.keys(headers).some((name) => name.startsWith('mcp-param-')))
    return undefined;
  const era = eraOf(headers, params);
  return era && { era, id, params: params as CallParams };
}

/** The SDK's answer to a call that came to an end, without the SDK. */
export function plainAnswer({ era, id }: PlainCall, result: object, serverInfo: object): string {
  if (era === 'legacy') return JSON.stringify({ jsonrpc: '2.0', id, result });
  const modern = { ...result, resultType: 'complete', _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo } };
  return JSON.stringify({ jsonrpc: '2.0', id, result: modern });
}

function eraOf(headers: Headers, params: Record<string, unknown>): Era | undefined {
  const version = headers['mcp-protocol-version'];
  if (version === '2025-11-25') {
    const other = headers['mcp-method'] !== undefined || headers['mcp-name'] !== undefined;
    return !other && onlyKeys(params, ['name', 'arguments']) ? 'legacy' : undefined;
  }
  const agrees = version === MODERN && headers['mcp-method'] === 'tools/call' && headers['mcp-name'] === params.name;
  return agrees && onlyKeys(params, ['name', 'arguments', '_meta']) && plainMeta(params._meta) ? 'modern' : undefined;
}

function plainMeta(meta: unknown): boolean {
  if (!isRecord(meta) || !onlyKeys(meta, Object.values(META)) || meta[META.version] !== MODERN) return false;
  const { [META.client]: client, [META.capabilities]: capabilities } = meta;
  return plainClient(client) && isRecord(capabilities) && plainCapabilities(capabilities);
}

const plainClient = (client: unknown) =>
  isRecord(client) &&
  onlyKeys(client, ['name', 'version']) &&
  typeof client.name === 'string' &&
  typeof client.version === 'string';

/** Nothing declared, or elicitation by form or URL: what clients of tools send. */
function plainCapabilities(capabilities: Record<string, unknown>): boolean {
  const { elicitation = {}, ...rest } = capabilities;
  return (
    Object.keys(rest).length === 0 &&
    isRecord(elicitation) &&
    onlyKeys(elicitation, ['url', 'form']) &&
    Object.values(elicitation).every((mode) => isRecord(mode) && Object.keys(mode).length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const onlyKeys = (value: object, keys: readonly string[]) => Object.keys(value).every((key) => keys.includes(key));
const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isSafeInteger(id);
const acceptsBoth = (accept: unknown) =>
  typeof accept === 'string' && accept.includes('application/json') && accept.includes('text/event-stream');

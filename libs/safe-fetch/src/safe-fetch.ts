import { Agent, buildConnector, type Dispatcher, ProxyAgent, request } from 'undici';
import type { AddressReach } from './address-reach.ts';
import { checkedUrl, checkReach, type Reach } from './destination.ts';
import { type Lookup, lookupBySystem, pinnedConnector } from './pinned-connector.ts';
import { SafeFetchError } from './safe-fetch-error.ts';

/** Certificate chain, private key and trusted authority, PEM. */
export interface TlsMaterial {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

export interface SafeFetchOptions {
  /** Exact origins that may be called, for example `https://api.linear.app`. */
  allow: readonly string[];
  /** One machine only: lets `http://localhost:…` be listed. Default false. */
  allowLoopback?: boolean;
  /** For origins the operator configures inside the own network (Vault), never for a URL others choose. Default false. */
  allowPrivate?: boolean;
  /** Milliseconds for everything: resolving, connecting, sending, reading. */
  timeoutMs: number;
  /** Longest response body read, in bytes. */
  maxBytes: number;
  /** Inside a mesh that encrypts: listed origins may be plain `http`. Default false. */
  allowPlain?: boolean;
  /**
   * The egress proxy everything goes through by CONNECT (C-OUT-7): names are resolved and judged there, and TLS still ends
   * at the named host.
   */
  proxy?: string | undefined;
  /** This workload's certificate, for origins of our own; trusts its authority alone. Asked at every new connection. */
  tls?: (() => TlsMaterial) | undefined;
  lookup?: Lookup;
  /** Opens the socket to a checked address. */
  connect?: buildConnector.connector;
}

export interface SafeRequest {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface SafeResponse {
  status: number;
  /** Lower-case names; repeated headers joined with `, ` (RFC 9110 §5.3). */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  text(): string;
  /** @throws SyntaxError when the body is no JSON */
  json(): unknown;
}

export interface SafeFetch {
  /** @throws SafeFetchError, and nothing else */
  (url: string, init?: SafeRequest): Promise<SafeResponse>;
  /** Closes idle connections; calls under way finish. */
  close(): Promise<void>;
}

/**
 * Makes the only way out of a service: exact origins, HTTPS, public addresses resolved once and pinned, no redirects,
 * no ambient proxy (own dispatcher), no compression, bounded time and size.
 * @throws SafeFetchError when an allowed origin is itself not allowed
 */
export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const { allowLoopback = false, allowPlain = false } = options;
  const reach: Reach = { allow: [...options.allow], allowLoopback, allowPlain };
  checkReach(reach);
  const bounds = {
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
    connections: 64,
    // A pinned address is looked up again at least this often, in milliseconds.
    keepAliveMaxTimeout: 30_000,
    maxHeaderSize: 16_384,
  };
  const permitted = new Set<AddressReach>(options.allowPrivate ? ['public', 'private'] : ['public']);
  const dispatcher = options.proxy
    ? new ProxyAgent({ ...bounds, uri: options.proxy, proxyTunnel: true, requestTls: { timeout: options.timeoutMs } })
    : new Agent({
        ...bounds,
        connect: pinnedConnector(
          options.connect ?? connector(options.timeoutMs, options.tls),
          options.lookup ?? lookupBySystem,
          permitted,
        ),
      });

  const safeFetch = async (text: string, init: SafeRequest = {}): Promise<SafeResponse> => {
    const url = checkedUrl(text, reach);
    try {
      const response = await request(url, {
        dispatcher,
        method: init.method ?? 'GET',
        headers: { ...init.headers, host: url.host, 'accept-encoding': 'identity' },
        body: init.body ?? null,
        signal: AbortSignal.timeout(options.timeoutMs),
      });
      return await received(response, url.hostname, options.maxBytes);
    } catch (error) {
      throw asSafeFetchError(error, url.hostname);
    }
  };
  return Object.assign(safeFetch, { close: () => dispatcher.close() });
}

/** Opens sockets; with a certificate, the one that is valid now. */
function connector(timeout: number, tls: SafeFetchOptions['tls']): buildConnector.connector {
  if (!tls) return buildConnector({ allowH2: false, timeout });
  let made: { material: TlsMaterial; connect: buildConnector.connector } | undefined;
  return (options, callback) => {
    const material = tls();
    if (made?.material !== material) {
      const { cert, key, ca } = material;
      made = { material, connect: buildConnector({ allowH2: false, timeout, cert, key, ca, minVersion: 'TLSv1.3' }) };
    }
    made.connect(options, callback);
  };
}

async function received(response: Dispatcher.ResponseData, host: string, maxBytes: number): Promise<SafeResponse> {
  const refuse = (reason: SafeFetchError['reason']): never => {
    response.body.on('error', () => undefined).destroy();
    throw new SafeFetchError(reason, host);
  };
  const { statusCode: status } = response;
  // 304 has no Location to follow; every other 3xx would send us, and our token, somewhere else.
  if (status >= 300 && status < 400 && status !== 304) refuse('redirect_refused');
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  // We asked for identity; a compressed answer could unfold past any limit.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') refuse('encoding_refused');
  if (Number(headers['content-length'] ?? 0) > maxBytes) refuse('response_too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) refuse('response_too_large');
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks);
  return { status, headers, body, text: () => body.toString('utf8'), json: () => JSON.parse(body.toString('utf8')) };
}

const TIMEOUT_CODES: ReadonlySet<unknown> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** Drops the original error: its message or cause may hold addresses, headers or the other side's words. */
function asSafeFetchError(error: unknown, host: string): SafeFetchError {
  if (error instanceof SafeFetchError) return error;
  const timedOut =
    error instanceof Error && (error.name === 'TimeoutError' || TIMEOUT_CODES.has((error as { code?: unknown }).code));
  return new SafeFetchError(timedOut ? 'timeout' : 'connection_failed', host);
}

import type { Reason } from '@sallyport/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

export interface FrontDoor {
  /** Host names (without port) that are ours. */
  hosts: ReadonlySet<string>;
  /** Browser origins that may call. */
  origins: ReadonlySet<string>;
  /** Told of each request turned away. */
  onRefused(reason: Reason): void;
}

/** Which names this process answers to: its resource's own, and what the operator adds (C-ID-2). */
export function namesOf(resourceUrl: string, hosts: readonly string[], origins: readonly string[]) {
  const { hostname } = new URL(resourceUrl);
  const own = hostname === 'localhost' ? ['localhost', '127.0.0.1', '[::1]'] : [hostname];
  return { hosts: new Set([...own, ...hosts].map((host) => host.toLowerCase())), origins: new Set(origins) };
}

/**
 * DNS rebinding (CVE-2025-66414) ends here, before anything else is looked at: a name that is not ours is 421 (RFC 9110
 * §15.5.20), a browser page from elsewhere is 403 (MCP transports, "Origin"). Nothing behind it is kept by a cache.
 */
export function frontDoor({ hosts, origins, onRefused }: FrontDoor) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header('cache-control', 'no-store');
    const host = hostOf(request);
    if (host === undefined || !hosts.has(host)) {
      onRefused('target_not_permitted');
      return sendProblem(reply, 421);
    }
    const { origin } = request.headers;
    if (origin !== undefined && !origins.has(origin)) {
      onRefused('client_not_permitted');
      return sendProblem(reply, 403);
    }
    if (origin !== undefined) {
      reply.headers({ ...CORS, 'access-control-allow-origin': origin });
      // A preflight carries no credential by design and reaches nothing.
      if (isPreflight(request)) return reply.code(204).send();
    }
    return undefined;
  };
}

/** What a listed page may send and read (Fetch, "CORS protocol"); to any other nothing of the kind is said. */
const CORS = {
  vary: 'origin',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers':
    'authorization, content-type, dpop, mcp-method, mcp-name, mcp-protocol-version, traceparent, tracestate',
  'access-control-expose-headers': 'www-authenticate',
  'access-control-max-age': '600',
} as const;

const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** `uri-host [ ":" port ]` (RFC 9110 §7.2), nothing more: no userinfo, no path, no second port. */
const HOST = /^([a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/;

function hostOf({ headers, raw }: FastifyRequest): string | undefined {
  // RFC 9112 §3.2.2: a target in absolute form overrides Host; nobody who calls us straight sends one.
  if (!raw.url?.startsWith('/')) return undefined;
  return HOST.exec(headers.host?.toLowerCase() ?? '')?.[1];
}

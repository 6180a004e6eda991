import type { FastifyReply, FastifyRequest } from 'fastify';

export interface FrontDoor {
  /** Host names (without port) that are ours. */
  hosts: ReadonlySet<string>;
  /** Browser origins that may call. */
  origins: ReadonlySet<string>;
}

/** Which names this process answers to: its resource's own, and what the operator adds (C-ID-2). */
export function frontDoorOf(resourceUrl: string, hosts: readonly string[], origins: readonly string[]): FrontDoor {
  const { hostname } = new URL(resourceUrl);
  const own = hostname === 'localhost' ? ['localhost', '127.0.0.1', '[::1]'] : [hostname];
  return { hosts: new Set([...own, ...hosts].map((host) => host.toLowerCase())), origins: new Set(origins) };
}

/**
 * DNS rebinding (CVE-2025-66414) ends here, before anything else is looked at: a name that is not ours is 421 (RFC 9110
 * §15.5.20), a browser page from elsewhere is 403 (MCP transports, "Origin").
 */
export function frontDoor({ hosts, origins }: FrontDoor) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const host = hostOf(request.headers.host);
    if (host === undefined || !hosts.has(host)) return refuse(reply, 421, 'Misdirected Request');
    const { origin } = request.headers;
    if (origin !== undefined && !origins.has(origin)) return refuse(reply, 403, 'Origin not allowed');
    return undefined;
  };
}

function hostOf(header: string | undefined): string | undefined {
  if (header === undefined || header.length > 255 || /[\s@/\\]/.test(header)) return undefined;
  return header.replace(/:\d{1,5}$/, '').toLowerCase();
}

function refuse(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', title, status });
}

import { randomUUID } from 'node:crypto';
import {
  isInitializeRequest,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Conversations, LegacyMessage } from '#server/mcp/profile';

interface Session {
  /** Person and agent that opened it: a session id is no credential (MCP security best practices, session hijacking). */
  owner: string;
  transport: WebStandardStreamableHTTPServerTransport;
}

const MAX_SESSIONS = 200;

const ownerOf = ({ caller }: LegacyMessage) => `${caller.sub} ${caller.clientId}`;

/**
 * 2025-11-25 with sessions, because the suite's tools ask the client back in the middle of a call. Test profile only: what
 * ships keeps no state between two messages.
 */
export class Sessions implements Conversations {
  readonly headers = ['mcp-session-id'];
  readonly #sessions = new Map<string, Session>();

  async answer(message: LegacyMessage, newServer: () => Server): Promise<Response | undefined> {
    const { request, body, authInfo } = message;
    const id = request.headers.get('mcp-session-id');
    if (id === null && !isInitializeRequest(body)) return undefined;
    const session = id === null ? await this.#open(message, newServer) : this.#sessions.get(id);
    if (session?.owner !== ownerOf(message)) return new Response(null, { status: 404 });
    return session.transport.handleRequest(request, { parsedBody: body, authInfo });
  }

  async #open(message: LegacyMessage, newServer: () => Server): Promise<Session> {
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => void this.#sessions.set(id, session),
    });
    const session = { owner: ownerOf(message), transport };
    await this.#makeRoom();
    await newServer().connect(transport);
    return session;
  }

  async #makeRoom(): Promise<void> {
    const [oldest] = this.#sessions;
    if (!oldest || this.#sessions.size < MAX_SESSIONS) return;
    this.#sessions.delete(oldest[0]);
    await oldest[1].transport.close();
  }
}

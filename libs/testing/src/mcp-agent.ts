import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { AgentOAuth } from './agent-oauth.ts';
import type { Person } from './person.ts';

export interface ConnectedAgent {
  client: Client;
  oauth: AgentOAuth;
  transport: StreamableHTTPClientTransport;
  close(): Promise<void>;
}

/** Both eras an endpoint must serve. */
export type Revision = '2026-07-28' | '2025-11-25';

/**
 * Connects a real MCP client (SDK v2) the way an agent does: 401, discovery, sign-in by the person, code, token, again.
 * @param onElicitation is shown the URL of a URL elicitation; what it does there is the person's business
 */
export async function connectAgent(
  endpoint: string,
  person: Person,
  options: { revision?: Revision; oauth?: AgentOAuth; onElicitation?: (url: string) => Promise<void> } = {},
): Promise<ConnectedAgent> {
  const { revision = '2026-07-28', oauth = new AgentOAuth(), onElicitation } = options;
  const make = () => {
    const client = new Client(
      { name: 'sallyport-demo', version: '0.1.0' },
      {
        capabilities: onElicitation ? { elicitation: { url: {} } } : {},
        versionNegotiation: { mode: revision === '2026-07-28' ? { pin: revision } : 'legacy' },
      },
    );
    if (onElicitation) {
      client.setRequestHandler('elicitation/create', async (request) => {
        if (request.params.mode !== 'url') return { action: 'decline' };
        await onElicitation(request.params.url);
        return { action: 'accept' };
      });
    }
    return client;
  };
  const connect = async (transport: StreamableHTTPClientTransport) => {
    const client = make();
    await client.connect(transport);
    return { client, oauth, transport, close: () => client.close() };
  };
  const transport = () => new StreamableHTTPClientTransport(new URL(endpoint), { authProvider: oauth });

  const first = transport();
  try {
    return await connect(first);
  } catch (error) {
    if (!(error instanceof UnauthorizedError) || !oauth.authorizationUrl) throw error;
  }
  const back = await person.walk(oauth.authorizationUrl.href);
  if (!(back instanceof URL)) throw new Error(`sign-in ended at "${back.title}" (${back.status})`);
  await first.finishAuth(back.searchParams);
  await first.close();
  return connect(transport());
}

import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { UrlElicitationRequiredError } from '@modelcontextprotocol/sdk/types.js';
import { AgentOAuth, type Person } from '@sallyport/testing';
import type { ToolAnswer } from '../../../scripts/story/call-tool.ts';
import { MCP_URL } from './house.ts';
import type { StoryAgent, StoryCall } from './story-agent.ts';

/** Without its refresh token this SDK asks the person when more scope is needed, instead of refreshing the same scope. */
class AskingOAuth extends AgentOAuth {
  override saveTokens({ refresh_token: _, ...tokens }: Parameters<AgentOAuth['saveTokens']>[0]): void {
    super.saveTokens(tokens);
  }
}

/** An agent of the older era (2025-11-25) on the v1 SDK: its OAuth, its transport, its way of being asked to open a page. */
export class V1Agent implements StoryAgent {
  readonly connectPages: string[] = [];
  readonly #oauth: AgentOAuth;
  readonly #person: Person;
  readonly #transport: StreamableHTTPClientTransport;
  readonly #client: Client;

  private constructor(person: Person, oauth: AgentOAuth) {
    this.#person = person;
    this.#oauth = oauth;
    this.#transport = new StreamableHTTPClientTransport(new URL(MCP_URL), { authProvider: oauth });
    this.#client = new Client(
      { name: 'sallyport-demo-v1', version: '0.1.0' },
      { capabilities: { elicitation: { url: {} } } },
    );
  }

  static async connect(person: Person): Promise<V1Agent> {
    const oauth = new AskingOAuth();
    const first = new V1Agent(person, oauth);
    try {
      await first.#client.connect(first.#transport);
      throw new Error('the server let an agent in without a token');
    } catch (error) {
      if (!(error instanceof UnauthorizedError)) throw error;
    }
    await first.#agree();
    await first.#transport.close();
    const agent = new V1Agent(person, oauth);
    await agent.#client.connect(agent.#transport);
    return agent;
  }

  async tools(): Promise<string[]> {
    const { tools } = await this.#client.listTools();
    return tools.map(({ name }) => name).sort();
  }

  async call({ name, args, trace, beforeRetry }: StoryCall): Promise<ToolAnswer> {
    const params = { name, arguments: args, _meta: trace ? { traceparent: trace.traceparent } : undefined };
    const once = async () => {
      const result = await this.#client.callTool(params);
      const content = result.content as { type: string; text?: string }[];
      return {
        isError: result.isError === true,
        text: content.map(({ text = '' }) => text).join('\n'),
        structured: result.structuredContent as Record<string, unknown> | undefined,
      };
    };
    try {
      return await once();
    } catch (error) {
      if (error instanceof UrlElicitationRequiredError) {
        for (const { url } of error.elicitations) await this.#open(url);
      } else if (error instanceof UnauthorizedError) {
        await this.#agree();
      } else throw error;
    }
    await beforeRetry?.();
    return once();
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #agree(): Promise<void> {
    const back = await this.#person.walk(this.#oauth.authorizationUrl?.href ?? '');
    const code = back instanceof URL ? back.searchParams.get('code') : null;
    if (!code) throw new Error(`agreeing ended at ${back instanceof URL ? back.search : back.title}`);
    await this.#transport.finishAuth(code);
  }

  async #open(url: string): Promise<void> {
    const before = this.#person.seen.length;
    await this.#person.walk(url);
    this.connectPages.push(...this.#person.seen.slice(before));
  }
}

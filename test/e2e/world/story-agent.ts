import { randomBytes } from 'node:crypto';
import { type ConnectedAgent, connectAgent, type Person } from '@sallyport/testing';
import { callTool, type ToolAnswer } from '../../../scripts/story/call-tool.ts';
import { MCP_URL } from './house.ts';

export interface Trace {
  id: string;
  /** W3C Trace Context header value. */
  traceparent: string;
}

/** A trace of one's own, to find a call's story in the log by. */
export function newTrace(): Trace {
  const id = randomBytes(16).toString('hex');
  return { id, traceparent: `00-${id}-${randomBytes(8).toString('hex')}-01` };
}

export interface StoryCall {
  name: string;
  args: Record<string, unknown>;
  trace?: Trace | undefined;
  /** Runs after the person agreed to something and before the call is made again. */
  beforeRetry?: (() => Promise<void>) | undefined;
}

/** What the story asks of an agent, whichever SDK it is built on. */
export interface StoryAgent {
  /** Titles of the pages a person went through to connect Linear. */
  readonly connectPages: string[];
  tools(): Promise<string[]>;
  call(call: StoryCall): Promise<ToolAnswer>;
  close(): Promise<void>;
}

/** An agent of the newer era (2026-07-28) on the v2 SDK. */
export class V2Agent implements StoryAgent {
  readonly connectPages: string[] = [];
  #agent!: ConnectedAgent;
  readonly #person: Person;

  private constructor(person: Person) {
    this.#person = person;
  }

  static async connect(person: Person): Promise<V2Agent> {
    const agent = new V2Agent(person);
    agent.#agent = await connectAgent(MCP_URL, person, {
      revision: '2026-07-28',
      onElicitation: async (url) => {
        const before = person.seen.length;
        await person.walk(url);
        agent.connectPages.push(...person.seen.slice(before));
      },
    });
    return agent;
  }

  async tools(): Promise<string[]> {
    const { tools } = await this.#agent.client.listTools();
    return tools.map(({ name }) => name).sort();
  }

  async call({ name, args, trace, beforeRetry }: StoryCall): Promise<ToolAnswer> {
    if (!trace) return callTool(this.#agent, this.#person, name, args, beforeRetry);
    const { client } = this.#agent;
    const result = await client.callTool({ name, arguments: args, _meta: { traceparent: trace.traceparent } });
    const text = result.content.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join('\n');
    const structured = result.structuredContent as Record<string, unknown> | undefined;
    return { isError: result.isError === true, text, structured };
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

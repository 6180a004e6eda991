import { UnauthorizedError } from '@modelcontextprotocol/client';
import type { ConnectedAgent, Person } from '@sallyport/testing';

export interface ToolAnswer {
  isError: boolean;
  text: string;
  structured: Record<string, unknown> | undefined;
}

/**
 * Calls a tool as an agent does. When the server asks for more scope (403 `insufficient_scope`), the person is asked to
 * agree to it and the call is made again; `beforeRetry` runs in between.
 */
export async function callTool(
  { client, oauth, transport }: ConnectedAgent,
  person: Person,
  name: string,
  args: Record<string, unknown>,
  beforeRetry: () => Promise<void> = async () => undefined,
): Promise<ToolAnswer> {
  const call = () => client.callTool({ name, arguments: args });
  let result: Awaited<ReturnType<typeof call>>;
  try {
    result = await call();
  } catch (error) {
    if (!(error instanceof UnauthorizedError) || !oauth.authorizationUrl) throw error;
    const back = await person.walk(oauth.authorizationUrl.href);
    if (!(back instanceof URL)) throw new Error(`asking for more scope ended at "${back.title}" (${back.status})`);
    await transport.finishAuth(back.searchParams);
    await beforeRetry();
    result = await call();
  }
  const text = result.content.flatMap((item) => (item.type === 'text' ? [item.text] : [])).join('\n');
  return {
    isError: result.isError === true,
    text,
    structured: result.structuredContent as Record<string, unknown> | undefined,
  };
}

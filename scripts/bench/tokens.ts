import { AgentOAuth, connectAgent, PEOPLE, Person } from '@sallyport/testing';

/** Signs Ada in as often as it takes, through every page a person walks. @returns distinct access tokens, minutes of life */
export async function signIn(endpoint: string, count: number): Promise<string[]> {
  const ada = new Person(PEOPLE.ada);
  const tokens = new Set<string>();
  for (let at = 0; at < count; at++) {
    const oauth = new AgentOAuth();
    const agent = await connectAgent(endpoint, ada, { oauth });
    await agent.close();
    const token = oauth.tokens()?.access_token;
    if (token) tokens.add(token);
  }
  if (tokens.size !== count) throw new Error(`${count} sign-ins gave ${tokens.size} tokens`);
  return [...tokens];
}

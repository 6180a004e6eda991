import { connectAgent, PEOPLE, Person } from '@sallyport/testing';

/** A token is not handed out this close to its end, in milliseconds. */
const MARGIN_MS = 120_000;

/** Access tokens of Ada, through the front door: challenge, discovery, sign-in, consent, code. Renewed before they end. */
export class SignedIn {
  readonly #person = new Person(PEOPLE.ada);
  #token = '';
  #expiresAt = 0;
  #renewing: Promise<void> | undefined;

  private readonly endpoint: string;

  constructor(endpoint: string) {
    this.endpoint = endpoint;
  }

  readonly token = async (): Promise<string> => {
    if (Date.now() > this.#expiresAt - MARGIN_MS) {
      this.#renewing ??= this.#signIn().finally(() => {
        this.#renewing = undefined;
      });
      await this.#renewing;
    }
    return this.#token;
  };

  async #signIn(): Promise<void> {
    const startedAt = Date.now();
    const agent = await connectAgent(this.endpoint, this.#person);
    await agent.close();
    const { access_token, expires_in } = agent.oauth.tokens() ?? {};
    if (!access_token) throw new Error('sign-in gave no access token');
    this.#token = access_token;
    this.#expiresAt = startedAt + (expires_in ?? 0) * 1_000;
  }
}

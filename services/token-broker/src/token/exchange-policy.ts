import type { ContextFacts, Decision, TokenExchangeQuestion } from '@sallyport/contracts';
import type { Policy } from '@sallyport/policy';

/** Asks `broker.token_exchange` with the context this placement can vouch for: environment and hour; the rest is unknown. */
export class ExchangePolicy {
  constructor(
    private readonly policy: Policy,
    private readonly environment: ContextFacts['environment'],
    private readonly now: () => number,
  ) {}

  /** Never allows by accident: without an answer the decision is a denial for `policy_unavailable` (C-AZ-9). */
  async decide(question: Omit<TokenExchangeQuestion, 'context'>): Promise<Decision> {
    const hour = new Date(this.now()).getUTCHours();
    const { environment } = this;
    return this.policy.tokenExchange({
      ...question,
      context: { environment, network: 'unknown', device: 'unknown', hour },
    });
  }
}

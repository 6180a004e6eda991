import { createDpopProof, type SigningKey } from '@sallyport/authn';
import { type HttpAnswer, type HttpClient, NoAnswer } from '@sallyport/bootstrap';
import { type IssueCreateResult, type IssueCreateVariables, issueCreateResult, problem } from '@sallyport/contracts';
import { type Masked, reveal } from '@sallyport/masking';
import { type Logger, withSpan } from '@sallyport/telemetry';
import { type Credential, isOfIssuer } from '../call/credential.ts';
import { refuse } from '../call/refusal.ts';

/** What is filed: text only as `Masked<string>`, so that raw ticket text does not compile (C-OUT-1). */
export type MaskedIssue = Omit<IssueCreateVariables, 'title' | 'description'> & {
  title: Masked<string>;
  description: Masked<string>;
};

export interface GatewayOptions {
  gatewayUrl: string;
  issuerUrl: string;
  /** The key the capability is bound to. */
  key: SigningKey;
  http: HttpClient;
  logger: Logger;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Redeems capabilities at the gateway, each once, with proof of the key they are bound to (RFC 9449 §7). */
export class Gateway {
  constructor(private readonly options: GatewayOptions) {}

  /** @throws CallRefused connection_needed, idempotency_conflict, masking_failed, downstream_* */
  fileIssue(credential: Credential, issue: MaskedIssue, signal: AbortSignal): Promise<IssueCreateResult> {
    return withSpan('gateway.redeem', { 'credential.operation': credential.operation }, async () => {
      const answer = await this.#redeem(credential, variablesOf(issue), signal);
      const filed = issueCreateResult.safeParse(answer.body);
      if (answer.status === 200 && filed.success) return filed.data;
      this.options.logger.warn({ status: answer.status }, 'the gateway did not file an issue');
      return this.#refused(answer);
    });
  }

  async #redeem(credential: Credential, variables: IssueCreateVariables, signal: AbortSignal): Promise<HttpAnswer> {
    const { gatewayUrl, key, http, logger, now } = this.options;
    const url = `${gatewayUrl}/redeem`;
    const capability = credential.capability.reveal();
    try {
      return await http.post(url, {
        headers: {
          'content-type': 'application/json',
          authorization: `DPoP ${capability}`,
          dpop: createDpopProof(key, { method: 'POST', url, accessToken: capability, now: now() }),
        },
        body: JSON.stringify({ variables }),
        signal,
      });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Whether it was filed is not known here; a repeat finds out, since one ticket is filed once (C-IN-3).
      logger.warn({ code: error.code }, 'the gateway did not answer');
      return refuse({ reason: 'downstream_unavailable' });
    }
  }

  /** C-OUT-4: of what went wrong downstream only a word of our own list comes back. */
  #refused({ status, body }: HttpAnswer): never {
    const parsed = problem.safeParse(body);
    const { reason, interaction_url: url } = parsed.success ? parsed.data : {};
    if (url !== undefined && isOfIssuer(url, this.options.issuerUrl)) {
      return refuse({ reason: 'connection_needed', url, decisionId: undefined });
    }
    switch (reason) {
      case 'idempotency_conflict':
      case 'audit_unavailable':
      case 'downstream_rate_limited':
      case 'downstream_unavailable':
        return refuse({ reason });
      case 'text_not_masked':
        return refuse({ reason: 'masking_failed', field: 'body', why: 'the second check would mask more' });
      default:
        return refuse({ reason: status === 503 ? 'downstream_unavailable' : 'downstream_failed' });
    }
  }
}

/** The plain variables, as they are digested and sent. */
export function variablesOf({ title, description, ...rest }: MaskedIssue): IssueCreateVariables {
  return { ...rest, title: reveal(title), description: reveal(description) };
}

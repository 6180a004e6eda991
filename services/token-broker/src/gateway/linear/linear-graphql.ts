import { Refused } from '@sallyport/authn';
import type { Secret } from '@sallyport/masking';
import { type SafeFetch, SafeFetchError, type SafeResponse } from '@sallyport/safe-fetch';
import { traceHeaders } from '@sallyport/telemetry';
import { z } from 'zod';
import { checkPinned, DOCUMENTS, type OperationDocument } from './documents.ts';
import { graphqlErrors, linearFailure } from './linear-failure.ts';

export interface LinearGraphqlOptions {
  /** GraphQL endpoint, `https://api.linear.app/graphql`. */
  url: string;
  safeFetch: SafeFetch;
  now: () => number;
}

/** Runs pinned documents at Linear. There is no way to run any other text. */
export class LinearGraphql {
  readonly #options: LinearGraphqlOptions;

  /** @throws Error when a document is not the pinned one */
  constructor(options: LinearGraphqlOptions) {
    for (const document of DOCUMENTS) checkPinned(document);
    this.#options = options;
  }

  /**
   * @returns the parsed `data`
   * @throws Refused consent_required, downstream_rate_limited (`retryAt`), downstream_failed, downstream_unavailable
   */
  async run<T extends z.ZodType>(
    document: OperationDocument,
    variables: Readonly<Record<string, string | number>>,
    token: Secret,
    data: T,
  ): Promise<z.infer<T>> {
    if (!DOCUMENTS.includes(document)) throw new Error('only pinned documents run');
    const response = await this.#post(document, variables, token);
    const answer = bodyOf(response);
    const errors = graphqlErrors.safeParse(answer.errors);
    // HTTP 200 with `errors` is how Linear usually refuses; partial data beside errors is not used.
    if (response.status !== 200 || errors.success) {
      throw linearFailure(document.name, response, errors.success ? errors.data : [], this.#options.now());
    }
    const parsed = data.safeParse(answer.data);
    if (!parsed.success) {
      const paths = parsed.error.issues.map((issue) => issue.path.join('.'));
      throw new Refused('downstream_failed', { service: 'linear', operation: document.name, paths });
    }
    return parsed.data;
  }

  async #post(
    { name, text }: OperationDocument,
    variables: Readonly<Record<string, string | number>>,
    token: Secret,
  ): Promise<SafeResponse> {
    try {
      return await this.#options.safeFetch(this.#options.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token.reveal()}`,
          'content-type': 'application/json',
          ...traceHeaders(),
        },
        body: JSON.stringify({ operationName: name, query: text, variables }),
      });
    } catch (error) {
      if (!(error instanceof SafeFetchError)) throw error;
      throw new Refused('downstream_unavailable', { service: 'linear', operation: name, cause: error.reason });
    }
  }
}

const envelope = z.object({ data: z.unknown().optional(), errors: z.unknown().optional() });

function bodyOf(response: SafeResponse): z.infer<typeof envelope> {
  try {
    return envelope.parse(response.json());
  } catch {
    // A gateway's error page is no GraphQL; the status decides.
    return {};
  }
}

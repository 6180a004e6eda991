import { type GraphQLError, Kind, parse } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { type HourlyLimits, LINEAR_LIMITS } from '../options.ts';
import type { Simulation, Trace } from '../simulation.ts';
import { complexityOf, MAX_QUERY_COMPLEXITY } from './complexity.ts';
import { complexityError, rateLimitError, shapeError } from './errors.ts';
import { executableSchema } from './executable-schema.ts';
import { LeakyBuckets, type Level } from './leaky-bucket.ts';
import { authenticate, type Principal } from './principal.ts';
import type { RequestContext } from './request-context.ts';

/** Fills in while a request is answered; becomes headers. */
interface Usage {
  requests: Level;
  complexity: Level;
  points: number;
}

interface Context extends RequestContext {
  readonly spend: (points: number) => GraphQLError | undefined;
}

/** Charges a document before it runs, and gives errors Linear's shape. */
const LINEAR_ERRORS: Plugin<Context> = {
  onExecute({ args, setResultAndStopExecution }) {
    const refusal = args.contextValue.spend(complexityOf(args.document, args.variableValues ?? {}));
    if (refusal) setResultAndStopExecution({ errors: [refusal] });
  },
  onResultProcess({ result, setResult }) {
    if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
    setResult({ ...result, errors: result.errors.map(shapeError) });
  },
};

/** `POST /graphql`: authentication, budgets, and the schema behind them. */
export class GraphQLEndpoint {
  readonly #simulation: Simulation;
  readonly #limits: HourlyLimits;
  readonly #buckets: LeakyBuckets;
  readonly #yoga = createYoga<Context>({
    schema: executableSchema(),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    logging: false,
    maskedErrors: false,
    plugins: [LINEAR_ERRORS],
  });

  constructor(simulation: Simulation, limits: Partial<HourlyLimits> = {}) {
    this.#simulation = simulation;
    this.#limits = { ...LINEAR_LIMITS, ...limits };
    this.#buckets = new LeakyBuckets(simulation.now);
  }

  /** @param address the caller's, for the budget of requests without a valid credential */
  async answer(request: Request, address: string, trace: Trace): Promise<Response> {
    let principal: Principal;
    try {
      principal = authenticate(request.headers.get('authorization'), this.#simulation);
    } catch (error) {
      const usage = this.#usage(`anonymous ${address}`, 'anonymous');
      return refusal(usage.requests.taken ? (error as GraphQLError) : overdrawn(usage), usage);
    }
    trace.actor = principal.member.email;
    const usage = this.#usage(
      `${principal.member.id} ${principal.app?.id ?? 'key'}`,
      principal.app ? 'oauth' : 'apiKey',
    );
    if (!usage.requests.taken) return refusal(overdrawn(usage), usage);
    const key = `complexity ${principal.member.id} ${principal.app?.id ?? 'key'}`;
    const spend = (points: number): GraphQLError | undefined => {
      usage.points = points;
      if (points > MAX_QUERY_COMPLEXITY) return complexityError(MAX_QUERY_COMPLEXITY);
      usage.complexity = this.#buckets.take(key, usage.complexity.limit, points);
      return usage.complexity.taken ? undefined : rateLimitError(usage.complexity.limit, 'complexity points');
    };
    const context: Context = { simulation: this.#simulation, principal, spend };
    return withHeaders(await this.#yoga.fetch(request, context), usage);
  }

  /** The answer to a caller whose budget is spent, without spending anything. */
  exhausted(): Response {
    const limit = this.#limits.oauthRequests;
    const now = this.#simulation.now();
    const empty: Level = { limit, remaining: 0, resetAt: now + 60_000, retryAfterSeconds: 60, taken: false };
    const usage = { requests: empty, complexity: empty, points: 0 };
    return refusal(overdrawn(usage), usage);
  }

  #usage(key: string, kind: 'oauth' | 'apiKey' | 'anonymous'): Usage {
    const complexity = this.#limits[`${kind}Complexity`];
    return {
      requests: this.#buckets.take(key, this.#limits[`${kind}Requests`], 1),
      complexity: this.#buckets.take(`complexity ${key}`, complexity, 0),
      points: 0,
    };
  }
}

/** Root fields of a document, for the request log: `issueCreate`. */
export function operationsIn(query: unknown): string | null {
  if (typeof query !== 'string') return null;
  try {
    const names = parse(query).definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? node.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
        : [],
    );
    return names.join(',') || null;
  } catch {
    return null;
  }
}

function overdrawn({ requests }: Usage): GraphQLError {
  return rateLimitError(requests.limit, 'requests');
}

/** An answer given before the document was looked at: no `data` in it. */
function refusal(error: GraphQLError, usage: Usage): Response {
  const { http } = error.extensions as { http?: { status: number } };
  return withHeaders(Response.json({ errors: [error] }, { status: http?.status ?? 200 }), usage);
}

/** linear.app/developers/rate-limiting. Resets are milliseconds since the epoch. */
function withHeaders(response: Response, { requests, complexity, points }: Usage): Response {
  const headers = new Headers(response.headers);
  headers.set('x-complexity', String(points));
  for (const [name, level] of [
    ['requests', requests],
    ['complexity', complexity],
  ] as const) {
    headers.set(`x-ratelimit-${name}-limit`, String(level.limit));
    headers.set(`x-ratelimit-${name}-remaining`, String(level.remaining));
    headers.set(`x-ratelimit-${name}-reset`, String(level.resetAt));
    if (!level.taken) headers.set('retry-after', String(level.retryAfterSeconds));
  }
  return new Response(response.body, { status: response.status, headers });
}

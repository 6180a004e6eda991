import { setTimeout as delay } from 'node:timers/promises';
import { Control } from '../control/control.ts';
import { Faults } from '../control/faults.ts';
import { isLocal } from '../control/loopback.ts';
import { RequestLog } from '../control/request-log.ts';
import { GraphQLEndpoint, operationsIn } from '../graphql/endpoint.ts';
import { showConsent, takeConsent } from '../oauth/authorize.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import { revoke } from '../oauth/revoke.ts';
import { token } from '../oauth/token.ts';
import type { HourlyLimits } from '../options.ts';
import type { Simulation, Trace } from '../simulation.ts';
import { issuePage } from '../workspace/issue-page.ts';

/** Sends requests to whoever answers them, misbehaves when asked to, and logs. */
export class Router {
  readonly #simulation: Simulation;
  readonly #graphql: GraphQLEndpoint;
  readonly #log = new RequestLog();
  readonly #faults = new Faults();
  readonly #control: Control;

  constructor(simulation: Simulation, limits: Partial<HourlyLimits> | undefined) {
    this.#simulation = simulation;
    this.#graphql = new GraphQLEndpoint(simulation, limits);
    this.#control = new Control(simulation, this.#log, this.#faults);
  }

  /**
   * @param address where the request came from
   * @returns undefined when the connection is to be cut instead of answered
   */
  async route(request: Request, address: string): Promise<Response | undefined> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/_sim/')) {
      return isLocal(request, address) ? this.#control.answer(request) : new Response('Not found', { status: 404 });
    }
    const trace: Trace = { operation: null, actor: null };
    const response = await this.#answer(request, pathname, address, trace);
    this.#log.add({
      at: new Date(this.#simulation.now()).toISOString(),
      method: request.method,
      path: pathname,
      ...trace,
      status: response?.status ?? null,
    });
    return response;
  }

  async #answer(request: Request, path: string, address: string, trace: Trace): Promise<Response | undefined> {
    switch (`${request.method} ${path}`) {
      case 'POST /graphql':
        trace.operation = operationsIn(await queryOf(request));
        return this.#unless('graphql', trace, () => this.#graphql.answer(request, address, trace));
      case 'POST /oauth/token':
        trace.operation = 'oauth/token';
        return this.#unless('token', trace, () => told(() => token(request, this.#simulation, trace)));
      case 'POST /oauth/revoke':
        return told(() => revoke(request, this.#simulation, trace));
      case 'GET /oauth/authorize':
        return showConsent(request, this.#simulation, trace);
      case 'POST /oauth/authorize':
        return told(() => takeConsent(request, this.#simulation, trace));
      default: {
        // The page asks nobody to sign in, so it is for this machine alone.
        const shown = request.method === 'GET' && isLocal(request, address);
        const found = shown ? issuePage(path, this.#simulation) : undefined;
        return found ?? new Response('Not found', { status: 404 });
      }
    }
  }

  async #unless(on: 'graphql' | 'token', trace: Trace, answer: () => Promise<Response>): Promise<Response | undefined> {
    const fault = this.#faults.take(on, trace.operation);
    switch (fault?.kind) {
      case 'ratelimited':
        return this.#graphql.exhausted();
      case '500':
        return new Response('Internal Server Error', { status: 500 });
      case 'drop-after-commit':
        await answer();
        return undefined;
      case 'slow':
        await delay(fault.ms);
        return answer();
      default:
        return answer();
    }
  }
}

/** The GraphQL document of a request, whose body stays readable. */
async function queryOf(request: Request): Promise<unknown> {
  try {
    const body: unknown = await request.clone().json();
    return typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
  } catch {
    return undefined;
  }
}

async function told(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof OAuthError) return error.toResponse();
    throw error;
  }
}

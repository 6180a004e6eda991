import { Refused, type ReplayStore, verifyDpopProof } from '@sallyport/authn';
import { type ExchangeRefusal, type Reason, TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import type { Logger } from '@sallyport/telemetry';
import { withSpan } from '@sallyport/telemetry';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { ExchangeClient } from '../authorization-server/clients.ts';
import { eventBase } from '../record/event-base.ts';
import type { Recorder } from '../record/recorder.ts';
import { EXCHANGE_PARAMETERS, parseExchange, WrongTarget } from './exchange-request.ts';
import { tokenErrorOf } from './token.errors.ts';
import { ExchangeRefused, type ProvenClient, type TokenExchange } from './token-exchange.ts';

export interface ExchangeGrantOptions {
  exchange: TokenExchange;
  clients: ReadonlyMap<string, ExchangeClient>;
  recorder: Recorder;
  replay: ReplayStore;
  urls: { issuer: string; gateway: string };
  logger: Logger;
  now: () => number;
}

/**
 * Puts the exchange behind `POST /token`. The library has authenticated the client when the handler runs; it gives the
 * handler `ctx` and nothing else, and the handler must set the body itself.
 */
export function registerExchangeGrant(provider: Provider, options: ExchangeGrantOptions): void {
  const handler = (ctx: KoaContextWithOIDC) =>
    withSpan('broker.token_exchange', {}, () => new ExchangeCall(options, ctx).answer());
  provider.registerGrantType(TOKEN_EXCHANGE_GRANT, handler, [...EXCHANGE_PARAMETERS]);
}

class ExchangeCall {
  readonly #client: string;
  readonly #params: Record<string, unknown>;

  constructor(
    private readonly options: ExchangeGrantOptions,
    private readonly ctx: KoaContextWithOIDC,
  ) {
    this.#client = ctx.oidc.client?.clientId ?? '';
    this.#params = { ...ctx.oidc.params };
  }

  async answer(): Promise<void> {
    const { exchange, urls } = this.options;
    this.ctx.set('cache-control', 'no-store');
    try {
      const request = parseExchange(this.#params, urls.gateway);
      const client = await this.#prove();
      this.ctx.body = await exchange.run(request, client, (handle) => `${urls.issuer}/connect/linear/${handle}`);
    } catch (error) {
      await this.#refuse(error);
    }
  }

  /** The proof must be made by the client's own key: the capability will be bound to it (C-ID-6). */
  async #prove(): Promise<ProvenClient> {
    const { clients, replay, urls, now } = this.options;
    const client = clients.get(this.#client);
    if (!client) throw new Refused('client_not_permitted');
    const proof = this.ctx.get('DPoP');
    const { jkt } = await verifyDpopProof(proof, { method: 'POST', url: `${urls.issuer}/token`, now: now(), replay });
    if (!client.thumbprints.has(jkt)) throw new Refused('dpop_invalid', { rule: 'foreign key' });
    return { ...client, jkt };
  }

  async #refuse(error: unknown): Promise<void> {
    const refused = asRefusal(error, this.options.logger);
    const { who, detail, decision, interactionUrl } = refused.facts;
    const { status, error: word } = error instanceof WrongTarget ? WRONG_TARGET : tokenErrorOf(refused.reasons);
    await this.#record(refused);
    const body: ExchangeRefusal = {
      error: word,
      reasons: [...refused.reasons],
      ...(decision ? { decision_id: decision.id } : {}),
      ...(interactionUrl === undefined ? {} : { interaction_url: interactionUrl }),
    };
    this.options.logger.info(
      { client: this.#client, reasons: refused.reasons, operation: detail?.operation, tenant: who?.tenant },
      'token exchange refused',
    );
    this.ctx.status = status;
    this.ctx.body = body;
  }

  async #record({ reasons, facts: { who, detail, decision } }: ExchangeRefused): Promise<void> {
    const event = {
      ...eventBase(this.options.now()),
      kind: 'token_exchange_refused' as const,
      client: this.#client,
      reasons: [...reasons].slice(0, 16),
      ...(who ? { who } : {}),
      ...(detail ? { tool: detail.tool, operation: detail.operation } : {}),
      ...(decision ? { decision: { id: decision.id, revision: decision.revision } } : {}),
    };
    // A refusal stands whether or not it can be recorded.
    await this.options.recorder.record(event).catch((error) => {
      this.options.logger.error({ err: error }, 'a refusal could not be recorded');
    });
  }
}

const WRONG_TARGET = { status: 400, error: 'invalid_target' } as const;

function asRefusal(error: unknown, logger: Logger): ExchangeRefused {
  if (error instanceof ExchangeRefused) return error;
  if (error instanceof Refused) return new ExchangeRefused([error.reason]);
  logger.error({ err: error }, 'token exchange failed');
  const reason: Reason = 'internal';
  return new ExchangeRefused([reason]);
}

import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { PageErrorsFilter } from './browser/page-errors.filter.ts';
import { ConnectController } from './connect/connect.controller.ts';
import { InteractionController } from './interaction/interaction.controller.ts';
import { Foundation, type IssuerOptions } from './issuer/foundation.ts';
import { issuerMiddleware } from './issuer/middleware.ts';
import { type Wired, wire } from './issuer/wiring.ts';
import type { IssuerConfig } from './issuer.config.ts';
import { LedgerController } from './ledger/ledger.controller.ts';
import { eventBase } from './record/event-base.ts';
import { SignInController } from './signin/signin.controller.ts';

const VERSION = '0.1.0';

/** The running issuer: what the application mounts, asks and closes. */
@Injectable()
export class Issuer {
  constructor(
    private readonly base: Foundation,
    private readonly wired: Wired,
  ) {}

  /** To be used by the application before it listens; bodies are parsed here and only where we read them. */
  get middleware() {
    const { config, database, now } = this.base;
    return issuerMiddleware({ provider: this.wired.provider, config, db: database.db, now });
  }

  get logger() {
    return this.base.logger;
  }

  async readiness() {
    const { engine, durability, db } = this.base.database;
    await db.selectFrom('one_time').select('id_hash').limit(1).execute();
    const idp = await this.wired.identityProvider.reachable();
    const { policy } = this.base;
    const ok = await policy.ready();
    const { revision } = policy;
    return { ok, placement: 'issuer', database: engine, durability, identityProvider: idp, policy: revision };
  }

  async recordStart(): Promise<void> {
    const { audit, now, policy, logger } = this.base;
    const event = { service: 'token-broker-issuer', version: VERSION, revision: policy.revision };
    await audit
      .record({ ...eventBase(now()), kind: 'service_started', ...event })
      .catch((error) => logger.warn({ err: error }, 'start could not be recorded'));
  }

  async close(): Promise<void> {
    await this.wired.tally.flush();
    await this.base.close();
  }
}

/** The issuer placement: authorization server, exchange, connections. It signs, and cannot reach Linear or Vault. */
@Module({})
export class IssuerModule implements OnApplicationShutdown {
  constructor(@Inject(Issuer) private readonly issuer: Issuer) {}

  /** @throws Error when keys, database or settings are not usable; then nothing listens */
  static async forPlacement(config: IssuerConfig, options: IssuerOptions = {}): Promise<DynamicModule> {
    const base = await Foundation.lay(config, options);
    const wired = await wire(base).catch(async (error) => {
      await base.close();
      throw error;
    });
    return {
      module: IssuerModule,
      controllers: [InteractionController, SignInController, ConnectController, LedgerController],
      providers: [
        ...wired.providers,
        { provide: Foundation, useValue: base },
        { provide: Issuer, useValue: new Issuer(base, wired) },
        { provide: APP_FILTER, useValue: new PageErrorsFilter(base.logger) },
      ],
      exports: [Issuer],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.issuer.close();
  }
}

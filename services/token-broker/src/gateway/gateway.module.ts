import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { GatewayConfig } from './gateway.config.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import { RedeemController } from './redeem/redeem.controller.ts';

/**
 * The gateway placement: redeems capabilities at Linear. It reads Vault as the person and holds no key that anyone but
 * its peers' doors would accept. The application is created with `bodyParser: false`.
 */
@Module({})
export class GatewayModule implements OnApplicationShutdown {
  readonly #gateway: Gateway;

  constructor(@Inject(Gateway) gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** @throws Error when keys, database or settings are not usable; then nothing listens */
  static async forPlacement(config: GatewayConfig, options: GatewayOptions = {}): Promise<DynamicModule> {
    const gateway = await Gateway.open(config, options);
    return {
      module: GatewayModule,
      controllers: [RedeemController],
      providers: [{ provide: Gateway, useValue: gateway }],
      exports: [Gateway],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#gateway.close();
  }
}

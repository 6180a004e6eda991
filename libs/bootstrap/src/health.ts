import {
  Controller,
  type DynamicModule,
  Get,
  Header,
  Inject,
  Module,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { Registry } from '@sallyport/telemetry';

/** Facts for `/readyz`: each dependency with how it is; `ok: false` makes the service not ready. */
export interface Readiness {
  ok: boolean;
  [fact: string]: string | number | boolean;
}
export interface HealthOptions {
  readiness: () => Promise<Readiness>;
  metrics: Registry;
}
const OPTIONS = Symbol('health options');

@Controller()
class HealthController {
  constructor(@Inject(OPTIONS) private readonly options: HealthOptions) {}

  /** Alive: the process answers. */
  @Get('healthz')
  @Header('cache-control', 'no-store')
  healthz() {
    return { ok: true };
  }

  /** Ready: what it needs answers too; tells the truth about durability. */
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async readyz() {
    const readiness = await this.options.readiness().catch(() => ({ ok: false }));
    if (!readiness.ok) throw new ServiceUnavailableException(readiness);
    return readiness;
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics() {
    return this.options.metrics.metrics();
  }
}

@Module({})
export class HealthModule {
  static for(options: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: OPTIONS, useValue: options }],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { HealthModule, type HealthOptions } from '@sallyport/bootstrap';

/** One image, two placements: what `BROKER_PLACEMENT` chose, and health beside it. */
@Module({})
export class AppModule {
  /** @param health absent where it has a listener of its own */
  static for(placement: DynamicModule, health?: HealthOptions): DynamicModule {
    return { module: AppModule, imports: [placement, ...(health ? [HealthModule.for(health)] : [])] };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { HealthModule, type HealthOptions } from '@sallyport/bootstrap';
import type { Logger } from '@sallyport/telemetry';
import { ProtectedResourceController, RESOURCE } from './access/protected-resource.controller.ts';
import { Readers } from './access/readers.ts';
import type { AuditService } from './audit-service.ts';
import type { Config } from './config.ts';
import { EventsController } from './events/events.controller.ts';
import { Ingest } from './events/ingest.ts';
import { LOGGER, ProblemFilter } from './http/problem.filter.ts';
import { AuditLog } from './log/audit-log.ts';
import { LogController } from './reading/log.controller.ts';
import { TimelineController } from './timeline/timeline.controller.ts';

@Module({})
export class AppModule {
  static for(
    config: Config,
    service: AuditService,
    { logger, health }: { logger: Logger; health: HealthOptions },
  ): DynamicModule {
    const { publicUrl, issuerUrl } = config;
    return {
      module: AppModule,
      imports: config.managementPort === 0 ? [HealthModule.for(health)] : [],
      controllers: [EventsController, LogController, TimelineController, ProtectedResourceController],
      providers: [
        { provide: AuditLog, useValue: service.log },
        { provide: Ingest, useValue: service.ingest },
        { provide: Readers, useValue: service.readers },
        { provide: RESOURCE, useValue: { publicUrl, issuerUrl } },
        { provide: LOGGER, useValue: logger },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { APP_FILTER, RouterModule } from '@nestjs/core';
import { HealthModule } from '@sallyport/bootstrap';
import { ProblemFilter } from './edge/problem.filter.ts';
import type { Foundation } from './foundation.ts';
import { BearerGuard } from './mcp/bearer.guard.ts';
import { BearerStrategy } from './mcp/bearer.strategy.ts';
import { supportedScopes } from './mcp/challenge.ts';
import { Door } from './mcp/door.ts';
import { McpController } from './mcp/mcp.controller.ts';
import { McpHandler } from './mcp/mcp-handler.ts';
import { protectedResourceController } from './metadata/protected-resource.controller.ts';

const FOUNDATION = Symbol('foundation');

/** The MCP endpoint, at the path of its resource. */
@Module({})
class McpModule {
  static for(base: Foundation): DynamicModule {
    const { door, handler } = base;
    return {
      module: McpModule,
      controllers: [McpController],
      providers: [
        BearerStrategy,
        BearerGuard,
        { provide: Door, useValue: door },
        { provide: McpHandler, useValue: handler },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

/** The table of contents: endpoint, resource metadata, health. */
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(FOUNDATION) private readonly base: Foundation) {}

  static on(base: Foundation): DynamicModule {
    const { config, metrics, readiness } = base;
    const { resourceUrl, issuerUrl, requireDpop, placement } = config;
    const resource = { resourceUrl, issuerUrl, requireDpop, scopes: supportedScopes(placement) };
    return {
      module: AppModule,
      imports: [
        McpModule.for(base),
        RouterModule.register([{ path: new URL(resourceUrl).pathname, module: McpModule }]),
        ...(config.managementPort === 0 ? [HealthModule.for({ metrics, readiness })] : []),
      ],
      controllers: [protectedResourceController(resource)],
      providers: [{ provide: FOUNDATION, useValue: base }],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.base.close();
  }
}

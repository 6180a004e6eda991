import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { HealthModule } from '@sallyport/bootstrap';
import type { Foundation } from './foundation.ts';
import { BearerGuard, Door } from './mcp/bearer.guard.ts';
import { BearerStrategy } from './mcp/bearer.strategy.ts';
import { Challenge } from './mcp/challenge.ts';
import { McpController } from './mcp/mcp.controller.ts';
import { McpHandler } from './mcp/mcp-handler.ts';
import { ProtectedResource, ProtectedResourceController } from './metadata/protected-resource.controller.ts';

const FOUNDATION = Symbol('foundation');

/** The MCP endpoint, at the path of its resource. */
@Module({})
class McpModule {
  static for(base: Foundation): DynamicModule {
    const { accessTokens, challenge, tally, logger, handler, config } = base;
    const door: Door = { accessTokens, challenge, tally, logger, resourceUrl: config.resourceUrl };
    return {
      module: McpModule,
      controllers: [McpController],
      providers: [
        BearerStrategy,
        BearerGuard,
        { provide: Door, useValue: door },
        { provide: Challenge, useValue: challenge },
        { provide: McpHandler, useValue: handler },
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
    return {
      module: AppModule,
      imports: [
        McpModule.for(base),
        RouterModule.register([{ path: new URL(config.resourceUrl).pathname, module: McpModule }]),
        HealthModule.for({ metrics, readiness }),
      ],
      controllers: [ProtectedResourceController],
      providers: [
        { provide: FOUNDATION, useValue: base },
        { provide: ProtectedResource, useValue: { resourceUrl: config.resourceUrl, issuerUrl: config.issuerUrl } },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.base.close();
  }
}

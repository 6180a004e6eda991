import type { Caller } from '@sallyport/contracts';
import { listingOf, placementOf, type ToolDefinition } from '@sallyport/tool-catalog';
import type { ToolHandler } from '../tools/tool-handler.ts';
import type { Decide } from './decide.ts';
import { refuse } from './refusal.ts';

/** A tool as this process serves it: everything about it that can be computed once. */
export interface ServedTool<T extends ToolDefinition = ToolDefinition> {
  definition: T;
  handler: ToolHandler;
  listing: ReturnType<typeof listingOf>;
}

/** The tools of this placement; what a caller may not call does not exist for that caller (C-AZ-4). */
export class Catalogue {
  readonly #tools = new Map<string, ServedTool>();

  constructor(
    tools: readonly { definition: ToolDefinition; handler: ToolHandler }[],
    placement: 'read' | 'write' | 'combined',
    private readonly decide: Decide,
  ) {
    for (const { definition, handler } of tools) {
      if (placement !== 'combined' && placementOf(definition) !== placement) continue;
      this.#tools.set(definition.name, { definition, handler, listing: listingOf(definition) });
    }
  }

  /**
   * The tool of that name.
   * @throws CallRefused tool_unknown: one refusal for a tool that is not there and one hidden from this caller (design)
   */
  async find(name: string, caller: Caller): Promise<ServedTool> {
    const tool = this.#tools.get(name);
    if (!tool) return refuse({ reason: 'tool_unknown' });
    await this.decide.demandVisible(tool.definition, caller);
    return tool;
  }

  /** `tools/list` of a caller, precomputed entries. */
  async listFor(caller: Caller): Promise<ServedTool['listing'][]> {
    const tools = [...this.#tools.values()];
    const shown = await Promise.all(tools.map(({ definition }) => this.decide.shows(definition, caller)));
    return tools.filter((_, at) => shown[at]).map(({ listing }) => listing);
  }
}

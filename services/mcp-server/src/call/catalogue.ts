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
  find(name: string, caller: Caller): ServedTool {
    const tool = this.#tools.get(name);
    if (!tool) return refuse({ reason: 'tool_unknown' });
    this.decide.demandVisible(tool.definition, caller);
    return tool;
  }

  /** `tools/list` of a caller, precomputed entries. */
  listFor(caller: Caller): ServedTool['listing'][] {
    const shown: ServedTool['listing'][] = [];
    for (const tool of this.#tools.values()) {
      if (this.decide.shows(tool.definition, caller)) shown.push(tool.listing);
    }
    return shown;
  }
}

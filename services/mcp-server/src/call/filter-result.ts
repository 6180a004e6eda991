import type { ToolDefinition } from '@sallyport/tool-catalog';
import type { ToolOutcome } from '../tools/tool-handler.ts';

declare const filtered: unique symbol;
/** A result that holds the tool's declared fields and nothing else; only `filterResult` makes one. */
export interface FilteredResult {
  readonly [filtered]: true;
  readonly structured: Record<string, unknown>;
  /** The same as JSON text, for clients that do not read structured content. */
  readonly text: string;
  readonly bytes: number;
}

/** C-OUT-5: what one answer may weigh, in bytes. */
const MAX_RESULT_BYTES = 65_536;

/**
 * The output schema is the allow-list of what may be returned (C-OUT-2): a field it does not declare is an error of ours,
 * and stops the answer instead of slipping through.
 * @throws Error naming the tool and the paths, never a value
 */
export function filterResult(outcome: ToolOutcome, tool: ToolDefinition): FilteredResult {
  const parsed = tool.output.safeParse(outcome.result);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ');
    throw new Error(`result of ${tool.name} breaks its schema: ${paths}`);
  }
  const text = JSON.stringify(parsed.data);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_RESULT_BYTES) throw new Error(`result of ${tool.name} is larger than ${MAX_RESULT_BYTES} bytes`);
  return { structured: parsed.data, text, bytes } as unknown as FilteredResult;
}

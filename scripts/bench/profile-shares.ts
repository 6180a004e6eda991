/** V8's sampling profile (Chrome DevTools Protocol, `Profiler.Profile`). */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame; children?: number[] }[];
  samples: number[];
  /** Microseconds since the sample before. */
  timeDeltas: number[];
}
interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
}

export interface Shares {
  /** Part of the house → per cent of busy time and CPU µs a call. What Node does itself counts for who asked for it. */
  parts: Record<string, { percent: number; microsPerCall: number }>;
  /** Functions in which most time was spent themselves. */
  functions: { name: string; at: string; part: string; percent: number }[];
}

/** First match wins; paths below the repository. */
const PARTS: readonly [RegExp, string][] = [
  [/^libs\/masking\//, 'masking'],
  [/tools\/(masked-|ticket-summaries)/, 'masking'],
  [/^libs\/policy\/|@open-policy-agent|\/call\/decide/, 'policy'],
  [/^libs\/audit-client\/|\/call\/(recorder|identifiers)/, 'audit'],
  [/^libs\/authn\/|\/mcp\/bearer|\/passport|jose\//, 'authentication'],
  [/electric-sql|kysely|^libs\/database\/|\/tickets\//, 'ticket database'],
  [/^libs\/telemetry\/|@opentelemetry|prom-client|pino|\/call\/span-facts/, 'telemetry'],
  [/modelcontextprotocol|\/mcp\/mcp-handler|\/mcp\/fast-path/, 'protocol (SDK and fast path)'],
  [/node_modules\/zod\/|\/call\/(valid-call|filter-result)|^libs\/tool-catalog|canonicalize/, 'validation and filter'],
  [/edge\/strict-json|edge\/read-body/, 'strict parsing'],
  [/edge\/|@nestjs|fastify|find-my-way|light-my-request|avvio|rxjs|reflect-metadata/, 'web framework and front door'],
  [/^services\/mcp-server\//, 'pipeline'],
];
const ITSELF = 'Node itself (HTTP, timers)';
const TOP_FUNCTIONS = 30;

/** @param root of the repository, so that no path of this machine is left in the result */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile, root: string, calls: number): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const parts = new Map<string, number>();
  const functions = new Map<string, { name: string; at: string; part: string; micros: number }>();
  let busy = 0;
  for (const [at, id] of samples.entries()) {
    const frame = byId.get(id)?.callFrame;
    if (!frame || frame.functionName === '(idle)') continue;
    const micros = timeDeltas[at + 1] ?? 0;
    const part = partOf(id);
    busy += micros;
    parts.set(part, (parts.get(part) ?? 0) + micros);
    const place = `${pathOf(frame, root)}:${frame.lineNumber + 1}`;
    const key = `${frame.functionName} ${place}`;
    const known = functions.get(key) ?? { name: frame.functionName || '(anonymous)', at: place, part, micros: 0 };
    functions.set(key, { ...known, micros: known.micros + micros });
  }
  const percent = (micros: number) => Math.round((1_000 * micros) / busy) / 10;
  const sorted = [...parts].sort(([, a], [, b]) => b - a);
  return {
    parts: Object.fromEntries(
      sorted.map(([part, micros]) => [part, { percent: percent(micros), microsPerCall: Math.round(micros / calls) }]),
    ),
    functions: [...functions.values()]
      .sort((a, b) => b.micros - a.micros)
      .slice(0, TOP_FUNCTIONS)
      .map(({ micros, ...rest }) => ({ ...rest, percent: percent(micros) })),
  };

  /** Of the function itself, or of the nearest caller that belongs to anybody. */
  function partOf(start: number): string {
    for (let id: number | undefined = start; id !== undefined; id = parents.get(id)) {
      const frame = byId.get(id)?.callFrame;
      if (frame?.functionName === '(garbage collector)') return 'garbage collection';
      const path = frame ? pathOf(frame, root) : '';
      const [, part] = PARTS.find(([pattern]) => pattern.test(path)) ?? [];
      if (part) return part;
    }
    return ITSELF;
  }
}

const pathOf = ({ url }: CallFrame, root: string): string => url.replace(`file://${root}/`, '') || '(native)';

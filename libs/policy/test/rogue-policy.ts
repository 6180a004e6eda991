/**
 * Assembles a tiny wasm module that speaks opa's ABI 1.3 and gives one answer to every question, so that specs can put
 * a policy before the loader that no Rego would compile to. WebAssembly core specification 1.0, §5 (binary format).
 */
export interface RoguePolicy {
  /** JSON text that `opa_eval` leaves in memory; `trap` executes `unreachable` instead. */
  answer: string | 'trap';
  entrypoints: readonly string[];
}

const I32 = 0x7f;
const CONST = 0x41;
const END = 0x0b;
const UNREACHABLE = 0x00;
const LOCAL_GET = 0x20;

export function roguePolicy({ answer, entrypoints }: RoguePolicy): Buffer {
  const numbered = Object.fromEntries(entrypoints.map((name, index) => [name, index]));
  const texts = { entrypoints: JSON.stringify(numbered), builtins: '{}', answer };
  const places = { entrypoints: 1_024, builtins: 2_048, answer: 4_096 };
  const functions: [name: string, parameters: number, results: number, body: number[]][] = [
    ['entrypoints', 0, 1, constant(places.entrypoints)],
    ['builtins', 0, 1, constant(places.builtins)],
    ['opa_malloc', 1, 1, constant(16_384)],
    ['opa_json_parse', 2, 1, [LOCAL_GET, 0]],
    ['opa_json_dump', 1, 1, [LOCAL_GET, 0]],
    ['opa_heap_ptr_get', 0, 1, constant(65_536)],
    ['opa_heap_ptr_set', 1, 0, []],
    ['opa_eval', 7, 1, answer === 'trap' ? [UNREACHABLE] : constant(places.answer)],
  ];
  const types = functions.map(([, parameters, results]) => [
    0x60,
    ...vector(Array(parameters).fill([I32])),
    ...vector(Array(results).fill([I32])),
  ]);
  const global = (value: number) => [I32, 0x00, ...constant(value), END];
  const exports = [
    ...functions.map(([name], index) => [...text(name), 0x00, index]),
    [...text('opa_wasm_abi_version'), 0x03, 0],
    [...text('opa_wasm_abi_minor_version'), 0x03, 1],
  ];
  const bodies = functions.map(([, , , body]) => sized([0x00, ...body, END]));
  const segments = (['entrypoints', 'builtins', 'answer'] as const).map((name) => [
    0x00,
    ...constant(places[name]),
    END,
    ...vector([...Buffer.from(`${texts[name]}\0`)].map((byte) => [byte])),
  ]);
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, types),
    ...section(2, [[...text('env'), ...text('memory'), 0x02, 0x00, 1]]),
    ...section(
      3,
      functions.map((_, index) => [index]),
    ),
    ...section(6, [global(1), global(3)]),
    ...section(7, exports),
    ...section(10, bodies),
    ...section(11, segments),
  ]);
}

/** LEB128; signed differs from unsigned only in needing the sign bit clear. */
function leb128(value: number, signed = false): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  if (rest === 0 && !(signed && low & 0x40)) return [low];
  return [low | 0x80, ...leb128(rest, signed)];
}

function constant(value: number): number[] {
  return [CONST, ...leb128(value, true)];
}

function sized(bytes: number[]): number[] {
  return [...leb128(bytes.length), ...bytes];
}

function vector(items: number[][]): number[] {
  return [...leb128(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return sized([...Buffer.from(value)]);
}

function section(id: number, items: number[][]): number[] {
  return [id, ...sized(vector(items))];
}

/** Offsets of a text that normalising left as it was, shared by all such texts: `positions[i]` is `i`. */
let positions = Uint32Array.from({ length: 8_193 }, (_, index) => index);

export function identityMap(length: number): { starts: Uint32Array; ends: Uint32Array } {
  if (length >= positions.length) positions = Uint32Array.from({ length: length * 2 + 1 }, (_, index) => index);
  return { starts: positions.subarray(0, length), ends: positions.subarray(1, length + 1) };
}

/**
 * A longest common subsequence, as pairs of indices into `before` and `after`, last first (Myers, "An O(ND) Difference Algorithm and Its Variations",
 * Algorithmica 1986), or `undefined` when more than `limit` edits lie between the two.
 */
export function commonSubsequence(
  before: readonly string[],
  after: readonly string[],
  limit: number,
): [number, number][] | undefined {
  const trace = furthestPaths(before, after, limit);
  if (!trace) return undefined;
  const kept: [number, number][] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const paths = trace[edits - 1] as Int32Array;
    const diagonal = x - y;
    const down = goesDown(paths, diagonal, edits);
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = furthest(paths, previous, edits - 1);
    const turnX = down ? fromX : fromX + 1;
    while (x > turnX) kept.push([--x, --y]);
    x = fromX;
    y = fromX - previous;
  }
  while (x > 0) kept.push([--x, --y]);
  return kept;
}

/** `x` reached on a diagonal after `edits`; -1 beyond the diagonals they reach. */
const furthest = (paths: Int32Array | undefined, diagonal: number, edits: number): number =>
  paths && Math.abs(diagonal) <= edits ? (paths[diagonal + edits] as number) : -1;

/** Whether the furthest path to this diagonal came by an insertion. */
function goesDown(last: Int32Array | undefined, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && furthest(last, diagonal - 1, edits - 1) < furthest(last, diagonal + 1, edits - 1);
}

/** For every number of edits, the furthest `x` on each diagonal from `-edits` to `edits`. */
function furthestPaths(before: readonly string[], after: readonly string[], limit: number): Int32Array[] | undefined {
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    const last = trace.at(-1);
    const paths = new Int32Array(2 * edits + 1).fill(-1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = goesDown(last, diagonal, edits);
      let x = edits === 0 ? 0 : furthest(last, down ? diagonal + 1 : diagonal - 1, edits - 1) + (down ? 0 : 1);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      paths[diagonal + edits] = x;
      if (x >= before.length && x - diagonal >= after.length) return [...trace, paths];
    }
    trace.push(paths);
  }
  return undefined;
}

/**
 * Which elements of `before` survive in `after`, by longest common subsequence (Myers, "An O(ND) Difference Algorithm",
 * 1986). Returns one flag for each element of `before`.
 */
export function surviving(before: readonly string[], after: readonly string[]): boolean[] {
  const flags = new Array<boolean>(before.length).fill(false);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) flags[head++] = true;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > head && endAfter > head && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
    flags[endBefore] = true;
  }
  const kept = commonSubsequence(before.slice(head, endBefore), after.slice(head, endAfter));
  for (const index of kept) flags[head + index] = true;
  return flags;
}

function commonSubsequence(before: readonly string[], after: readonly string[]): number[] {
  const trace = furthestPaths(before, after);
  const kept: number[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const paths = trace[edits - 1] as Int32Array;
    const offset = edits - 1;
    const at = (diagonal: number) => (Math.abs(diagonal) > offset ? -1 : (paths[diagonal + offset] as number));
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(previous);
    const fromY = fromX - previous;
    const turnX = down ? fromX : fromX + 1;
    while (x > turnX) kept.push(--x);
    x = fromX;
    y = fromY;
  }
  while (x > 0) kept.push(--x);
  return kept;
}

/** For every number of edits, the furthest `x` on each diagonal from `-edits` to `edits`. */
function furthestPaths(before: readonly string[], after: readonly string[]): Int32Array[] {
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= before.length + after.length; edits += 1) {
    const last = trace.at(-1);
    const paths = new Int32Array(2 * edits + 1).fill(-1);
    const at = (diagonal: number) => (last && Math.abs(diagonal) < edits ? (last[diagonal + edits - 1] as number) : -1);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
      let x = edits === 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      paths[diagonal + edits] = x;
      if (x >= before.length && x - diagonal >= after.length) return [...trace, paths];
    }
    trace.push(paths);
  }
  return trace;
}

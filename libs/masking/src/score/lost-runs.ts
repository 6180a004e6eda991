/** How many elements a run may slide. */
const REACH = 64;

/**
 * A run of lost elements can often slide over equal ones without changing the sequence that is kept ("a a b" that became "a b"
 * lost either "a"). Slides each run to the nearest place where something was put in its place, or where another run is. Changes
 * `kept` in place.
 *
 * @param kept which of `items` are in the common subsequence
 * @param keptAfter the same for the other side, as many true ones
 */
export function settleLostRuns(items: readonly string[], kept: boolean[], keptAfter: readonly boolean[]): void {
  const insertedAt = insertionsOf(keptAfter);
  let lostBefore = 0;
  for (let start = kept.indexOf(false); start >= 0; start = kept.indexOf(false, start)) {
    const end = endOfRun(kept, start);
    const gap = start - lostBefore;
    const by = insertedAt.has(gap) ? 0 : slideOf(items, kept, start, end, (slid) => insertedAt.has(gap + slid));
    kept.fill(true, start, end);
    kept.fill(false, start + by, end + by);
    if (by > 0 && kept[end + by] === false) {
      // Joined with the run after it: the longer run is looked at again.
      start += by;
    } else {
      lostBefore += end - start;
      start = end + Math.max(by, 0);
    }
  }
}

/** Numbers of the kept elements before which something new stands. */
function insertionsOf(keptAfter: readonly boolean[]): Set<number> {
  const gaps = new Set<number>();
  let gap = 0;
  for (const isKept of keptAfter) {
    if (isKept) gap += 1;
    else gaps.add(gap);
  }
  return gaps;
}

function endOfRun(kept: readonly boolean[], start: number): number {
  const end = kept.indexOf(true, start);
  return end < 0 ? kept.length : end;
}

/** By how much the run should slide: left (negative) or right to the nearest good place, 0 when there is none. */
function slideOf(
  items: readonly string[],
  kept: readonly boolean[],
  start: number,
  end: number,
  isGood: (by: number) => boolean,
): number {
  for (let by = 1; by <= REACH; by += 1) {
    if (!kept[start - by] || items[start - by] !== items[end - by]) break;
    if (isGood(-by) || kept[start - by - 1] === false) return -by;
  }
  for (let by = 1; by <= REACH; by += 1) {
    if (!kept[end + by - 1] || items[start + by - 1] !== items[end + by - 1]) break;
    if (isGood(by) || kept[end + by] === false) return by;
  }
  return 0;
}

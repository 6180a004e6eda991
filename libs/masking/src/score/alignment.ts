import { settleLostRuns } from './lost-runs.ts';
import { commonSubsequence } from './shortest-edit.ts';

/** Edits above which a stretch is split at anchors first; below, the result is a longest common subsequence. */
const EDIT_LIMIT = 1_500;

/**
 * Which elements of `before` survive in `after`, one flag for each. Exact up to {@link EDIT_LIMIT} differences in one stretch (a
 * longest common subsequence); above, the stretch is split at elements that occur once on either side (Bram Cohen's patience
 * diff), so that time stays near-linear. Of equally long subsequences one is taken whose losses stand where something was put in
 * their place: "Ada Okafor, Okafor Ltd" that became "[PERSON_1], Okafor Ltd" lost its first "Okafor".
 */
export function surviving(before: readonly string[], after: readonly string[]): boolean[] {
  const left = { items: before, from: 0, to: before.length, kept: new Array<boolean>(before.length).fill(false) };
  const right = { items: after, from: 0, to: after.length, kept: new Array<boolean>(after.length).fill(false) };
  align(left, right);
  settleLostRuns(before, left.kept, right.kept);
  return left.kept;
}

/** A part of one side; `kept` holds a flag for each element of the whole side. */
interface Stretch {
  items: readonly string[];
  from: number;
  to: number;
  kept: boolean[];
}

function keep(before: Stretch, at: number, after: Stretch, atAfter: number): void {
  before.kept[at] = true;
  after.kept[atAfter] = true;
}

function align(before: Stretch, after: Stretch): void {
  const left = { ...before };
  const right = { ...after };
  while (left.from < left.to && right.from < right.to && left.items[left.from] === right.items[right.from]) {
    keep(left, left.from++, right, right.from++);
  }
  while (left.from < left.to && right.from < right.to && left.items[left.to - 1] === right.items[right.to - 1]) {
    keep(left, --left.to, right, --right.to);
  }
  if (left.from === left.to || right.from === right.to) return;
  const pairs = commonSubsequence(itemsOf(left), itemsOf(right), EDIT_LIMIT);
  for (const [at, atAfter] of pairs ?? []) keep(left, left.from + at, right, right.from + atAfter);
  if (pairs) return;
  const anchors = risingPairs(uniquePairs(left, right));
  if (anchors.length > 0) alignBetween(anchors, left, right);
  else matchInOrder(left, right);
}

const itemsOf = ({ items, from, to }: Stretch) => items.slice(from, to);

function alignBetween(anchors: readonly Pair[], before: Stretch, after: Stretch): void {
  let { from } = before;
  let { from: fromAfter } = after;
  for (const [at, atAfter] of anchors) {
    align({ ...before, from, to: at }, { ...after, from: fromAfter, to: atAfter });
    keep(before, at, after, atAfter);
    from = at + 1;
    fromAfter = atAfter + 1;
  }
  align({ ...before, from }, { ...after, from: fromAfter });
}

type Pair = readonly [at: number, atAfter: number];

/** Places of the elements that occur exactly once on each side, in the order of `before`. */
function uniquePairs(before: Stretch, after: Stretch): Pair[] {
  const inAfter = placesOf(after);
  return [...placesOf(before)].flatMap(([item, at]): Pair[] => {
    const atAfter = inAfter.get(item) ?? -1;
    return at >= 0 && atAfter >= 0 ? [[at, atAfter]] : [];
  });
}

/** Where each element stands; -1 when it stands more than once. */
function placesOf({ items, from, to }: Stretch): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const item = items[at] as string;
    places.set(item, places.has(item) ? -1 : at);
  }
  return places;
}

/** The longest run of pairs that rise on both sides (patience sorting). */
function risingPairs(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, atAfter]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number] as Pair)[1] < atAfter) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = index;
  }
  const rising: Pair[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] as number) rising.push(pairs[index] as Pair);
  return rising.reverse();
}

/** Nothing to hold on to: each element of `after` takes the next equal one of `before`, unless that skips too many. */
function matchInOrder(before: Stretch, after: Stretch): void {
  const places = new Map<string, number[]>();
  for (let at = before.to - 1; at >= before.from; at -= 1) {
    const item = before.items[at] as string;
    const list = places.get(item);
    if (list) list.push(at);
    else places.set(item, [at]);
  }
  let next = before.from;
  for (let atAfter = after.from; atAfter < after.to; atAfter += 1) {
    const list = places.get(after.items[atAfter] as string);
    while (list && (list.at(-1) ?? next) < next) list.pop();
    const at = list?.at(-1);
    if (at === undefined || at > next + EDIT_LIMIT) continue;
    keep(before, at, after, atAfter);
    next = at + 1;
  }
}

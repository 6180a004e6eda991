import type { Random } from './random.ts';

/** Tickets to develop with, and tickets that only CI scores. */
export type Part = 'development' | 'ci';

/** Seeds from this one on belong to the CI part. */
export const FIRST_CI_SEED = 1000;
/** Of ten names, cities, templates and formats, this many never occur in the development part. */
const HELD_OUT_OF_TEN = 3;
/** How often the CI part takes something held out where there is a choice. */
const HELD_OUT_SHARE = 0.6;

export const partOf = (seed: number): Part => (seed >= FIRST_CI_SEED ? 'ci' : 'development');

/** Whether the development part must do without it: decided by its text alone (FNV-1a), so lists may grow and move. */
export function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % 10 < HELD_OUT_OF_TEN;
}

interface Halves {
  open: readonly string[];
  heldOut: readonly string[];
}

const cache = new WeakMap<readonly string[], Halves>();

function halvesOf(list: readonly string[]): Halves {
  const known = cache.get(list);
  if (known) return known;
  const open = list.filter((text) => !isHeldOut(text));
  const halves = open.length > 0 ? { open, heldOut: list.filter(isHeldOut) } : { open: list, heldOut: [] };
  cache.set(list, halves);
  return halves;
}

/** Picks for a part of the corpus, so that the CI part measures what generalises. */
export function pickFor(part: Part, random: Random, list: readonly string[]): string {
  const { open, heldOut } = halvesOf(list);
  const unseen = part === 'ci' && heldOut.length > 0 && random.chance(HELD_OUT_SHARE);
  return random.pick(unseen ? heldOut : open);
}

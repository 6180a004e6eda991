import { type Part, pickFor } from '../part.ts';
import type { Random } from '../random.ts';
import type { Birth } from './birth.ts';
import { EASTERN_IDS } from './national-id-east.ts';
import { type IdRule, inFormat } from './national-id-rule.ts';
import { WESTERN_IDS } from './national-id-west.ts';
import { WORLD_IDS } from './national-id-world.ts';

export const NATIONAL_IDS: readonly IdRule[] = [...WESTERN_IDS, ...EASTERN_IDS, ...WORLD_IDS];

export interface WrittenId {
  country: string;
  cue: string;
  /** As a person writes it, separators included. */
  text: string;
}

/** A number of a person of `country`, or of any country where the generator knows none of it. */
export function nationalId(random: Random, part: Part, country: string, birth: Birth): WrittenId {
  const own = NATIONAL_IDS.filter((rule) => rule.country === country);
  const rule = random.pick(own.length > 0 ? own : NATIONAL_IDS);
  const text = inFormat(rule.make(random, birth), pickFor(part, random, rule.formats));
  return { country: rule.country, cue: pickFor(part, random, rule.cues), text };
}

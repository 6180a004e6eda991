import type { Scan } from '../scan.ts';
import type { NamePart } from './name-chain.ts';

/** "since April", "by June": months that are names, too. */
const MONTHS = new Set(
  'january april may june august avril mai juin april juni juli marz mars mar august abril mayo junio agosto maio junho'.split(
    ' ',
  ),
);
const SPANS = new Set(
  'from to by for since until till in of on von bis fur im ab am seit de depuis en para hasta desde em ate before after'.split(
    ' ',
  ),
);
/** "im Mai", "en abril". */
export const isMonthOf = (scan: Scan, part: NamePart, before: string): boolean =>
  MONTHS.has(scan.folded.slice(part.start, part.end)) && SPANS.has(before);

/** `São Paulo`, `San José`, `Sankt Pölten`. */
export const isTownOfSaint = ({ text }: Scan, part: NamePart): boolean =>
  /(?<!\p{L})(?:S[ãa]o|Santo|Santa|San|Sankt|Sint|Sveti|Szent) $/u.test(
    text.slice(Math.max(0, part.start - 7), part.start),
  );

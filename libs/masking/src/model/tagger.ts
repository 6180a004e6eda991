import type { Range } from '../digit-run.ts';
import type { Finding, Scan } from '../scan.ts';
import type { PiiType } from '../types.ts';
import { speaksOfAccess } from './access-words.ts';
import { toMarginals } from './chain.ts';
import { doubtOf, edgeOf, NOBODY_HERE } from './doubt.ts';
import { FEATURES_MAX, featuresOf } from './features.ts';
import { LABELS, WIDTH } from './labels.ts';
import { isNobodys } from './nobodys.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { Reading } from './reading.ts';
import { Gap, isNumber, isWord, shapeOfMark } from './tokens.ts';
import type { Weights } from './weights.ts';

/**
 * From which probability on a word or number that no rule found is masked as what it most likely is. Names are the
 * boldest guess; for what opens an account or a door less is enough. Chosen on tickets the tagger had not learnt from.
 */
const ENOUGH: Record<Exclude<(typeof LABELS)[number], undefined>, number> = {
  PERSON: 0.75,
  ADDRESS: 0.6,
  PHONE: 0.4,
  NATIONAL_ID: 0.5,
  PASSPORT: 0.4,
  BANK_ACCOUNT: 0.4,
  DOB: 0.4,
  PASSWORD: 0.18,
  SECRET: 0.45,
  CREDIT_CARD: 0.4,
  CARD_EXPIRY: 0.3,
  CARD_CVV: 0.8,
  EMAIL: 0.5,
  IBAN: 0.5,
  GEO: 0.85,
};
/** The same for a password that is a word and stands alone: most of these are none. */
const ENOUGH_WORD = 0.35;

/** The same for a password where nobody speaks of getting in: numbers of shops and forms look like codes, too. */
const ENOUGH_ELSEWHERE = 0.5;

function enoughAt(reading: Reading, index: number, place: number): number {
  const type = likeliest(place);
  if (type !== 'PASSWORD' || beliefAt(place) < ENOUGH.PASSWORD || beliefAt(place) >= ENOUGH_ELSEWHERE)
    return ENOUGH[type];
  const { scan, shapes, chunks, starts, ends } = reading;
  if (!speaksOfAccess(scan.folded, starts[index] as number, ends[index] as number)) return ENOUGH_ELSEWHERE;
  return chunks[index] === 0 && isWord(shapes[index] as number) ? ENOUGH_WORD : ENOUGH.PASSWORD;
}

/** The same for what goes on in the same line, right beside a word or number that is masked as such: the rest of a name, of a phrase. */
const ENOUGH_BESIDE: Partial<typeof ENOUGH> = { PERSON: 0.3, PASSWORD: 0.05 };

/** Two capitalised neighbours are a name from so much on together, and no less than this each. */
const PAIR = 0.7;
const PAIR_LEAST = 0.15;

/** The longest word or number, in UTF-16 units, about which the tagger has an opinion: it has not met longer ones. */
const LONGEST = 48;

const rows = new Int32Array(FEATURES_MAX);
let scores = new Float64Array(WIDTH * 256);

/** What is found in a text, and where somebody may be called by a name that the text shows elsewhere. */
export interface Correction {
  findings: Finding[];
  /** False where a stretch of the text is next to surely nobody's name. */
  mayBeSomebody: (range: Range) => boolean;
}

/**
 * What the rules found, corrected by a tagger that has learnt from labelled tickets: it adds what no rule knows, and takes
 * back words that only looked like a name. All else that a rule found stands.
 *
 * @param findings in the order of the text, without overlaps
 * @param caution how much surer than usual the tagger must be, from -1 to 1
 */
export function corrected(scan: Scan, findings: readonly Finding[], weights: Weights, caution = 0): Correction {
  const reading = new Reading(scan, findings);
  const spans: Finding[] = [];
  const doubted = new Set<Finding>();
  const isNobody = new Uint8Array(reading.count);
  for (const paragraph of paragraphsOf(reading)) {
    score(reading, paragraph, weights);
    const masked = paragraph.labelled.map((index, place) => {
      if (lengthOf(reading, index) > LONGEST) return false;
      return reading.found[index] !== 0 || beliefAt(place) >= enoughAt(reading, index, place) + caution;
    });
    pairUp(reading, paragraph.labelled, masked);
    goOn(reading, paragraph.labelled, masked);
    takeBack(reading, paragraph, masked, doubted);
    settleCodes(reading, paragraph.labelled, masked);
    join(reading, paragraph.labelled, masked, doubted, spans);
    for (const [place, index] of paragraph.labelled.entries())
      if (!masked[place] && beliefAt(place) < NOBODY_HERE) isNobody[index] = 1;
  }
  const values = spans.filter((span) => !isNobodys(scan, span));
  return {
    findings: [...findings.filter((finding) => !doubted.has(finding)), ...values],
    mayBeSomebody: (range) => reading.tokensIn(range).some((index) => isNobody[index] === 0),
  };
}

/** Masks a given name and surname of which either alone says too little. */
function pairUp(reading: Reading, labelled: readonly number[], masked: boolean[]): void {
  const { starts, ends } = reading;
  for (let right = 1; right < labelled.length; right += 1) {
    const left = right - 1;
    const gap = (starts[labelled[right] as number] as number) - (ends[labelled[left] as number] as number);
    const [one, other] = [beliefAt(left), beliefAt(right)];
    if (gap !== 1 || one + other < PAIR || Math.min(one, other) < PAIR_LEAST) continue;
    if (mayBeName(reading, labelled, left) && mayBeName(reading, labelled, right)) masked[left] = masked[right] = true;
  }
}

/** What may stand between the words of a phrase, and between those of a name: beside hyphens names stand in codes. */
const JOINS: Partial<Record<PiiType, RegExp>> = { PASSWORD: /^[ '’_.-]?$/, PERSON: /^ $/ };

/** Masks what goes on beside a masked value, in either direction. */
function goOn(reading: Reading, labelled: readonly number[], masked: boolean[]): void {
  const { starts, ends, found, scan } = reading;
  const extend = (left: number, right: number, place: number): void => {
    const beside = left + right - place;
    const index = labelled[place] as number;
    if (masked[place] || !masked[beside] || found[index] !== 0) return;
    const type = likeliest(place);
    if (type !== likeliest(beside) || beliefAt(place) < (ENOUGH_BESIDE[type] ?? 1)) return;
    const gap = scan.text.slice(ends[labelled[left] as number], starts[labelled[right] as number]);
    if (lengthOf(reading, index) <= LONGEST && JOINS[type]?.test(gap)) masked[place] = true;
  };
  for (let place = 1; place < labelled.length; place += 1) extend(place - 1, place, place);
  for (let place = labelled.length - 2; place >= 0; place -= 1) extend(place, place + 1, place);
}

/** A capitalised word that no rule found and that is a name if it is anything. */
function mayBeName(reading: Reading, labelled: readonly number[], place: number): boolean {
  const index = labelled[place] as number;
  const length = lengthOf(reading, index);
  const isOfUse = length > 1 && length <= LONGEST && reading.found[index] === 0;
  const first = reading.scan.text[reading.starts[index] as number] as string;
  return isOfUse && /\p{Lu}/u.test(first) && likeliest(place) === 'PERSON';
}

/** Unmasks, of what rules found, what the tagger takes for something else, and notes which findings are no longer whole. */
function takeBack(reading: Reading, paragraph: Paragraph, masked: boolean[], doubted: Set<Finding>): void {
  const { labelled } = paragraph;
  for (let first = 0, end = 0; first < labelled.length; first = end) {
    const rule = reading.ruleAt(labelled[first] as number);
    for (end = first + 1; end < labelled.length && rule && reading.ruleAt(labelled[end] as number) === rule; ) end += 1;
    const least = rule && doubtOf(reading.scan, rule);
    if (!rule || least === undefined || !isInside(reading, paragraph, rule)) continue;
    for (let place = first; place < end; place += 1) masked[place] = beliefAt(place) >= least;
    fill(masked, first, end, rule.type === 'ADDRESS');
    if (rule.type === 'PERSON') cut(masked, first, end, edgeOf(least));
    if (masked.slice(first, end).includes(false)) doubted.add(rule);
  }
}

/** A name is a value as a whole, or none; an address may end sooner, but has no gaps. */
function fill(masked: boolean[], first: number, end: number, hasEdges: boolean): void {
  const from = masked.indexOf(true, first);
  if (from < 0 || from >= end) return;
  masked.fill(true, hasEdges ? from : first, hasEdges ? masked.lastIndexOf(true, end - 1) + 1 : end);
}

/** Unmasks the words at either end of a name that are surely none: `Treasury, Demelza Trescothick`. */
function cut(masked: boolean[], first: number, end: number, edge: number): void {
  let from = first;
  while (from < end && beliefAt(from) < edge) from += 1;
  // What is kept as a whole although every word of it is doubtful has no edges.
  if (from === end) return;
  masked.fill(false, first, from);
  for (let place = end - 1; beliefAt(place) < edge; place -= 1) masked[place] = false;
}

const isInside = ({ starts, ends }: Reading, { first, last }: Paragraph, { start, end }: Finding): boolean =>
  start >= (starts[first] as number) && end <= (ends[last] as number);

const lengthOf = ({ starts, ends }: Reading, index: number): number =>
  (ends[index] as number) - (starts[index] as number);

const beliefAt = (place: number): number => 1 - (scores[place * WIDTH] as number);

/** Neighbours of one type become one finding, with the marks between them; what stands by rule is not found again. */
function join(
  reading: Reading,
  labelled: readonly number[],
  masked: readonly boolean[],
  doubted: ReadonlySet<Finding>,
  spans: Finding[],
): void {
  let open: Finding | undefined;
  for (const [place, index] of labelled.entries()) {
    const rule = reading.ruleAt(index);
    if (!masked[place] || (rule && !doubted.has(rule))) {
      open = undefined;
      continue;
    }
    const type = rule?.type ?? likeliest(place);
    const end = reading.ends[index] as number;
    if (open && open.type === type) open.end = end;
    else {
      open = { start: reading.starts[index] as number, end, type };
      spans.push(open);
    }
  }
}

/** What may hold a code together. */
const INSIDE_CODES = new Set(Array.from('-._/:@+#~*=', shapeOfMark));
/** From which share of its letters and digits on a code is masked whole; below, not at all. */
const MOSTLY = 0.6;
/** The least letters of a name that is masked inside a code: names stand in paths. */
const NAME_LEAST = 3;

/** A code with digits (`26-55-0138842-0`) is a value or none; what the tagger believes of its middle alone is chance. */
function settleCodes(reading: Reading, labelled: readonly number[], masked: boolean[]): void {
  const { shapes } = reading;
  const lengthAt = (place: number) => lengthOf(reading, labelled[place] as number);
  for (let first = 0, end = 0; first < labelled.length; first = end) {
    for (
      end = first + 1;
      end < labelled.length && holdTogether(reading, labelled[end - 1] as number, labelled[end] as number);
    )
      end += 1;
    if (end - first < 2) continue;
    let all = 0;
    let on = 0;
    let isCode = false;
    for (let place = first; place < end; place += 1) {
      all += lengthAt(place);
      if (masked[place]) on += lengthAt(place);
      if (isNumber(shapes[labelled[place] as number] as number)) isCode = true;
      if (reading.found[labelled[place] as number] !== 0) on = Number.NaN;
    }
    if (!isCode || !(on > 0 && on < all)) continue;
    const whole = on >= all * MOSTLY;
    for (let place = first; place < end; place += 1) {
      const isName = lengthAt(place) >= NAME_LEAST && likeliest(place) === 'PERSON';
      if (whole || !isName) masked[place] = whole;
    }
  }
}

/** Nothing but marks of a code, and no gap, stands between two tokens. */
function holdTogether({ gaps, shapes }: Reading, left: number, right: number): boolean {
  for (let index = left + 1; index <= right; index += 1) {
    if (gaps[index] !== Gap.none) return false;
    if (index < right && !INSIDE_CODES.has(shapes[index] as number)) return false;
  }
  return true;
}

function score(reading: Reading, { first, last, labelled }: Paragraph, weights: Weights): void {
  if (scores.length < labelled.length * WIDTH) scores = new Float64Array(labelled.length * WIDTH * 2);
  weights.begin(labelled.length);
  for (let place = 0; place < labelled.length; place += 1) {
    const size = featuresOf(reading, labelled[place] as number, first, last, rows);
    weights.add(rows, size, scores, place);
  }
  weights.finish(scores, labelled.length);
  toMarginals(scores, labelled.length, weights.transitions);
}

function likeliest(place: number): keyof typeof ENOUGH {
  let best = 1;
  for (let label = 2; label < WIDTH; label += 1)
    if ((scores[place * WIDTH + label] as number) > (scores[place * WIDTH + best] as number)) best = label;
  return LABELS[best] as keyof typeof ENOUGH;
}

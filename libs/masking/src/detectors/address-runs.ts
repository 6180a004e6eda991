import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';
import { growRight, isTechnicalWord } from './address-parts.ts';
import {
  bare,
  isBeside,
  isInside,
  isKnown,
  isNumber,
  isStreetAfter,
  isStreetBefore,
  scoreOf,
  Word,
  type Words,
  wordsIn,
} from './address-words.ts';
import { BESIDE, LINKS, PLACES, STREETS_AFTER, STREETS_BEFORE, STREETS_MIDDLE, UNITS } from './place-words.ts';

/** Words of any kind from which an address is looked for; the shortest only lie beside others. */
const ANCHORS = new WordSet(
  [...STREETS_AFTER, ...STREETS_BEFORE, ...STREETS_MIDDLE, ...UNITS, ...PLACES].filter(
    (word) => /^\p{L}{2,}$/u.test(word) && !LINKS.includes(word) && !BESIDE.includes(word),
  ),
);

const BEFORE = 140;
const AFTER = 180;
/** More words in a row belong to no address that anyone wrote. */
const FAILURES_MAX = 12;
/** What no address goes across: lines, fields, quotes of a value, the colon of a label, the end of a sentence. */
const HARD_STOP = /[\x7f\t|<>{}=;\n。]|\/\/|["'](?= ?[,:)\]}])|(?<=[,:([{=] ?)["']|:(?= )|[?!](?= )|\.(?= |$)/gu;
const SEGMENT = /[^,،、()/–—·፣၊]+(?:\/(?=\S)[^,،、()/–—·፣၊ ]+)*/gu;

interface Segment {
  start: number;
  end: number;
}

/** One stretch of words that can all stand in an address, and how much they say that it is one. */
interface Stretch extends Segment {
  score: number;
  /** It holds a number. */
  numbered: boolean;
  /** The stretch is the whole segment. */
  whole: boolean;
}

/**
 * Addresses read part by part, in any language: a street with its number, a unit, an estate, a landmark and a postcode
 * each say a little, and two of them beside one another say enough. Reads around words of {@link PLACES} and their like.
 */
export const addressRuns: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  let done = 0;
  let failures = 0;
  let last = 0;
  for (let token = 0; token < tokens.count; token += 1) {
    const at = tokens.starts[token] as number;
    if (at < done || !ANCHORS.hasId(tokens.ids[token] as number)) continue;
    if (at > last + AFTER) failures = 0;
    // Attackers repeat these words: where many of them made no address, one in half a reach is tried.
    if (failures >= FAILURES_MAX && at < last + AFTER / 2) continue;
    const run = readRun(scan, at, done);
    if (!run) {
      failures += 1;
      last = at;
      continue;
    }
    failures = 0;
    done = run.end;
    findings.push({ start: run.start, end: growRight(text, run.end), type: 'ADDRESS' });
  }
};

/** Words that say, before an address, that one follows. */
const SAYS_ADDRESS =
  /(?:\b(?:addr\w*|adres\w*|anschrift|indirizzo|direcci\w+|endere\w+|morada|lives?|living|resid\w+|r\/o|domicil\w*|stay(?:s|ing)?|located|location|property|premises|rents?|renting|lodg\w+|moved to|deliver\w*|dropped|forward\w*|wohn\w+|habit\w+|vivo|vive|vivimos|moro|mora|abit\w+|bor|bo\w?nde|mieszka\w*|byd\w+|byva\w*|lakik|lakcim\w*|locui\w+|tinggal|rumah|nakatira|alamat|niko|nimehamia|seoladh|heimili|bustad|osoite)|адрес\w*|живу|живет|проживаю\w*|прожива\w+|прописк\w+|живе\w*|мешка\w+|העברה|גר|גרה|כתובת|عنوان\w*|العنوان|ساكن|بيتنا|آدرس|پتہ|पता|पते)[^,;\n]{0,14}$/u;

function readRun(scan: Scan, anchor: number, floor: number): Segment | undefined {
  const { text, folded } = scan;
  const [low, high] = bounds(text, anchor, floor);
  const segments = [...text.slice(low, high).matchAll(SEGMENT)].map(({ index, 0: part }) => ({
    start: low + index,
    end: low + index + part.length,
  }));
  const own = segments.findIndex(({ start, end }) => start <= anchor && anchor < end);
  if (own < 0) return undefined;
  const centre = stretchAround(text, segments[own] as Segment, anchor);
  if (!centre || centre.score === 0) return undefined;
  let { start, end, score, numbered } = centre;
  let plain = 0;
  for (let index = own + 1; index < segments.length && end === (segments[index - 1] as Segment).end; index += 1) {
    const next = stretchFrom(text, segments[index] as Segment);
    if (!next) break;
    plain += next.score < 0.5 ? 1 : 0;
    if (plain > 4) break;
    score += next.score;
    numbered ||= next.numbered;
    end = next.end;
    if (!next.whole) break;
  }
  const left: Stretch[] = [];
  for (let index = own - 1; index >= 0 && left.length < 5; index -= 1) {
    const reached = left.at(-1)?.start ?? start;
    if (reached > skipBlanks(text, (segments[index + 1] as Segment).start)) break;
    const last = stretchUpTo(text, segments[index] as Segment);
    if (!last) break;
    left.push(last);
    if (!last.whole) break;
  }
  const cued = () =>
    SAYS_ADDRESS.test(folded.slice(Math.max(0, (left.at(-1)?.start ?? start) - 40), left.at(-1)?.start ?? start));
  const said = cued();
  while (!said && left.length > 0 && (left.at(-1) as Stretch).score < 0.5) left.pop();
  const first = left.at(-1);
  if (first) start = first.start;
  for (const part of left) {
    score += part.score;
    numbered ||= part.numbered;
  }
  if (said || SAYS_ADDRESS.test(folded.slice(Math.max(0, start - 40), start))) score += 1;
  if (score < 2 || (!numbered && score < 2.5)) return undefined;
  const whole = text.slice(start, end);
  // "Building B, floor 3, room 312": inside a house that nobody names.
  if (!said && wordsIn(text, { start, end }).every(isInside)) return undefined;
  if (whole.split(/[ ,]+/).some(isTechnicalWord) || /@|:\/\/|[$%]/.test(whole)) return undefined;
  return { start, end };
}

function bounds(text: string, anchor: number, floor: number): [number, number] {
  const from = Math.max(floor, anchor - BEFORE);
  const to = Math.min(text.length, anchor + AFTER);
  const stops: (readonly [at: number, stop: string])[] = [];
  let high = to;
  eachStop(text.slice(from, to), (index, stop) => {
    const at = from + index;
    if (at < anchor) stops.push([at, stop]);
    else if (isStop(text, at, stop)) high = at;
    return high === to;
  });
  const before = stops.findLast(([at, stop]) => at + stop.length <= anchor && isStop(text, at, stop));
  return [before ? before[0] + before[1].length : from, high];
}

/** Calls `found` for every stop until it gives false. */
function eachStop(text: string, found: (index: number, stop: string) => boolean): void {
  HARD_STOP.lastIndex = 0;
  for (let match = HARD_STOP.exec(text); match; match = HARD_STOP.exec(text)) {
    if (!found(match.index, match[0])) return;
  }
}

const isStop = (text: string, at: number, stop: string): boolean =>
  stop === '.' ? !isAbbreviation(text, at) : stop !== '\n' || !isMidStreet(text, at);

/** `ul.⏎Marszałkowska 180`, `161 Maple⏎Drive`: a line that breaks between a street and its name. */
function isMidStreet(text: string, at: number): boolean {
  const last = /(?:^|\s)(\p{L}{2,8})\.?$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1];
  if (last && isStreetBefore(foldText(last)) && /^\p{Lu}/u.test(text.slice(at + 1, at + 3))) return true;
  const next = /^\p{Lu}\p{L}{1,10}(?=[,. \n]|$)/u.exec(text.slice(at + 1, at + 13))?.[0];
  return (
    next !== undefined &&
    isStreetAfter(foldText(next)) &&
    /[0-9] \p{Lu}[\p{L} ]{1,24}$/u.test(text.slice(Math.max(0, at - 32), at))
  );
}

/** `St.`, `Dist.`, `3. emelet`: a full stop that ends no sentence. */
function isAbbreviation(text: string, stop: number): boolean {
  const word = /[\p{L}\p{M}]{1,14}$|[0-9]{1,4}$/u.exec(text.slice(Math.max(0, stop - 14), stop))?.[0] ?? '';
  if (/^[0-9]/.test(word)) return isKnown(bare(/^ (\S{1,20})/u.exec(text.slice(stop + 1, stop + 22))?.[1] ?? ''));
  return (
    word !== '' && !ENDING.has(foldText(word)) && (word.length < 3 || (word.length < 8 && isKnown(foldText(word))))
  );
}
/** Short words that do end sentences. */
const ENDING = new Set(
  'street lane road drive court place square close row hill walk loop gate park house flat ok no ta it us me so up in on mo po na si ja oui non sim nie ne da hai yes'.split(
    ' ',
  ),
);

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ' || text[at] === '"' || text[at] === "'") at += 1;
  return at;
};

/** Small words, never the beginning of a name, before which a sentence ends. */
const PREPOSITION = /^(?:a|at|in|to|is|on|sa|na|en|em|no|à|au|w|в|на|i|u|v|í|di|ke|în|la|to|kwa)$/;
/** What a sentence or a field before an address begins with. */
const STARTS =
  /^(?:domicil\w*|resid\w*|liv\w*|stay\w*|nakatira|nimehamia|adress?e?|addr|site|ساكن|بيتنا|resguardo|ulica:?|mieszkam|wohnhaft|deliver\w*|ship|his|her|my|our|their|from|domicilio|bairro)$/;
const isUntold = (words: Words): boolean =>
  words.every(({ kind }) => kind === Word.plain || kind === Word.link) && words.some(({ kind }) => kind === Word.plain);

function stretchOf(words: Words, from: number, to: number): Stretch | undefined {
  let [first, last] = [from, to];
  // Small words at the edges belong to the sentence.
  while (
    first < last &&
    (words[first] as Words[number]).kind === Word.link &&
    !/^[#0-9"'«\p{Lu}]/u.test((words[first] as Words[number]).word)
  )
    first += 1;
  while (last > first && (words[last] as Words[number]).kind === Word.link) last -= 1;
  // "Resides at Stand 4402": the sentence ends with the small word; a script without capitals shows no other end.
  for (let at = Math.min(last - 1, first + 3); at > first; at -= 1) {
    if (PREPOSITION.test((words[at] as Words[number]).word) && isUntold(words.slice(first, at))) first = at + 1;
  }
  const caseless = /^[\u0590-\u06ff\u0900-\u0dff]/u.test((words[first] as Words[number]).word);
  if (caseless && last - first > 2)
    while (first < last && (words[first] as Words[number]).kind === Word.plain) first += 1;
  const own = words.slice(first, last + 1);
  const head = own.find(({ word }, index) => index > 1 || !STARTS.test(foldText(word)));
  const tail = own.at(-1);
  if (!head || !tail) return undefined;
  return {
    start: head.start,
    end: tail.end,
    score: scoreOf(own),
    numbered: own.some(({ word }) => /[0-9]/.test(word)),
    whole: first === 0 && last === words.length - 1,
  };
}

function stretchAround(text: string, segment: Segment, anchor: number): Stretch | undefined {
  const words = wordsIn(text, segment);
  const own = words.findIndex(({ start, end }) => start <= anchor && anchor < end);
  if (own < 0 || (words[own] as Words[number]).kind === Word.bad) return undefined;
  let [from, to] = [own, own];
  while (from > 0 && (words[from - 1] as Words[number]).kind !== Word.bad) from -= 1;
  while (to < words.length - 1 && (words[to + 1] as Words[number]).kind !== Word.bad) to += 1;
  return stretchOf(words, from, to);
}

/** The words a segment begins with; after "near" and its like, small words belong to a landmark. */
function stretchFrom(text: string, segment: Segment): Stretch | undefined {
  const words = wordsIn(text, segment);
  if (words.length === 0) return undefined;
  const landmark = isBeside(bare((words[0] as Words[number]).word)) && words.length > 1 && words.length < 8;
  if (landmark) {
    const own = stretchOf(words, 0, words.length - 1);
    return own && { ...own, start: (words[0] as Words[number]).start, score: 1 };
  }
  let to = 0;
  while (to < words.length && (words[to] as Words[number]).kind !== Word.bad) to += 1;
  if (to === 0) return undefined;
  const own = stretchOf(words, 0, to - 1);
  if (own && own.start > (words[0] as Words[number]).start) return undefined;
  if (words.slice(0, to).filter(isNumber).length > 2) return undefined;
  return own && /[\p{Lu}\p{Lo}0-9]/u.test(text.slice(own.start, own.end)) ? own : undefined;
}

function stretchUpTo(text: string, segment: Segment): Stretch | undefined {
  const words = wordsIn(text, segment);
  let from = words.length;
  while (from > 0 && (words[from - 1] as Words[number]).kind !== Word.bad) from -= 1;
  const own = from === words.length ? undefined : stretchOf(words, from, words.length - 1);
  // Of numbers alone only that of a house stands before its street.
  return own && (own.score !== 0.5 || /^[0-9]{1,5}\p{L}?$/u.test(text.slice(own.start, own.end))) ? own : undefined;
}

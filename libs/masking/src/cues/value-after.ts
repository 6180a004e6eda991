import type { Scan } from '../scan.ts';
import { isDigit, isGap, isLetter, isUnspaced } from '../text/characters.ts';
import { BARRIER } from '../text/normalise.ts';
import type { Cue } from './find-cues.ts';

/** Where a value begins after its cue, and whether `:` or `=` said so. */
export interface ValueStart {
  at: number;
  explicit: boolean;
  /** A small word such as "is" stood between. */
  linked: boolean;
}

const LINKS = new Set(
  'is was are be it its no nr nr. number num n of the my for on at ist war lautet lautete ware est etait es era e sa jest to byl byla bylo on mi moja moj il la le lo der die das den dem do da de du van het och ar er on om je bol bola este era este va ini adalah la co to est som ved under au al numer номер это был была є це був هو هي كان है हैं था नंबर संख्या är mijn meu minha mon ma son sein ihr ihre her his our mou einai mitt mit min mine moje moje ditt cua toi ta zijn haar ons bol bola bolo buvo oli fost bil bila bilo sono miin minu mano man era foi var var kaoud'.split(
    ' ',
  ),
);

/** Particles that follow a cue in scripts without spaces. */
const PARTICLES = 'はがをのも是为為係은는이가를을의คือ';
const LEAD_IN = ':=-–>"\'`([{#*|,.?!/\\;_';
const REACH = 48;

/** Skips punctuation, one line break, particles and up to three small words; undefined at a placeholder or the end. */
export function valueStart(scan: Scan, cue: Cue): ValueStart | undefined {
  const { text } = scan;
  const limit = Math.min(text.length, cue.end + REACH);
  let explicit = false;
  let breaks = 0;
  let links = 0;
  for (let at = cue.end; at < limit; ) {
    const character = text[at] as string;
    if (character === BARRIER) return undefined;
    if (isGap(text.charCodeAt(at))) {
      if (character === '\n') breaks += 1;
      if (breaks > 1) return undefined;
      at += 1;
    } else if (LEAD_IN.includes(character)) {
      if (character === ':' || character === '=') explicit = true;
      at += 1;
    } else if (PARTICLES.includes(character)) {
      links += 1;
      at += 1;
    } else {
      const end = wordEnd(text, at);
      const word = scan.folded.slice(at, end);
      const bounded = end >= text.length || !isDigit(text.charCodeAt(end));
      if (!explicit && links < 3 && end > at && bounded && LINKS.has(word)) {
        links += 1;
        at = end;
      } else {
        return { at, explicit, linked: links > 0 };
      }
    }
  }
  return undefined;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isLetter(text.charCodeAt(end)) && !isUnspaced(text.charCodeAt(end))) end += 1;
  return end;
}

/** End of the run without spaces that begins at `at`, as secrets and passwords are written; at most 4,096 units. */
export function opaqueEnd(scan: Scan, at: number): number {
  const { text, opaqueRun } = scan;
  if (at < opaqueRun.start || at >= opaqueRun.end) {
    opaqueRun.start = at;
    opaqueRun.end = runEnd(scan, at);
  }
  let end = Math.min(opaqueRun.end, at + 4_096);
  const floor = at + 1;
  while (end > floor && '.,;:)]}"\'`>'.includes(text[end - 1] as string)) end -= 1;
  return end;
}

function runEnd(scan: Scan, at: number): number {
  const { text } = scan;
  let end = at;
  // `&email=…` begins the next parameter of a query.
  while (
    end < text.length &&
    isOpaque(scan, end) &&
    !(text[end] === '&' && /^&[A-Za-z_][\w.-]{0,40}=/.test(text.slice(end, end + 44)))
  )
    end += 1;
  return end;
}

/** Full-width punctuation and letters of unspaced scripts end a value; so do quotes and angle brackets. */
function isOpaque(scan: Scan, at: number): boolean {
  const code = scan.text.charCodeAt(at);
  if (isGap(code) || code === BARRIER.charCodeAt(0) || isUnspaced(code)) return false;
  const character = scan.text[at] as string;
  if ('"<>`'.includes(character)) return false;
  const written = scan.original.charCodeAt(scan.starts[at] as number);
  return (
    !(written >= 0x3000 && written <= 0x303f) &&
    !(written >= 0xff00 && written <= 0xff65 && !isDigit(code) && !isLetter(code))
  );
}

const GROUP_SEPARATORS = ' .-/,';

const DISTANCE = 48;

/** Where a value begins after "the password of the test account:": words only, then a colon, on the cue's line. */
export function distantColon(scan: Scan, cue: Cue): number | undefined {
  const between = /^[\p{L}\p{M} '’()-]{1,48}[:=]/u.exec(scan.text.slice(cue.end, cue.end + DISTANCE + 1));
  return between ? cue.end + between[0].length : undefined;
}

/**
 * The identifier that follows a cue: groups of letters and digits with single separators, at least `minDigits` digits,
 * at most 34 characters; up to three words may stand before it. Undefined where none follows.
 */
export function identifierAfter(
  scan: Scan,
  cue: Cue,
  minDigits: number,
  maxWords = 3,
): { start: number; end: number } | undefined {
  const { text } = scan;
  const limit = Math.min(text.length, cue.end + REACH * 2);
  const colon = distantColon(scan, cue);
  let words = 0;
  let lines = 0;
  for (let at = colon ?? cue.end; at < limit; ) {
    const code = text.charCodeAt(at);
    if (text[at] === BARRIER) return undefined;
    if (text[at] === '\n') lines += 1;
    // The other heads of a table stand between: `cuil;cbu;date`.
    if (lines > 1 || (words > 0 && ';|\t'.includes(text[at] as string))) return undefined;
    if (!isDigit(code) && !isLetter(code)) {
      at += 1;
      continue;
    }
    const value = readIdentifier(text, at, minDigits);
    if (value) return { start: at, end: value };
    const end = chunkEnd(text, at);
    words += isUnspaced(code) ? 0 : 1;
    if (words > maxWords || (digitsIn(text, at, end) > 0 && !scan.folded.slice(at, end).startsWith('no')))
      return undefined;
    at = end;
  }
  return undefined;
}

function chunkEnd(text: string, at: number): number {
  const unspaced = isUnspaced(text.charCodeAt(at));
  let end = at;
  while (end < text.length && end - at < 64) {
    const code = text.charCodeAt(end);
    if (!isDigit(code) && !isLetter(code)) break;
    if (isUnspaced(code) !== unspaced) break;
    end += 1;
  }
  return end;
}

function digitsIn(text: string, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1;
  return digits;
}

/** End of an identifier that begins at `at`, or undefined where it has too few digits. */
function readIdentifier(text: string, at: number, minDigits: number): number | undefined {
  let end = at;
  let from = at;
  let size = 0;
  for (;;) {
    const chunk = chunkEnd(text, from);
    const length = chunk - from;
    const hasDigits = digitsIn(text, from, chunk) > 0;
    const short = length <= 3 && text.slice(from, chunk) === text.slice(from, chunk).toUpperCase();
    if (length === 0 || size + length > 34 || !(hasDigits || (short && !isUnspaced(text.charCodeAt(from))))) break;
    size += length;
    end = chunk;
    if (!GROUP_SEPARATORS.includes(text[chunk] ?? '\n')) break;
    from = chunk + 1;
  }
  end = dropTrailingLetters(text, at, end);
  return end > at && digitsIn(text, at, end) >= minDigits ? end : undefined;
}

/** `123 456 IT` ends with its digits; `12 34 56 C` and `45612378A` keep the check letter. */
function dropTrailingLetters(text: string, start: number, end: number): number {
  let cut = end;
  while (cut > start && isLetter(text.charCodeAt(cut - 1))) cut -= 1;
  return end - cut > 1 && ' '.includes(text[cut - 1] ?? '') ? cut - 1 : end;
}

import type { Cue } from '../cues/find-cues.ts';
import { valueStart } from '../cues/value-after.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { streetPatterns } from './streets.ts';

const SEGMENT = /^[^,.;:\n()<>"\ue000]{2,44}/u;
const UNIT = /^(?: ?m\.| ?кв\.| ?lok\.| ?apt\.?| ?bis| ?\/) ?[0-9]{1,4}/iu;
const SEGMENTS_MAX = 5;

/** Street addresses, followed through floor, postcode, town and country as far as the segments look like one. */
export const addresses: Detector = (scan, findings) => {
  for (const street of streetPatterns(scan)) {
    eachMatch(street, scan.text, (match) => {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      findings.push({ start, end: extend(scan.text, match.index + match[0].trimEnd().length), type: 'ADDRESS' });
    });
  }
};

function extend(text: string, from: number): number {
  let end = from + (UNIT.exec(text.slice(from, from + 16))?.[0].length ?? 0);
  for (let segments = 0; segments < SEGMENTS_MAX; segments += 1) {
    const joint =
      /^(?: ?[,،-] ?\n?|\n(?=[0-9]{4,6} \p{Lu})| (?=[0-9]{4,5} ?(?:\p{Lu}{2} )?\p{Lu})| (?=\p{Lu}{1,2}[0-9]))/u.exec(
        text.slice(end, end + 24),
      );
    if (!joint || joint[0] === '') break;
    const segment = SEGMENT.exec(text.slice(end + joint[0].length, end + joint[0].length + 48))?.[0] ?? '';
    const part = addressPart(segment);
    if (part === 0) break;
    end += joint[0].length + part;
    if (part < segment.trimEnd().length) break;
  }
  return end;
}

const PART_WORD =
  /^(?:[0-9][0-9\p{L}/-]{0,9}|\p{Lu}{1,2}[0-9][0-9A-Z]?|\p{Lu}[\p{L}\p{M}'-]{0,24}|-|–|de|do|da|del|di|am|an|der|la|le|sur|apto|apt|piso|floor|suite|unit|flat|room|кв|д|г|м|буд|phường|quận|tp|th|n|º|ª|층|etage|stock|og|[\u0600-\u06ff\u0900-\u097f]{1,20})$/u;

/** How much of a segment belongs to an address: its leading words, if a number or a capital is among them. */
function addressPart(segment: string): number {
  let length = 0;
  let telling = false;
  for (const word of segment.split(/(?<= )/u)) {
    const bare = word.trim();
    if (!PART_WORD.test(bare)) break;
    length += word.length;
    telling ||= /[0-9\p{Lu}\u0600-\u06ff\u0900-\u097f]/u.test(bare);
  }
  return telling ? segment.slice(0, length).trimEnd().length : 0;
}

/** A full stop after a number or a word of four letters: `ul.`, `St.` and `apt.` go on. */
const SENTENCE_END = /(?<=[\p{L}\p{M}]{4}|[0-9])\.(?= [\p{Lu}\p{Lo}]|\s?$)/u;
const ADDRESS_LINE_MAX = 140;

/** The rest of the line after "Address:" and its translations, where a number or a comma shows that it is one. */
export function cuedAddress(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  const rest = scan.text.slice(begin.at, begin.at + ADDRESS_LINE_MAX);
  const line = (/^[^\n;"<>{}()\ue000|=]{4,}/u.exec(rest)?.[0] ?? '').split(SENTENCE_END)[0] as string;
  const trimmed = ownSegments(line)
    .trimEnd()
    .replace(/[,.،]$/, '');
  if (trimmed.length < 5 || trimmed.includes('@') || /^(?:https?:|[0-9]{1,3}\.[0-9]{1,3}\.)/.test(trimmed))
    return undefined;
  const numbered = /[0-9]/.test(trimmed) && /\p{L}{2}/u.test(trimmed);
  const shaped = /^[\p{Lu}\p{Lo}0-9]/u.test(trimmed) || begin.explicit;
  const worded = /[ ,、]/.test(trimmed) || /[\u3040-\u9fff\uac00-\ud7af]/.test(trimmed);
  return numbered && shaped && worded && !/^[0-9a-f:]{10,}$/i.test(trimmed)
    ? { start: begin.at, end: begin.at + trimmed.length, type: 'ADDRESS' }
    : undefined;
}

/** The leading comma-separated segments up to the first after a number that does not look like part of an address. */
function ownSegments(line: string): string {
  let kept = '';
  for (const segment of line.split(/(?<=[,،、])/u)) {
    const words = segment
      .replace(/[,،、]/gu, '')
      .trim()
      .split(' ');
    if (/[0-9]/.test(kept) && !words.every((word) => PART_WORD.test(word) || /^[0-9]|^\p{L}{1,5}\.$/u.test(word)))
      break;
    kept += segment;
  }
  return kept;
}

/** A postcode after its cue. */
export function cuedPostcode(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  const match =
    begin && /^[0-9A-Z]{2,5}(?:[ -][0-9A-Z]{2,4})?(?![0-9A-Za-z])/.exec(scan.text.slice(begin.at, begin.at + 12));
  return begin && match && /[0-9]{2}|[0-9][A-Z]/.test(match[0])
    ? { start: begin.at, end: begin.at + match[0].length, type: 'ADDRESS' }
    : undefined;
}

import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { Feature } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';

const PAIR =
  /(?<![0-9A-Za-z.])[-+]?[0-9]{1,2}\.[0-9]{3,8}\s?°?\s?[NSns]?\s?[,;/ ]\s?[-+]?[0-9]{1,3}\.[0-9]{3,8}(?:\s?°?\s?[EWOew](?![A-Za-z]))?(?![0-9A-Za-z]|\.[0-9])/g;
const DMS =
  /(?<![0-9A-Za-z])[0-9]{1,3}°\s?[0-9]{1,2}['′]\s?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?["″]\s?)?[NSEWO](?:[,; ]{0,2}[0-9]{1,3}°\s?[0-9]{1,2}['′]\s?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?["″]\s?)?[NSEWO])?/g;

/** Coordinates: decimal pairs with at least three decimals, and degrees with minutes. */
export const coordinates: Detector = ({ text, features }, findings) => {
  eachMatch(PAIR, text, (match) => {
    const [latitude = 99, longitude = 999] = (match[0].match(/[0-9]{1,3}\.[0-9]{1,8}/g) ?? []).map(Number);
    if (latitude <= 90 && longitude <= 180)
      findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' });
  });
  if ((features & Feature.degree) === 0) return;
  eachMatch(DMS, text, (match) =>
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' }),
  );
};

/** A single latitude or longitude after its cue. */
export function cuedCoordinate(scan: Scan, cue: Cue): Finding | undefined {
  const match = /^[\s:="']{1,4}([-+]?[0-9]{1,3}\.[0-9]{3,10})(?![0-9])/.exec(scan.text.slice(cue.end, cue.end + 24));
  if (!match) return undefined;
  const start = cue.end + match[0].length - (match[1] as string).length;
  return { start, end: cue.end + match[0].length, type: 'GEO' };
}

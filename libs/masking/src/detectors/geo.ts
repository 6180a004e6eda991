import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan, TextDetector } from '../scan.ts';
import { Feature } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';

const PAIR =
  /(?<![0-9A-Za-z.])[-+]?[0-9]{1,2}\.[0-9]{3,8}\s?°?\s?[NSns]?\s?[,;/ ]\s?[-+]?[0-9]{1,3}\.[0-9]{3,8}(?:\s?°?\s?[EWOew](?![A-Za-z]))?(?![0-9A-Za-z]|\.[0-9])/g;
const DMS =
  /(?<![0-9A-Za-z])[0-9]{1,3}°\s?[0-9]{1,2}['′]\s?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?["″]\s?)?[NSEWO](?:[,; ]{0,2}[0-9]{1,3}°\s?[0-9]{1,2}['′]\s?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?["″]\s?)?[NSEWO])?/g;

/** Degrees and decimal minutes or seconds behind the quarter: `N 58° 08.812' E 007° 59.604'`. */
const QUARTERED =
  /(?<![0-9A-Za-z])[NS]\s?[0-9]{1,2}°\s?[0-9]{1,2}(?:\.[0-9]{1,5})?['′]?(?:\s?[0-9]{1,2}(?:\.[0-9]{1,4})?["″])?[,; /]{1,3}[EWO]\s?[0-9]{1,3}°\s?[0-9]{1,2}(?:\.[0-9]{1,5})?['′]?(?:\s?[0-9]{1,2}(?:\.[0-9]{1,4})?["″])?/g;
/** Military grid references: zone, square, easting and northing: `31T BH 57103 26385`. */
const GRID =
  /(?<![0-9A-Za-z])(?:[1-9]|[1-5][0-9]|60)[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?(?:[0-9]{5} [0-9]{5}|[0-9]{4} [0-9]{4}|[0-9]{10})(?![0-9A-Za-z])/g;

/** Coordinates: decimal pairs with at least three decimals, and degrees with minutes. */
export const coordinates: Detector = ({ text, features }, findings) => {
  eachMatch(PAIR, text, (match) => {
    const [latitude = 99, longitude = 999] = (match[0].match(/[0-9]{1,3}\.[0-9]{1,8}/g) ?? []).map(Number);
    if (latitude <= 90 && longitude <= 180)
      findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' });
  });
  eachMatch(GRID, text, (match) =>
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' }),
  );
  if ((features & Feature.degree) === 0) return;
  eachMatch(QUARTERED, text, (match) =>
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' }),
  );
  eachMatch(DMS, text, (match) =>
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'GEO' }),
  );
};

/** A single latitude or longitude with its name, which tells as much as the number of decimals does. */
export function cuedCoordinate(scan: Scan, cue: Cue): Finding | undefined {
  const match = /^["']?[\s:=]{1,4}["']?([-+]?[0-9]{1,3}\.[0-9]{3,10})(?![0-9])/.exec(
    scan.text.slice(cue.end, cue.end + 24),
  );
  return match ? { start: cue.start, end: cue.end + match[0].length, type: 'GEO' } : undefined;
}

/** Open location codes: a full code, or a short one beside its town (Plus Codes). */
const PLUS_CODE = /(?<![0-9A-Za-z+])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![0-9A-Za-z+])/g;
/** `geo:` URIs (RFC 5870) and links of maps. */
const MAP_LINK =
  /(?:geo:|[?&](?:q|ll|center|daddr|saddr|destination|query|mlat)=|\/@|\/place\/|#map=[0-9]{1,2}\/)([-+]?[0-9]{1,2}\.[0-9]{2,10}(?:,|%2C|\/|&mlon=)[-+]?[0-9]{1,3}\.[0-9]{2,10})/g;

export const locationCodes: TextDetector = ({ text }, findings) => {
  if (text.includes('+')) {
    eachMatch(PLUS_CODE, text, ({ index, 0: code }) => {
      if (/[0-9]/.test(code) && /[A-Z]/.test(code))
        findings.push({ start: index, end: index + code.length, type: 'GEO' });
    });
  }
  eachMatch(MAP_LINK, text, (match) => {
    const end = match.index + match[0].length;
    findings.push({ start: end - (match[1] as string).length, end, type: 'GEO' });
  });
};

import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';

const DATE =
  /^(?:[0-9]{1,2}\s?[./\- ]\s?[0-9]{1,2}\s?[./\- ]\s?(?:[0-9]{4}|[0-9]{2})|[0-9]{4}\s?[./\-年년]\s?[0-9]{1,2}\s?[./\-月월]\s?[0-9]{1,2}[日일]?|(?:19|20)[0-9]{6}|[0-9]{1,2}(?:st|nd|rd|th|er|º|\.)?,? (?:de |of |di )?[\p{L}\p{M}]{3,14}\.?,? (?:de |del |of )?[0-9]{4}|[\p{L}\p{M}]{3,14}\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}|(?:19|20)[0-9]{2}[. ]{1,2}[\p{L}]{3,14} [0-9]{1,2}\.?)(?![0-9])/iu;

/** A date of birth after its cue, within 28 characters, in the orders and words people use. */
export function cuedBirthDate(scan: Scan, cue: Cue): Finding | undefined {
  const near = scan.text.slice(cue.end, cue.end + 64);
  for (let offset = 0; offset <= 28 && offset < near.length; offset += 1) {
    if (near[offset] === '\ue000' || (near[offset] === '\n' && offset > 3)) return undefined;
    if (/[\p{L}\p{N}]/u.test(near[offset - 1] ?? ' ') && !/[년月日はがは는은]/u.test(near[offset - 1] ?? ' ')) continue;
    const match = DATE.exec(near.slice(offset));
    if (match) return { start: cue.end + offset, end: cue.end + offset + match[0].length, type: 'DOB' };
  }
  return undefined;
}

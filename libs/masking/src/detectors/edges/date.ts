import { isDayOfThing } from '../dates-of-things.ts';
import { isPartOfVersion } from '../machine-values.ts';
import { isSample } from '../samples.ts';
import { after, before, type Edge } from './edge.ts';
import { isZero, spoken } from './value.ts';

/** What databases hold where no date is known. */
const NEVER = /^(?:01[./-]01[./-]1900|1900-01-01|0001-01-01)$/;
const OPENED =
  /^ (?:\([^)\n]{0,40}\) )?(?:angelegt|erstellt|erfasst|ausgestellt|aangemaakt|gemaakt|created|opened|issued)(?!\p{L})/u;
/** A moment, to the second. */
const MOMENT = /^[T ,]{1,2}[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9]|^T[0-2][0-9][0-5][0-9]/;

export const birthDate: Edge = (scan, finding) => {
  const { start, end } = finding;
  const value = scan.text.slice(start, end);
  if (isZero(value) || NEVER.test(value) || isSample(scan.folded, start)) return undefined;
  if (isDayOfThing(scan.folded, start, end) || isPartOfVersion(scan.text, start, end)) return undefined;
  if (OPENED.test(after(scan, finding, 64)) || MOMENT.test(after(scan, finding, 12))) return undefined;
  // Versions and sections: "R 4.4.2", "4.1.⏎23h40".
  if (/^[0-9]\.[0-9]{1,2}\.[0-9]$/.test(value) || /\n[0-9]{1,2}h/.test(`${value}${after(scan, finding, 1)}`))
    return undefined;
  const lead = /^(?:(?:to_)?date\(?\s?['"]|\p{L}[\p{L} ]{2,24}, (?=[0-9]))/iu.exec(value)?.[0].length ?? 0;
  return spoken(scan, { ...finding, start: start + lead });
};

/** Certificates, licences and warranties expire, too. */
const OTHER_EXPIRY =
  /(?<!\p{L})(?:tls|ssl|certificat\p{L}*|zertifikat\p{L}*|certyfikat\p{L}*|сертификат\p{L}*|licen[cst]\p{L}*|lizenz\p{L}*|lisens\p{L}*|licencj\p{L}*|лиценз\p{L}*|warrant\p{L}*|garanti\p{L}*|passport|reisepass\p{L}*|ausweis|visa bis|fuhrerschein|domain|subscription|abo|batch|lots?|charge|chargennummer|vaccin\p{L}*|dose|muszaki|mot|itv|stk|tuv)(?!\p{L})(?![^.]{0,60}(?:card|karte|carte|tarjeta|kort|kaart|карт|[0-9]{4}[ -]?[0-9]{4}))/u;

export const cardExpiry: Edge = (scan, finding) => {
  // A whole date is that of a document.
  if (/^[/.-][0-9]{1,2}(?![0-9])/.test(after(scan, finding, 4))) return undefined;
  const sentence = before(scan, finding, 90)
    .split(/[.!?]\s/)
    .at(-1) as string;
  return OTHER_EXPIRY.test(sentence) ? undefined : spoken(scan, finding);
};

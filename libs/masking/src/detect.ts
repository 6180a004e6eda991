import { type Cue, findCues } from './cues/find-cues.ts';
import type { CueKind } from './cues/phrases.ts';
import { identifierAfter, opaqueEnd, valueStart } from './cues/value-after.ts';
import { addresses, cuedAddress, cuedPostcode } from './detectors/address.ts';
import { encodedText } from './detectors/base64.ts';
import { cuedBirthDate } from './detectors/birth-date.ts';
import { cards, cuedCard, cuedCvv, cuedExpiry } from './detectors/card.ts';
import { emails, spelledEmails } from './detectors/email.ts';
import { coordinates, cuedCoordinate } from './detectors/geo.ts';
import { ibans } from './detectors/iban.ts';
import { nationalIds } from './detectors/national-id.ts';
import { ipAddresses, macAddresses } from './detectors/network.ts';
import { cuedPhone, phones, spokenPhones } from './detectors/phone.ts';
import { rows } from './detectors/rows.ts';
import {
  commandLinePasswords,
  cuedOneTimeCode,
  cuedPassword,
  cuedSecret,
  pemBlocks,
  prefixedSecrets,
  urlCredentials,
} from './detectors/secret.ts';
import {
  caretNames,
  closingName,
  cuedName,
  greetedName,
  homeDirectories,
  signedName,
  speakers,
  standingNames,
  weaklyCuedName,
} from './names/cued-names.ts';
import { unspacedNames } from './names/unspaced-names.ts';
import type { Detector, DigitRun, Finding, Scan } from './scan.ts';

/** Detectors that need nothing but the text; overlaps are settled afterwards. `rows` reads what the others found. */
const FREE: readonly Detector[] = [
  prefixedSecrets,
  pemBlocks,
  urlCredentials,
  commandLinePasswords,
  encodedText,
  cards,
  ibans,
  nationalIds,
  emails,
  spelledEmails,
  phones,
  spokenPhones,
  ipAddresses,
  macAddresses,
  coordinates,
  addresses,
  standingNames,
  speakers,
  unspacedNames,
  caretNames,
  closingName,
  homeDirectories,
  rows,
];

type Cued = (scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined) => Finding | undefined;

const identifier =
  (type: Finding['type'], minDigits: number, maxWords?: number): Cued =>
  (scan, cue) => {
    // A cue of several words ("account number") is plain enough to stand further away than one word.
    const reach = scan.text.slice(cue.start, cue.end).includes(' ') ? 8 : maxWords;
    const range = identifierAfter(scan, cue, minDigits, reach);
    return range && { ...range, type };
  };

/** What may follow a cue of each kind. */
const CUED: Record<CueKind, Cued> = {
  password: cuedPassword,
  'one-time': cuedOneTimeCode,
  secret: cuedSecret,
  dob: cuedBirthDate,
  passport: identifier('PASSPORT', 5, 4),
  account: identifier('BANK_ACCOUNT', 6, 2),
  phone: cuedPhone,
  'national-id': identifier('NATIONAL_ID', 5),
  iban: identifier('IBAN', 10, 2),
  address: cuedAddress,
  postcode: cuedPostcode,
  card: cuedCard,
  expiry: cuedExpiry,
  cvv: cuedCvv,
  geo: cuedCoordinate,
  name: cuedName,
  'name-weak': weaklyCuedName,
  'sign-off': signedName,
  greeting: greetedName,
  personal: opaqueAfterPersonalCue,
};

/** A long encoded value that is labelled as someone's data and cannot be read: nobody can tell what it holds. */
function opaqueAfterPersonalCue(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin?.explicit) return undefined;
  const end = opaqueEnd(scan, begin.at);
  const value = scan.text.slice(begin.at, end);
  const opaque =
    /^[0-9A-Za-z+/_-]{32,}={0,2}$/.test(value) && /[0-9]/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
  return opaque ? { start: begin.at, end, type: 'SECRET', unsure: 'opaque_value_after_personal_cue' } : undefined;
}

/** Everything found in a text, overlapping and unordered; `tick` is called between detectors and may throw. */
export function detect(scan: Scan, tick: () => void): Finding[] {
  const findings: Finding[] = [];
  for (const detector of FREE) {
    detector(scan, findings);
    tick();
  }
  let next = 0;
  for (const cue of findCues(scan)) {
    while (next < scan.runs.length && (scan.runs[next] as DigitRun).start < cue.start) next += 1;
    const runFrom = (at: number) => {
      for (let run = next; run < scan.runs.length && run < next + 8; run += 1) {
        if ((scan.runs[run] as DigitRun).start >= at) return scan.runs[run];
      }
      return undefined;
    };
    const finding = CUED[cue.kind](scan, cue, runFrom);
    if (finding) findings.push(finding);
  }
  tick();
  return findings;
}

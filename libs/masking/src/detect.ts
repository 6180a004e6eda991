import { isInsideCode, isMereWord } from './cues/cue-context.ts';
import { type Cue, findCues } from './cues/find-cues.ts';
import type { CueKind } from './cues/phrases.ts';
import { identifierAfter, opaqueEnd, valueStart } from './cues/value-after.ts';
import { cuedAccessCode } from './detectors/access-codes.ts';
import { addresses, cuedAddress, cuedPostcode } from './detectors/address.ts';
import { addressFields } from './detectors/address-fields.ts';
import { addressRuns } from './detectors/address-runs.ts';
import { bankAccounts } from './detectors/bank-account.ts';
import { accountKeys, bankNames } from './detectors/bank-names.ts';
import { encodedText } from './detectors/base64.ts';
import { birthDates, cuedBirthDate } from './detectors/birth-date.ts';
import { cards, cuedCard, cuedCvv, cuedExpiry } from './detectors/card.ts';
import { cardNeighbours, oddlySeparatedCards } from './detectors/card-neighbours.ts';
import { commandLinePasswords, pemBlocks, urlCredentials } from './detectors/credentials.ts';
import { datesOfNames } from './detectors/dates-of-names.ts';
import { emails, spelledEmails } from './detectors/email.ts';
import { coordinates, cuedCoordinate, locationCodes } from './detectors/geo.ts';
import { ibans } from './detectors/iban.ts';
import { identity } from './detectors/identity.ts';
import { environmentSecrets, keyedSecrets, slashedPasswords } from './detectors/keyed-secrets.ts';
import { brokenPhoneAfter, brokenPhones, signaturePhones } from './detectors/line-phone.ts';
import { logins, otherLogins } from './detectors/logins.ts';
import { encodedEmails, looseEmails } from './detectors/loose-email.ts';
import { loosePassword, passwordBefore, passwordVariants } from './detectors/loose-passwords.ts';
import { namedAccounts } from './detectors/named-account.ts';
import { nationalIds } from './detectors/national-id.ts';
import { ipAddresses, macAddresses } from './detectors/network.ts';
import { oddlySeparated, scannedPhones } from './detectors/odd-separators.ts';
import { linkTokens, saidCodes } from './detectors/one-time-code.ts';
import { pairedSecrets } from './detectors/paired-secrets.ts';
import { cuedPhone, phones } from './detectors/phone.ts';
import { phoneTails } from './detectors/phone-tails.ts';
import { phonesInRecords, phonesOfNames } from './detectors/phones-of-names.ts';
import { postalPlaces, postBoxes } from './detectors/postal-places.ts';
import { repeatedBirthDates } from './detectors/repeated-birth-date.ts';
import { rows } from './detectors/rows.ts';
import { secondValues } from './detectors/second-values.ts';
import { cuedOneTimeCode, cuedPassword, cuedSecret, prefixedSecrets } from './detectors/secret.ts';
import { sentencePasswords } from './detectors/sentence-passwords.ts';
import { scannedCards, splitNumbers } from './detectors/split-cards.ts';
import { spokenDateAfter } from './detectors/spoken-date.ts';
import { spokenEmails } from './detectors/spoken-email.ts';
import { spokenAfter, spokenNumbers } from './detectors/spoken-numbers.ts';
import { spokenOfIds } from './detectors/spoken-of-ids.ts';
import { spokenUnspaced } from './detectors/spoken-unspaced.ts';
import { addressMembers, tables } from './detectors/tables.ts';
import { answeredPassword, cuedCodeWord, toldPassword } from './detectors/told-passwords.ts';
import { worldShapes } from './detectors/world-shapes.ts';
import { commandPasswords, machineReadableZones, oneTimeCodes } from './detectors/written-codes.ts';
import type { DigitRun } from './digit-run.ts';
import { cuedName, greetedName, signedName, weaklyCuedName } from './names/cued-names.ts';
import { caretNames, homeDirectories, keyedNames, loginNames, pathNames } from './names/keyed-names.ts';
import { addressedNames, answeredNames, closingName, headerNames, speakers } from './names/line-names.ts';
import { spelledNames } from './names/spelled-names.ts';
import { standingNames } from './names/standing-names.ts';
import { unspacedNames } from './names/unspaced-names.ts';
import type { Detector, Finding, Scan } from './scan.ts';
import { Feature } from './text/characters.ts';

interface Free {
  detector: Detector;
  /** The detector has nothing to do in a text with none of these; 0 for one that always runs. */
  needs: number;
}

/** Detectors that need nothing but the text; overlaps are settled afterwards. `rows` reads what the others found. */
const FREE: readonly Free[] = [
  { detector: prefixedSecrets, needs: 0 },
  { detector: pemBlocks, needs: Feature.hyphen },
  { detector: urlCredentials, needs: Feature.at },
  { detector: commandLinePasswords, needs: Feature.hyphen },
  { detector: encodedText, needs: 0 },
  { detector: cards, needs: Feature.digit },
  { detector: oddlySeparatedCards, needs: Feature.digit },
  { detector: splitNumbers, needs: Feature.digit },
  { detector: scannedCards, needs: Feature.digit },
  { detector: cardNeighbours, needs: Feature.digit },
  { detector: keyedSecrets, needs: Feature.digit },
  { detector: environmentSecrets, needs: 0 },
  { detector: slashedPasswords, needs: Feature.slash },
  { detector: logins, needs: 0 },
  { detector: otherLogins, needs: 0 },
  { detector: sentencePasswords, needs: 0 },
  { detector: saidCodes, needs: Feature.digit },
  { detector: linkTokens, needs: Feature.slash },
  { detector: ibans, needs: Feature.digit },
  { detector: nationalIds, needs: Feature.digit },
  { detector: spokenOfIds, needs: Feature.digit },
  { detector: worldShapes, needs: Feature.digit },
  { detector: emails, needs: Feature.at },
  { detector: spelledEmails, needs: 0 },
  { detector: spokenEmails, needs: 0 },
  { detector: looseEmails, needs: Feature.at },
  { detector: encodedEmails, needs: Feature.digit },
  { detector: phones, needs: Feature.digit },
  { detector: spokenNumbers, needs: 0 },
  { detector: spokenUnspaced, needs: Feature.unspaced },
  { detector: oddlySeparated, needs: Feature.digit },
  { detector: scannedPhones, needs: Feature.digit },
  { detector: brokenPhones, needs: Feature.newline },
  { detector: bankAccounts, needs: Feature.digit },
  { detector: namedAccounts, needs: Feature.digit },
  { detector: bankNames, needs: Feature.digit },
  { detector: birthDates, needs: Feature.digit },
  { detector: ipAddresses, needs: Feature.digit | Feature.colon },
  { detector: macAddresses, needs: Feature.digit | Feature.colon | Feature.hyphen },
  { detector: coordinates, needs: Feature.digit },
  { detector: locationCodes, needs: Feature.digit },
  { detector: machineReadableZones, needs: 0 },
  { detector: oneTimeCodes, needs: Feature.digit },
  { detector: commandPasswords, needs: Feature.hyphen },
  { detector: addresses, needs: Feature.digit | Feature.foreign },
  { detector: addressRuns, needs: 0 },
  { detector: addressFields, needs: 0 },
  { detector: postalPlaces, needs: Feature.digit },
  { detector: postBoxes, needs: Feature.digit },
  { detector: standingNames, needs: 0 },
  { detector: speakers, needs: 0 },
  { detector: headerNames, needs: Feature.colon },
  { detector: answeredNames, needs: Feature.newline },
  { detector: addressedNames, needs: Feature.at },
  { detector: keyedNames, needs: 0 },
  { detector: loginNames, needs: 0 },
  { detector: unspacedNames, needs: Feature.unspaced },
  { detector: spelledNames, needs: 0 },
  { detector: caretNames, needs: Feature.caret },
  { detector: closingName, needs: 0 },
  { detector: homeDirectories, needs: Feature.slash },
  { detector: pathNames, needs: 0 },
  { detector: tables, needs: Feature.delimiter },
  { detector: addressMembers, needs: Feature.colon },
  { detector: rows, needs: Feature.delimiter },
];

/** Detectors that read what all others, those behind cues included, have found. */
const LAST: readonly Free[] = [
  { detector: secondValues, needs: Feature.digit },
  { detector: accountKeys, needs: Feature.digit },
  { detector: phonesOfNames, needs: Feature.digit },
  { detector: phonesInRecords, needs: Feature.digit },
  { detector: phoneTails, needs: Feature.digit },
  { detector: datesOfNames, needs: Feature.digit },
  { detector: repeatedBirthDates, needs: Feature.digit },
  { detector: pairedSecrets, needs: 0 },
  { detector: passwordVariants, needs: 0 },
  { detector: signaturePhones, needs: Feature.newline },
];

type Cued = (scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined) => Finding | undefined;

/** "pass the value", and a word that ends a quoted value: `"vault:app#password", "id": …`. */
const hasNoPassword = ({ text, folded }: Scan, cue: Cue): boolean =>
  (/^(?:pass|contra)$/.test(folded.slice(cue.start, cue.end)) &&
    !/^["']?\s{0,2}[:=]|^ (?:is|was|es|era|est) /.test(text.slice(cue.end, cue.end + 6)) &&
    !WHO_LOGS_IN.test(folded.slice(Math.max(0, cue.start - 40), cue.start))) ||
  (/^["'`]\s{0,2}[,}\])]/.test(text.slice(cue.end, cue.end + 4)) && /[#/:]$/.test(text.slice(0, cue.start).slice(-1)));
/** "user tal, pass …": the password of who is named before. */
const WHO_LOGS_IN =
  /(?:user|username|login|log in|benutzer|usuario|utente|utilisateur|uzytkownik|пользователь|логин)[ :=]{1,3}[^\s,;]{2,32}[ ,;/|]{1,3}$/u;

/** Licences and certificates expire, too. */
const OTHER_EXPIRY =
  /passport|reisepass|ausweis|pac code|goi |paket|plan\b|cert|zertifik|licen[cs]|lizenz|licenc|лиценз|ліценз|сертиф|contract|vertrag|contrat|token|passport|subscri|abo\b|abonn|domain|ssl|tls|key|schlussel|offer|angebot|trial|quote|warrant|garant/;
const isCardExpiry = ({ folded }: Scan, cue: Cue): boolean =>
  /[0-9](?:[ -]?[0-9]){12,18}[^0-9]{1,12}$/.test(folded.slice(Math.max(0, cue.start - 40), cue.start)) ||
  !OTHER_EXPIRY.test(folded.slice(Math.max(0, cue.start - 40), cue.start));

/** `Acct-Session-Id` is a name of its own. */
const isCompound = ({ text }: Scan, cue: Cue): boolean =>
  /^[-_](?!n[or°º]|num|id[^\p{L}])\p{L}/iu.test(text.slice(cue.end, cue.end + 5));

/** `счёт` and `konto` also stand before invoices and log-ins: their accounts are long. UUIDs and hashes are no one's number. */
const AMBIGUOUS_ACCOUNT =
  /^(?:saskaita|konts|счет|рахунок|рахунку|konto|conta|compte|cuenta|conto|cont|hesap|hesabim|cuenta n|ucet|szamla|сметка|חשבון|الحساب|حساب|account|akun|tai khoan)$/;
function isOtherIdentifier({ text, folded }: Scan, cue: Cue, { start, end }: { start: number; end: number }): boolean {
  const value = text.slice(start, end);
  if (/[a-f]/.test(value) && /^[0-9a-f]+(?:-[0-9a-f]+)*$/.test(value) && value.length > 11) return true;
  if (/^[0-9]{4}-[01][0-9]-[0-3][0-9]|^20[0-9]{2}[-/]|^[0-9]{1,3}(?:[.,][0-9]{3}){1,3}$/.test(value)) return true;
  if (/^[0-9]{9}$/.test(value) && /aba|routing/.test(folded.slice(Math.max(0, start - 20), start))) return true;
  return (
    AMBIGUOUS_ACCOUNT.test(folded.slice(cue.start, cue.end)) &&
    !/reg\W{0,2}n|bank|blz|clearing|iban/.test(folded.slice(Math.max(0, cue.start - 48), cue.start)) &&
    value.replace(/[^0-9]/g, '').length < 14 &&
    /^[0-9]+$|^\p{L}{1,4}-/u.test(value) &&
    !/^\s{0,2}[:=]/.test(text.slice(cue.end, cue.end + 3))
  );
}

const identifier =
  (type: Finding['type'], minDigits: number, maxWords?: number): Cued =>
  (scan, cue) => {
    // A cue of several words ("account number") is plain enough to stand further away than one word.
    const reach = scan.text.slice(cue.start, cue.end).includes(' ') ? 8 : maxWords;
    if (isMereWord(scan, cue) || isInsideCode(scan, cue)) return undefined;
    const range = identifierAfter(scan, cue, minDigits, reach);
    if (range && (isOtherIdentifier(scan, cue, range) || (type === 'BANK_ACCOUNT' && isCompound(scan, cue))))
      return undefined;
    // `RUT 10862544`: the kind of account stands before its number.
    const kindOfAccount =
      range && type === 'BANK_ACCOUNT'
        ? /^[A-Z]{2,4} (?=[0-9])/.exec(scan.text.slice(range.start, range.end))
        : undefined;
    return range && { start: range.start + (kindOfAccount?.[0].length ?? 0), end: range.end, type };
  };

/** What may follow a cue of each kind. */
const CUED: Record<CueKind, Cued> = {
  password: (scan, cue) =>
    hasNoPassword(scan, cue)
      ? undefined
      : (cuedPassword(scan, cue) ??
        answeredPassword(scan, cue) ??
        toldPassword(scan, cue) ??
        loosePassword(scan, cue) ??
        passwordBefore(scan, cue)),
  'one-time': (scan, cue) =>
    cuedOneTimeCode(scan, cue) ?? cuedAccessCode(scan, cue) ?? answeredPassword(scan, cue) ?? loosePassword(scan, cue),
  access: (scan, cue) => cuedAccessCode(scan, cue) ?? answeredPassword(scan, cue) ?? loosePassword(scan, cue),
  'code-word': (scan, cue) => answeredPassword(scan, cue) ?? cuedCodeWord(scan, cue) ?? loosePassword(scan, cue),
  secret: cuedSecret,
  dob: cuedBirthDate,
  passport: identity('PASSPORT', 4),
  account: identifier('BANK_ACCOUNT', 6, 2),
  phone: (scan, cue, runFrom) => brokenPhoneAfter(scan, cue, runFrom) ?? cuedPhone(scan, cue, runFrom),
  'national-id': identity('NATIONAL_ID', 3),
  iban: identifier('IBAN', 10, 2),
  address: cuedAddress,
  postcode: cuedPostcode,
  card: cuedCard,
  expiry: (scan, cue) => (isCardExpiry(scan, cue) ? cuedExpiry(scan, cue) : undefined),
  cvv: cuedCvv,
  geo: cuedCoordinate,
  name: cuedName,
  'name-weak': weaklyCuedName,
  'sign-off': signedName,
  greeting: greetedName,
  personal: opaqueAfterPersonalCue,
};

/** Digits that must be dictated after a cue before they count as its value. */
const DICTATED: Partial<Record<CueKind, readonly [type: Finding['type'], minDigits: number]>> = {
  password: ['PASSWORD', 4],
  access: ['PASSWORD', 3],
  'one-time': ['PASSWORD', 4],
  passport: ['PASSPORT', 5],
  account: ['BANK_ACCOUNT', 5],
  phone: ['PHONE', 5],
  'national-id': ['NATIONAL_ID', 5],
  iban: ['IBAN', 8],
  card: ['CREDIT_CARD', 4],
  cvv: ['CARD_CVV', 3],
};

function dictatedAfter(scan: Scan, cue: Cue): Finding | undefined {
  if (cue.kind === 'dob') return spokenDateAfter(scan, cue, 'DOB');
  if (cue.kind === 'expiry')
    return spokenDateAfter(scan, cue, 'CARD_EXPIRY') ?? spokenAfter(scan, cue, 'CARD_EXPIRY', 3);
  const dictated = DICTATED[cue.kind];
  return dictated && spokenAfter(scan, cue, ...dictated);
}

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

/** Units of a text that all detectors together read in a few milliseconds. */
const UNTIMED_MAX = 4_096;

/** Everything found in a text, overlapping and unordered; `tick` is called between detectors and may throw. */
export function detect(scan: Scan, tick: () => void): Finding[] {
  const findings: Finding[] = [];
  const isLong = scan.text.length > UNTIMED_MAX;
  for (const { detector, needs } of FREE) {
    if (needs !== 0 && (scan.features & needs) === 0) continue;
    detector(scan, findings);
    if (isLong) tick();
  }
  const { runs } = scan;
  let next = 0;
  const runFrom = (at: number) => {
    for (let run = next; run < runs.length && run < next + 8; run += 1) {
      if ((runs[run] as DigitRun).start >= at) return runs[run];
    }
    return undefined;
  };
  for (const cue of findCues(scan)) {
    while (next < runs.length && (runs[next] as DigitRun).start < cue.start) next += 1;
    const finding = CUED[cue.kind](scan, cue, runFrom);
    if (finding) findings.push(finding);
    else {
      const spoken = dictatedAfter(scan, cue);
      if (spoken) findings.push(spoken);
    }
  }
  tick();
  for (const { detector, needs } of LAST) if (needs === 0 || (scan.features & needs) !== 0) detector(scan, findings);
  return findings;
}

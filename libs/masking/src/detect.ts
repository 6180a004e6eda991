import { CUED, dictatedAfter } from './cued.ts';
import { findCues } from './cues/find-cues.ts';
import { addresses } from './detectors/address.ts';
import { addressFields } from './detectors/address-fields.ts';
import { addressRuns } from './detectors/address-runs.ts';
import { bankAccounts } from './detectors/bank-account.ts';
import { accountKeys, bankNames } from './detectors/bank-names.ts';
import { encodedText } from './detectors/base64.ts';
import { birthDates } from './detectors/birth-date.ts';
import { cards } from './detectors/card.ts';
import { cardNeighbours, oddlySeparatedCards } from './detectors/card-neighbours.ts';
import { chineseMobiles } from './detectors/chinese-mobiles.ts';
import { commandLinePasswords, pemBlocks, urlCredentials } from './detectors/credentials.ts';
import { datesOfNames } from './detectors/dates-of-names.ts';
import { withoutSentence } from './detectors/edges/address.ts';
import { VALUE_EDGES } from './detectors/edges/index.ts';
import { emails, spelledEmails } from './detectors/email.ts';
import { coordinates, locationCodes } from './detectors/geo.ts';
import { ibans } from './detectors/iban.ts';
import { prefixedSecrets } from './detectors/key-prefixes.ts';
import { environmentSecrets, keyedSecrets, slashedPasswords } from './detectors/keyed-secrets.ts';
import { brokenPhones, signaturePhones } from './detectors/line-phone.ts';
import { logins, otherLogins } from './detectors/logins.ts';
import { encodedEmails, looseEmails } from './detectors/loose-email.ts';
import { passwordVariants } from './detectors/loose-passwords.ts';
import { namedAccounts } from './detectors/named-account.ts';
import { nationalIds } from './detectors/national-id.ts';
import { nearPasswords } from './detectors/near-passwords.ts';
import { ipAddresses, macAddresses, namedMacAddresses } from './detectors/network.ts';
import { oddlySeparated, scannedPhones } from './detectors/odd-separators.ts';
import { oldDates } from './detectors/old-dates.ts';
import { linkTokens, saidCodes } from './detectors/one-time-code.ts';
import { pairedSecrets } from './detectors/paired-secrets.ts';
import { paymentAddresses } from './detectors/payment-addresses.ts';
import { phones } from './detectors/phone.ts';
import { phoneTails } from './detectors/phone-tails.ts';
import { phonesInRecords, phonesOfNames } from './detectors/phones-of-names.ts';
import { postalPlaces, postBoxes } from './detectors/postal-places.ts';
import { repeatedBirthDates } from './detectors/repeated-birth-date.ts';
import { rows } from './detectors/rows.ts';
import { scatteredPhones } from './detectors/scattered-phones.ts';
import { secondValues } from './detectors/second-values.ts';
import { sentencePasswords } from './detectors/sentence-passwords.ts';
import { spelledValues } from './detectors/spelled-values.ts';
import { partedCards, scannedCards, splitNumbers } from './detectors/split-cards.ts';
import { spokenEmails } from './detectors/spoken-email.ts';
import { spokenNumbers } from './detectors/spoken-numbers.ts';
import { spokenOfIds } from './detectors/spoken-of-ids.ts';
import { spokenUnspaced } from './detectors/spoken-unspaced.ts';
import { addressMembers, tables } from './detectors/tables.ts';
import { toldSecrets } from './detectors/told-secrets.ts';
import { typedPasswords } from './detectors/typed-passwords.ts';
import { worldShapes } from './detectors/world-shapes.ts';
import { commandPasswords, machineReadableZones, oneTimeCodes } from './detectors/written-codes.ts';
import type { DigitRun } from './digit-run.ts';
import { brokenNames } from './names/broken-names.ts';
import { cellNames } from './names/cell-names.ts';
import { chatLabels } from './names/chat-labels.ts';
import { copiedNames } from './names/copied-names.ts';
import { keyedForeign } from './names/keyed-foreign.ts';
import { caretNames, elementNames, homeDirectories, keyedNames, loginNames, pathNames } from './names/keyed-names.ts';
import { addressedNames, answeredNames, closingName, headerNames, speakers } from './names/line-names.ts';
import { namesOfMoreScripts } from './names/more-scripts.ts';
import { withoutTitle } from './names/name-edges.ts';
import { personFields } from './names/person-fields.ts';
import { romanisedNames } from './names/romanised-names.ts';
import { signedOff } from './names/signed-off.ts';
import { southeastNames } from './names/southeast-names.ts';
import { spelledNames } from './names/spelled-names.ts';
import { standingNames } from './names/standing-names.ts';
import { titlesBehind } from './names/titles-behind.ts';
import { uncasedNames } from './names/uncased-names.ts';
import { unspacedNames } from './names/unspaced-names.ts';
import type { Detector, Finding, Scan } from './scan.ts';
import { sign } from './signed.ts';
import { Feature } from './text/characters.ts';
import type { PiiType } from './types.ts';

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
  { detector: partedCards, needs: Feature.digit },
  { detector: scannedCards, needs: Feature.digit },
  { detector: cardNeighbours, needs: Feature.digit },
  { detector: keyedSecrets, needs: Feature.digit },
  { detector: environmentSecrets, needs: 0 },
  { detector: toldSecrets, needs: Feature.digit },
  { detector: slashedPasswords, needs: Feature.slash },
  { detector: logins, needs: 0 },
  { detector: otherLogins, needs: 0 },
  { detector: sentencePasswords, needs: 0 },
  { detector: typedPasswords, needs: 0 },
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
  { detector: chineseMobiles, needs: Feature.unspaced },
  { detector: spelledValues, needs: 0 },
  { detector: spokenNumbers, needs: 0 },
  { detector: spokenUnspaced, needs: Feature.unspaced },
  { detector: oddlySeparated, needs: Feature.digit },
  { detector: scannedPhones, needs: Feature.digit },
  { detector: brokenPhones, needs: Feature.newline },
  { detector: bankAccounts, needs: Feature.digit },
  { detector: namedAccounts, needs: Feature.digit },
  { detector: paymentAddresses, needs: Feature.at },
  { detector: bankNames, needs: Feature.digit },
  { detector: birthDates, needs: Feature.digit },
  { detector: oldDates, needs: Feature.digit },
  { detector: ipAddresses, needs: Feature.digit | Feature.colon },
  { detector: macAddresses, needs: Feature.digit | Feature.colon | Feature.hyphen },
  { detector: namedMacAddresses, needs: 0 },
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
  { detector: personFields, needs: Feature.colon },
  { detector: signedOff, needs: Feature.foreign },
  { detector: answeredNames, needs: Feature.newline },
  { detector: addressedNames, needs: Feature.at },
  { detector: keyedNames, needs: 0 },
  { detector: elementNames, needs: Feature.slash },
  { detector: keyedForeign, needs: Feature.foreign },
  { detector: loginNames, needs: 0 },
  { detector: unspacedNames, needs: Feature.unspaced },
  { detector: uncasedNames, needs: Feature.foreign },
  { detector: romanisedNames, needs: 0 },
  { detector: southeastNames, needs: 0 },
  { detector: spelledNames, needs: 0 },
  { detector: copiedNames, needs: 0 },
  { detector: titlesBehind, needs: 0 },
  { detector: brokenNames, needs: Feature.newline },
  { detector: cellNames, needs: 0 },
  { detector: namesOfMoreScripts, needs: Feature.foreign },
  { detector: chatLabels, needs: Feature.foreign },
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
  { detector: nearPasswords, needs: Feature.digit },
  { detector: signaturePhones, needs: Feature.newline },
  { detector: scatteredPhones, needs: Feature.digit },
];

/** Findings that reach into the words around them are cut back to the value. */
const EDGES: Partial<Record<PiiType, (scan: Scan, finding: Finding) => Finding | undefined>> = {
  ...VALUE_EDGES,
  ADDRESS: withoutSentence,
  PERSON: withoutTitle,
};

/** Units of a text that all detectors together read in a few milliseconds. */
const UNTIMED_MAX = 4_096;

/** Everything found in a text, overlapping and unordered; `tick` is called between detectors and may throw. */
export function detect(scan: Scan, tick: () => void): Finding[] {
  const findings: Finding[] = [];
  const isLong = scan.text.length > UNTIMED_MAX;
  run(FREE, scan, findings, isLong ? tick : undefined);
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
    const from = findings.length;
    if (finding) findings.push(finding);
    else {
      const spoken = dictatedAfter(scan, cue);
      if (spoken) findings.push(spoken);
    }
    sign(findings, from, cue.kind);
  }
  tick();
  run(LAST, scan, findings);
  return findings.flatMap((finding) => {
    const cut = EDGES[finding.type];
    return cut ? (cut(scan, finding) ?? []) : finding;
  });
}

/** Runs those detectors that have something to do in the text; each signs what it finds. */
function run(detectors: readonly Free[], scan: Scan, findings: Finding[], tick?: () => void): void {
  for (const { detector, needs } of detectors) {
    if (needs !== 0 && (scan.features & needs) === 0) continue;
    const from = findings.length;
    detector(scan, findings);
    sign(findings, from, detector.name);
    tick?.();
  }
}

import { encodedText } from '../detectors/base64.ts';
import { cardsInRun } from '../detectors/card.ts';
import { commandLinePasswords, pemBlocks, urlCredentials } from '../detectors/credentials.ts';
import { emails } from '../detectors/email.ts';
import { ibanAt } from '../detectors/iban.ts';
import { internationalPhone } from '../detectors/international-phone.ts';
import { keyAt } from '../detectors/key-prefixes.ts';
import { ipAddresses, macAddresses, namedMacAddresses } from '../detectors/network.ts';
import { DigitRun, runEnd } from '../digit-run.ts';
import type { Finding, TextDetector } from '../scan.ts';
import type { NormalisedText } from '../text/normalise.ts';
import { LabelledValues } from './labelled-values.ts';

const WHOLE: readonly TextDetector[] = [
  pemBlocks,
  urlCredentials,
  commandLinePasswords,
  encodedText,
  emails,
  ipAddresses,
  macAddresses,
  namedMacAddresses,
];

const Class = { other: 0, letter: 1, digit: 2, mark: 3 } as const;
const classes = Uint8Array.from({ length: 128 }, (_, code) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    ? Class.letter
    : code >= 48 && code <= 57
      ? Class.digit
      : code === 58 || code === 61
        ? Class.mark
        : Class.other,
);

/**
 * What shows itself by its shape: keys and tokens, PEM blocks, cards, IBANs, addresses of mail and network, international
 * phone numbers, and values under telling keys. No names, no context: for logs, spans, audit values and tool results.
 */
export function findPatterns(scan: NormalisedText): Finding[] {
  const findings: Finding[] = [];
  shapes(scan.text, findings);
  for (const detector of WHOLE) detector(scan, findings);
  return findings;
}

/** One pass that stops where a word, a number or a `:` or `=` begins. */
function shapes(text: string, findings: Finding[]): void {
  const labelled = new LabelledValues(text);
  let keyed = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (classes[code] as number) : Class.other;
    if (kind === Class.other) continue;
    if (kind === Class.mark) {
      const value = labelled.at(at);
      if (value) findings.push(value);
      continue;
    }
    if (at >= keyed) {
      const length = keyAt(text, at);
      if (length > 0) {
        keyed = at + length;
        findings.push({ start: at, end: keyed, type: 'SECRET', certain: true });
      }
    }
    at = kind === Class.letter ? word(text, at, findings) : number(text, at, findings);
  }
}

/** Reads a word that may begin an IBAN; returns its last unit. */
function word(text: string, start: number, findings: Finding[]): number {
  const iban = ibanAt(text, start);
  if (iban) findings.push(iban);
  let at = start;
  while (classOf(text, at + 1) === Class.letter) at += 1;
  // Digits and letters that follow belong to the same id: no card, IBAN or phone begins inside.
  if (classOf(text, at + 1) === Class.digit) while (isPart(classOf(text, at + 1))) at += 1;
  return at;
}

/** Digits of the shortest phone number with its country (E.164) and of the shortest card (ISO/IEC 7812). */
const SHORTEST_NUMBER = 8;
const SHORTEST_CARD = 13;

/** Reads a run of digits; returns its last unit. */
function number(text: string, start: number, findings: Finding[]): number {
  const end = runEnd(text, start);
  if (end - start < SHORTEST_NUMBER) return end - 1;
  const run = new DigitRun(text, start, end);
  if (run.count >= SHORTEST_CARD) cardsInRun(text, run, findings);
  const phone = text.charCodeAt(start - 1) === 43 ? internationalPhone(text, run) : undefined;
  if (phone) findings.push(phone);
  return end - 1;
}

const classOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 128 ? (classes[code] as number) : Class.other;
};
const isPart = (kind: number) => kind === Class.letter || kind === Class.digit;

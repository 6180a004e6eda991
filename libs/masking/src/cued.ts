import { isInsideCode, isMereWord } from './cues/cue-context.ts';
import type { Cue } from './cues/find-cues.ts';
import type { CueKind } from './cues/phrases.ts';
import { identifierAfter, opaqueEnd, valueStart } from './cues/value-after.ts';
import { cuedAccessCode } from './detectors/access-codes.ts';
import { cuedAddress, cuedPostcode } from './detectors/address.ts';
import { ANSWER_REACH, answerBehind, withQuestion } from './detectors/asked-questions.ts';
import { cuedBirthDate } from './detectors/birth-date.ts';
import { cuedCard, cuedCvv, cuedExpiry } from './detectors/card.ts';
import { cuedOneTimeCode } from './detectors/cued-one-time-code.ts';
import { cuedPassword } from './detectors/cued-password.ts';
import { cuedSecret } from './detectors/cued-secret.ts';
import { cuedCoordinate } from './detectors/geo.ts';
import { identity } from './detectors/identity.ts';
import { brokenPhoneAfter } from './detectors/line-phone.ts';
import { loosePassword, passwordBefore } from './detectors/loose-passwords.ts';
import { cuedPhone } from './detectors/phone.ts';
import { plainPassword, plainPhrase } from './detectors/plain-passwords.ts';
import { spelledPassword } from './detectors/spelled-values.ts';
import { spokenDateAfter } from './detectors/spoken-date.ts';
import { spokenAfter } from './detectors/spoken-numbers.ts';
import { answeredPassword, cuedCodeWord, toldPassword } from './detectors/told-passwords.ts';
import type { DigitRun } from './digit-run.ts';
import { cuedName, greetedName, weaklyCuedName } from './names/cued-names.ts';
import { signedName } from './names/signed-names.ts';
import type { Finding, Scan } from './scan.ts';
import { BARRIER } from './text/normalise.ts';

type Cued = (scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined) => Finding | undefined;

/** `%PASSWORD%`, `app#password`: a name that stands for one; "pass the value", and a word that ends a quoted value: `"vault:app#password", "id": …`. */
const hasNoPassword = ({ text, folded }: Scan, cue: Cue): boolean =>
  /[#%]/.test(text[cue.start - 1] ?? ' ') ||
  (/^(?:pass|contra)$/.test(folded.slice(cue.start, cue.end)) &&
    !/^["']?\s{0,2}(?:[:=→]|->)|^ (?:is|was|es|era|est) /.test(text.slice(cue.end, cue.end + 6)) &&
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

/** The letters a value begins with may end a longer phrase: in "lösen: Ar8F…" the cue is not "lösen är". */
function withoutValue(cue: Cue, { text }: Scan): Cue {
  if (!/^[0-9A-Za-z]/.test(text.slice(cue.end, cue.end + 1))) return cue;
  const mark = text.slice(cue.start, cue.end).search(/[:=]/);
  return mark > 0 ? { ...cue, end: cue.start + mark } : cue;
}

/** Behind a cue that names a question, and the question, stands the answer. */
const asked =
  (other: Cued): Cued =>
  (scan, cue, runFrom) => {
    const whole = withQuestion(scan, cue);
    if (!whole) return other(scan, cue, runFrom);
    // A masked answer is not looked for again.
    if (scan.text.slice(whole.end, whole.end + ANSWER_REACH).includes(BARRIER)) return undefined;
    return answerBehind(scan, whole) ?? other(scan, whole, runFrom);
  };

/** What may follow a cue of each kind. */
const BY_KIND: Record<CueKind, Cued> = {
  password: asked((scan, cue) =>
    hasNoPassword(scan, cue)
      ? undefined
      : (spelledPassword(scan, cue) ??
        cuedPassword(scan, cue) ??
        answeredPassword(scan, cue) ??
        toldPassword(scan, cue) ??
        loosePassword(scan, cue) ??
        passwordBefore(scan, cue) ??
        plainPassword(scan, cue) ??
        plainPhrase(scan, cue)),
  ),
  'one-time': (scan, cue) =>
    cuedOneTimeCode(scan, cue) ?? cuedAccessCode(scan, cue) ?? answeredPassword(scan, cue) ?? loosePassword(scan, cue),
  access: (scan, cue) => cuedAccessCode(scan, cue) ?? answeredPassword(scan, cue) ?? loosePassword(scan, cue),
  'code-word': asked(
    (scan, cue) =>
      plainPhrase(scan, cue) ?? answeredPassword(scan, cue) ?? cuedCodeWord(scan, cue) ?? loosePassword(scan, cue),
  ),
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

/** What follows a cue, if it is a value of its kind. */
export const CUED: Readonly<Record<CueKind, Cued>> = Object.fromEntries(
  Object.entries(BY_KIND).map(([kind, find]): [string, Cued] => [
    kind,
    (scan, cue, runFrom) => find(scan, withoutValue(cue, scan), runFrom),
  ]),
) as Record<CueKind, Cued>;

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

/** A value in words behind a cue, where none in figures is. */
export function dictatedAfter(scan: Scan, cue: Cue): Finding | undefined {
  if (cue.kind === 'dob') return spokenDateAfter(scan, cue, 'DOB');
  if (cue.kind === 'expiry')
    return spokenDateAfter(scan, cue, 'CARD_EXPIRY') ?? spokenAfter(scan, cue, 'CARD_EXPIRY', 3);
  // Vietnam's "thẻ" is a card, folded like the article.
  if (cue.kind === 'card' && scan.text.slice(cue.start, cue.end).toLowerCase() === 'the') return undefined;
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

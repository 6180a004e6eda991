import type { Detector } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import { firstTokenFrom, readLowerCaseName, readName } from './read-name.ts';
import { NOT_NAMES } from './words.ts';

const CARETS = /(?<![\p{L}^])\p{Lu}[\p{L}'-]{1,24}(?:\^\p{Lu}[\p{L}'-]{0,24}){1,4}/gu;

/** `LAST^FIRST`, as HL7 and DICOM write names. */
export const caretNames: Detector = ({ text }, findings) => {
  for (const match of matchesOf(CARETS, text)) {
    // `ADT^A08`: the kind of a message.
    if (/^[A-Z]{3}\^[A-Z][0-9]/.test(text.slice(match.index, match.index + 6))) continue;
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'PERSON' });
  }
};

const SYSTEM_USERS =
  /^(?:root|ubuntu|debian|centos|admin|administrator|app|apps|node|nodejs|runner|deploy|deployer|user|users|public|default|ec2-user|vagrant|jenkins|www-data|git|gitlab|shared|home|runneradmin|appuser|service|svc|system|nginx|postgres|mysql|redis|oracle|hadoop|spark|airflow|docker|nobody|guest|test|tester|dev|ci|build|builder|worker|web|api|batch|cron|backup|monitor|monitoring|support|sa|dbo|anonymous|bot|agent|java|python|ruby|go|work|workspace|data|all users|desktop|documents)$/i;

const HOME =
  /[\\/](?:home\$?|[Uu]sers|Benutzer|Utilisateurs|Usuarios|Documents and Settings|export\/home|u)(?:[\\/]{1,2}|(?=[\t\n]))([\p{L}][\p{L}\p{M}'.-]{1,20}(?: [\p{L}][\p{L}\p{M}'.-]{0,20}){1,3}(?=[\\/])|[\t\n]?[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,40})(?=[\\/\s"':,;)]|$)/gu;

/** The person in `/home/…`, `/Users/…` and `C:\\Users\\…`; `\\t` and `\\n` read as escapes belong to the name. */
export const homeDirectories: Detector = ({ text }, findings) => {
  for (const match of matchesOf(HOME, text)) {
    const name = match[1] as string;
    const start = match.index + match[0].length - name.length;
    const plain = name.trim();
    if (SYSTEM_USERS.test(plain) || /^[0-9]+$/.test(plain) || /^v?[0-9]/.test(plain)) continue;
    if (plain.includes(' ') && text[start + name.length] === '/' && !isPersonal(plain)) continue;
    // `/u/…` and `/users/…` are routes of web services, too: there only what looks like a name.
    if (/^[\\/](?:u|users)[\\/]/.test(match[0]) && !looksLikePerson(plain)) continue;
    findings.push({ start, end: start + name.length, type: 'PERSON' });
  }
};

const PERSON_KEY =
  '(?:first|last|full|given|family|sur|fore|middle|real|legal|birth|maiden|nick|contact|customer|client|patient|member|employee|guest|passenger|account[_ ]?holder|card[_ ]?holder|holder|owner|author|assignee|reporter|requester|requestor|creator|sender|recipient|receiver|shipping|billing|ship_?to|bill_?to|beneficiary|payee|payer|debtor|creditor|signatory|signer|applicant|doctor|teacher|student|parent|child|spouse|emergency_?contact|buyer|seller|driver|rider|landlord|subscriber|travell?er|nominee|attendee|invitee|agent|manager|person|display|vor|nach|kunden|inhaber|kontakt|ansprechpartner)';
const PERSON_ROLE =
  'ap[12]|apellido_?[12]|primer_?apellido|segundo_?apellido|soyad[iı]|given|family|author|assignee|assigned_?to|reporter|reported_?by|requester|requested_?by|created_?by|updated_?by|modified_?by|approved_?by|submitted_?by|signed_?by|owner|contact|recipient|cardholder|card_?holder|account_?holder|beneficiary|payee|attention|attn|agent|caller|customer|patient|employee|fname|lname|surname|forename|vorname|nachname|prenom|nombre|apellidos?|cognome|voornaam|achternaam|fornavn|etternavn|efternavn|fornamn|efternamn|etunimi|sukunimi|imie|nazwisko|jmeno|prijmeni|prenume';
const KEYED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PERSON_KEY}[_\\s.-]?names?|${PERSON_ROLE})(?:\\[[0-9]{0,3}\\])?["'\`*]{0,2}\\s{0,3}(?:=>|[:=])\\s{0,3}(?:\\[ ?)?(["'\`]?)`,
  'giu',
);
const VALUE = /^[\p{L}\p{M}][\p{L}\p{M}'.-]{0,30}(?:[ ,]{1,2}[\p{L}\p{M}][\p{L}\p{M}'.-]{0,30}){0,4}/u;
const NO_VALUE =
  /^(?:null|none|nil|undefined|true|false|unknown|n\/?a|empty|string|str|text|varchar|char|required|optional|missing|invalid|value|system|admin|root|test|user|anonymous|support|self|me|name|default|bot|automation|service|api|not|is|was|the|a|an|no|yes|required)$/i;

/** Values of keys that say person: `"customerName": "…"`, `first_name=…`, `Assignee: …`. */
export const keyedNames: Detector = (scan, findings) => {
  const { text } = scan;
  for (const match of matchesOf(KEYED, text)) {
    const start = match.index + match[0].length;
    const quote = match[1] as string;
    const value = VALUE.exec(text.slice(start, start + 96))?.[0].trimEnd() ?? '';
    if (value.length < 2 || NO_VALUE.test(value)) continue;
    if (quote !== '' && text[start + value.length] === quote) {
      if (/^\p{Ll}/u.test(value) ? isListed(value) : !isEverydayOnly(value))
        findings.push({ start, end: start + value.length, type: 'PERSON' });
      continue;
    }
    const token = firstTokenFrom(scan, start);
    const name = readName(scan, token);
    const lower = name || !isListed(value) ? undefined : readLowerCaseName(scan, token, true);
    if (lower?.start === start) findings.push({ start, end: lower.end, type: 'PERSON' });
    if (!name || name.start !== start || name.everyday || (name.words < 2 && !name.listed)) continue;
    const given = /^, ?(?=\p{Lu})/u.exec(text.slice(name.end, name.end + 3));
    const after = given ? readName(scan, firstTokenFrom(scan, name.end + given[0].length)) : undefined;
    findings.push({ start, end: after?.given ? after.end : name.end, type: 'PERSON' });
  }
};

const wordsOf = (value: string) => foldText(value).split(/[ ,'.-]+/);
const isListed = (value: string) =>
  wordsOf(value).some((word) => (wordFlags(word) & (Word.given | Word.surname)) !== 0);
const isEverydayOnly = (value: string) =>
  wordsOf(value).every((word) => NOT_NAMES.has(word) || wordFlags(word) === Word.everyday);

/** Elements of records: `<name>Kis Veronika</name>`. */
const ELEMENT =
  /<(?:[A-Za-z]{1,12}:)?(?:(?:[A-Za-z]{0,16}[_-]?)?[Nn]ame|[Nn]m|[Ii]mi[eę]\p{L}{0,10}|[Nn]azwisko|[Vv]orname|[Nn]achname|[Nn]om|[Pp]r[eé]nom|[Nn]ombre|[Aa]pellidos?|[Nn]ome|[Cc]ognome|[Jj]meno|[Pp]rijmeni|[Aa]uthor|[Oo]wner|[Cc]ontact)(?: [^<>\n]{0,40})?>([\p{L}\p{M}][\p{L}\p{M}' .,-]{1,60})<\//gu;
/** Names of things. */
const THING_ELEMENT =
  /<[^<>]*(?:file|host|product|item|city|street|country|brand|company|event|class|tag|domain|app|service|display|bank|dataset|table|column|field)[_-]?name/iu;

/** Names in elements of XML: two words that the lists or their capitals show, or a given name. */
export const elementNames: Detector = (scan, findings) => {
  for (const match of matchesOf(ELEMENT, scan.text)) {
    const value = (match[1] as string).trimEnd();
    if (THING_ELEMENT.test(match[0])) continue;
    const words = wordsOf(value).filter((word) => word.length > 1);
    const named = words.filter((word) => (wordFlags(word) & (Word.given | Word.surname)) !== 0).length;
    const refused = words.some((word) => NOT_NAMES.has(word) && (wordFlags(word) & (Word.given | Word.surname)) === 0);
    if (refused || named === 0 || (words.length < 2 && (wordFlags(words[0] as string) & Word.everyday) !== 0)) continue;
    const start = match.index + match[0].length - 2 - (match[1] as string).length;
    findings.push({ start, end: start + value.length, type: 'PERSON' });
  }
};

const LOGIN =
  /(?<![\p{L}\p{N}])(?:user|username|user_?name|login|account|actor|principal|uid|usr|by|owner|operator|logged in as|benutzer|utilisateur|usuario|пользователь)(?:["']?\s?[:=]\s?["']?|\s["'])([\p{L}][\p{L}\p{N}._-]{2,40})(?=["'\s,;)\]}&]|$)/giu;

/** Log-in names made of a person's name: `user=anna.weber`, `login: jsmith`. */
export const loginNames: Detector = ({ text }, findings) => {
  for (const match of matchesOf(LOGIN, text)) {
    const name = (match[1] as string).replace(/[._-]$/, '');
    if (!looksLikePerson(name)) continue;
    const start = match.index + match[0].length - (match[1] as string).length;
    findings.push({ start, end: start + name.length, type: 'PERSON' });
  }
};

/** Two name words joined, a given name, or an initial and a surname: `anna.weber`, `jsmith`. */
export function looksLikePerson(login: string): boolean {
  if (SYSTEM_USERS.test(login)) return false;
  const parts = foldText(login)
    .split(/[._-]/)
    .map((part) => part.replace(/[0-9]+$/, ''))
    .filter((part) => part !== '');
  if (parts.length > 3 || parts.some((part) => /[0-9]/.test(part))) return false;
  const flags = parts.map((part) => wordFlags(part));
  const plain = (flag: number) => (flag & 3) !== 0 && (flag & 12) === 0;
  if (parts.length === 1) {
    const [part = ''] = parts;
    return plain(flags[0] as number)
      ? ((flags[0] as number) & 1) !== 0
      : part.length > 5 && flags[0] === 0 && plain(wordFlags(part.slice(1)));
  }
  return (
    flags.some(plain) &&
    flags.every((flag, index) => (flag & 3) !== 0 || flag === 0 || (parts[index] as string).length === 1)
  );
}

/** People in paths of directories and profiles, and in the names of the files they send. */
const PROFILE =
  /(?:linkedin\.com\/in|\/people|\/profiles?|\/authors?|\/members?|\/staff|\/team|\/contacts?|\/employees?|\/customers?|\/patients?|\/var\/(?:spool\/)?mail|\/mail|\/maildir)\/([\p{L}\p{M}][\p{L}\p{M}'.+_ -]{2,48})(?=[/?#"'\s)]|$|\.(?:html?|json|png|jpe?g|pdf))/giu;
const OWN_FILE =
  /(?:^|[\s/\\"'(_-])(?:cv|resume|résumé|lebenslauf|curriculum|bewerbung|passport|pass|ausweis|id[_ -]?card|licen[cs]e|invoice|rechnung|facture|factura|fattura|contract|vertrag|contrat|contrato|payslip|lohn|photo|foto|scan|signature|medical|report|offer|application|statement)[_ -]{1,2}(?:of[_ -])?([\p{L}\p{M}]{1,20}[_. -][\p{L}\p{M}'-]{2,24}(?:[_ -][\p{L}\p{M}]{3,20})?)(?=[_. -](?:[0-9v]|pdf|docx?|jpe?g|png|xlsx?|zip|txt|heic|tiff?|csv))/giu;

/** `Invoice_RaulMaduma_2025-03.pdf`. */
const CAMEL_FILE =
  /(?<=^|[\s/\\"'(])\p{L}{2,16}[_ -]((?:\p{Lu}\p{Ll}{1,15}){2,4})(?=[_. -](?:[0-9v]|pdf|docx?|jpe?g|png|xlsx?|zip|txt|heic|tiff?|csv))/gu;

const isPersonal = (name: string): boolean => {
  const words = foldText(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[\s._+-]+/)
    .filter((word) => word !== '');
  const flags = words.map((word) => wordFlags(word));
  const plain = flags.filter((flag) => (flag & 3) !== 0 && (flag & Word.everyday) === 0).length;
  return (
    words.length > 1 &&
    words.length < 5 &&
    plain > 0 &&
    flags.every((flag, index) => (flag & 3) !== 0 || flag === 0 || (words[index] as string).length < 3)
  );
};

export const pathNames: Detector = ({ text }, findings) => {
  for (const pattern of [PROFILE, OWN_FILE, CAMEL_FILE]) {
    for (const match of matchesOf(pattern, text)) {
      const name = (match[1] as string).trimEnd();
      const start = match.index + match[0].lastIndexOf(match[1] as string);
      if (isPersonal(name)) findings.push({ start, end: start + name.length, type: 'PERSON' });
    }
  }
};

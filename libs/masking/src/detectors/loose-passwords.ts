import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';
import { isLocked } from './locked-things.ts';

/** Between gaps and quotes; in scripts without spaces a run of ASCII. */
const CHUNK = /[^\s"„“”«»()[\]{}<>,;`「」『』、。：｜|]{3,48}/gu;
const ASCII = /[!#-&*+.-9=?-Z^_a-z~-]{3,48}/g;
/** The clause that names a password ends here. */
const END = /[.!?;](?=\s|$)|\n|[。！？；]|\x7f/u;
const REACH = 84;
const CHUNKS = 9;

/** Products, machines and units that end in figures. */
const NUMBERED =
  /^(?:windows|win|office|microsoft|chrome|firefox|safari|edge|opera|android|iphone|ipad|ios|ipados|macos|mac|macbook|galaxy|pixel|xperia|redmi|honor|thinkpad|latitude|surface|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|oracle|sql|redis|node|nodejs|python|java|jdk|php|ruby|perl|rust|dotnet|ubuntu|debian|centos|rhel|fedora|alpine|suse|sles|kernel|server|host|srv|dc|web|app|proxy|gateway|router|switch|firewall|printer|drucker|laptop|tablet|desktop|pc|notebook|vm|esx|esxi|vpn|ssid|vlan|eth|wlan|lan|port|build|version|release|update|patch|rev|rc|user|benutzer|usuario|utente|kunde|client|customer|cliente|account|konto|mailbox|ticket|tickets|case|order|error|fehler|erreur|code|kod|kode|room|raum|sala|salle|db|prod|stage|staging|dev|test|qa|uat|exchange|outlook|word|excel|adobe|acrobat|sap|log4j|sha|md|base|argon|pbkdf|oauth|http|https|tls|ssl|aes|rsa|wpa|wep|wifi|ipv|utf|iso|mp|step|schritt|page|seite|line|zeile|level|team|group|gruppe|tenant|pod|job|issue|bug|task|feature|sprint|plan|tier|zone|phase|week|kw|day|tag|jour|dia|form|formular|feld|field|campo|champ|tab|section|chapter|version|sap|crm|erp|kb|cve|rfc|en|din|iec|covid|formula|area|gate|unit|apt|flat|block|floor|stock|top|max|min|teamviewer|anydesk|citrix|fritz|fritzbox|speedport|easybox|livebox|freebox|replica|cluster|shard|queue|topic|disk|drive|volume|camera|cam|kasse|kassa|caja|cassa|register|terminal|pos|kiosk|station|desk|slot|locker|bay)[-_]?\p{L}?[0-9.]{1,6}\p{L}?$/iu;
/** Encodings, hashes and ciphers. */
const FORMAT =
  /^(?:base(?:16|32|58|64)|utf8?(?:mb[34])?|utf(?:8|16)le|sha(?:1|224|256|384|512)(?:sum)?|md[45]|rsa[0-9]+|ed25519|x25519|secp[0-9a-z]+|aes[0-9]+|cp[0-9]+|win[0-9]+|windows[0-9]+|koi8r?|latin[0-9]+|iso[0-9]+|gb[0-9]+|big5|pkcs[0-9]+|p12|pbkdf2|bcrypt[0-9]*|argon2[a-z]*|i18n|l10n|k8s|h264|h265|ipv[46]|v[0-9]+(?:alpha|beta|rc)[0-9]*|oauth2|wpa[23]|saml2|mp[34]|x86|x64|win32|arm64|amd64|fail2ban|ssh2|sha[0-9]+)$/u;
/** Addresses, paths, dates, versions, codes in capitals, amounts, times, assignments and constants. */
const HARMLESS =
  /^0x|^(?:req|request|self|this|form|body|params|args|config|settings|process|os|ctx)\.\p{L}|^[A-Z]{1,8}[-_]?[0-9]{1,12}[A-Z]?$|^[A-Z0-9]+(?:[-_/.:][A-Z0-9]+)+$|^v?[0-9]+(?:[.-][0-9]+)+|:\/\/|^[/~\\@#$%&<-]|\.(?:com|org|net|io|de|fr|es|it|nl|uk|eu|example|local|lan|json|js|ts|py|java|xml|ya?ml|html?|log|txt|pem|csv|pdf|xlsx?|docx?|png|jpe?g|exe|zip|sh|cfg|ini|conf|php|aspx?)(?:[:/?]|$)|^[0-9a-f]{12,}$|^[0-9a-f]{8}-[0-9a-f]{4}-|@[\w-]+\.|^[0-9]+(?:\p{L}{1,3}|[.,:/%-][0-9]*)$|^[0-9]+[.)]$|\*{3}|^\p{L}+['’]\p{L}+$|^[\w.-]{1,40}=(?!.*[&+*#])|^age1|^[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}$|^:\p{L}|\.{3}|^\p{L}+:$|^[0-9]{1,3}(?:st|nd|rd|th|er|ème|e|º|ª|do|km|kg|mb|gb|min|sec|sek|px|hz|kw)$/u;
/** The next thing is who logs in, and not with what. */
export const WHO =
  /(?:^|[\s(:])(?:for|user|username|login|account|host|server|fur|für|benutzer|nutzer|konto|usuario|utilisateur|compte|utente|gebruiker|bruker|uzytkownik|uzivatel|felhasznalo|utilizator|пользователь|логин|user:|login:|von|vom|from|by|at|ticket|case|mit der nummer|error|fehler|error:|since|seit|after|nach|version|build|code)[ :=]{0,2}$/u;
const LINKING = new Set(
  foldText(
    "הייתה היתה كانت كان eskiden önceden artık oldu بود شد थी have haben avons tenemos is was be are still always toujours encore immer noch siempre reads = : - – — → ist war lautet lautete heißt hieß bleibt est c'est etait était reste es era será sigue siendo siempre igual e é è era foi continua sendo ancora sempre nog luidt är ar var va fortfarande er on oli muuten aina to jest brzmi było je bylo zní znie stále az este era е беше είναι ήταν это был было всё ещё це був olan hala hâlâ היא היה אולי هو هي كان است ہے है था la là adalah ialah ni ya ay as als comme como come som jako jak kak как to auf en a à su til till na zu into now jetzt ahora nu maintenant was also auch with con mit avec met med z s с use using try tried used nutze probiert hab habe mis puesto used was hieß siger says называется даже natin kok malah jav lako yangu saya bija ir yra buvo bio bila on btw übrigens nebenbei d'ailleurs aliás comunque trouwens förresten forresten zresztą mimochodem egyébként кстати до речі olarak је është eshte არის է është da бил била be sein être ser essere zijn vara være olla być být byť lenni fie быть бути бъде olmalı stays remains bleibt blieb blijft blev förblir pozostaje zůstává",
  ).split(' '),
);

/** A digit or mark, without which nothing looks chosen. */
const UNLIKE_WORD = /[0-9!#$%&*+@^~=._-]/;

/** How surely a stretch is chosen by somebody for a password: 0 not, 1 where the words say so, 2 in any clause. */
export function chosenness(value: string): 0 | 1 | 2 {
  if (value.length < 5 || !UNLIKE_WORD.test(value)) return 0;
  if (HARMLESS.test(value) || NUMBERED.test(value) || FORMAT.test(value) || !/\p{L}/u.test(value)) return 0;
  const digits = value.replace(/[^0-9]/g, '').length;
  const sign = /[\p{L}\p{M}0-9][!#$%&*+@^~=][\p{L}0-9]|[0-9][!#$%*+@~]+$/u.test(value);
  if (sign && (digits > 0 || value.length > 7) && !/^(?:\p{Lu}&\p{Lu}|C\+\+)/u.test(value)) return 2;
  // Arsenal4Eva!
  if (/^(?=.*\p{Ll})(?=.*\p{Lu})(?=.*[0-9])[\p{L}0-9]{6,24}[!#$%*]{1,3}$/u.test(value)) return 2;
  if (/^\p{L}[\p{L}\p{M}]{3,23}[0-9]{2,8}[!?.]{0,2}$/u.test(value))
    return digits > 2 || /^\p{Lu}\p{Ll}+[0-9]+$/u.test(value) ? 2 : 1;
  if (/^[0-9]{2,8}\p{L}[\p{L}\p{M}]{3,}$/u.test(value)) return 1;
  if (/\p{Ll}/u.test(value) && digits > 0 && /^(?:[\p{L}\p{M}0-9]+[-_./+]){1,5}[\p{L}\p{M}0-9]+$/u.test(value))
    return 1;
  if (/^(?:[\p{L}\p{M}]{2,}[-_.]){2,5}[\p{L}\p{M}]{2,}$/u.test(value) && /\p{Ll}|\p{Lo}/u.test(value)) return 1;
  if (digits > 0 && /\p{Ll}/u.test(value) && /[0-9]\p{L}|\p{L}[0-9]/u.test(value)) return 1;
  return 0;
}

/** Digits alone are a password right behind "was", or at the end of a clause without spaces. */
const isDigits = (value: string, far: boolean): boolean =>
  (far ? /^[0-9]{6,8}$/ : /^[0-9]{4,8}$/).test(value) && !/^(?:19|20)[0-9]{2}$/.test(value);

const found = (start: number, value: string): Finding => ({ start, end: start + value.length, type: 'PASSWORD' });
const trimmed = (raw: string): string => raw.replace(/[.:?'’]+$/, '').replace(/(?<=\p{L})!$/u, '');

/** The first thing in the clause after a password's name that somebody chose: "la contraseña sigue siendo otono47". */
export function loosePassword({ text }: Scan, cue: Cue): Finding | undefined {
  const lead = /^["'”»]?\s?[:=]?\s{0,2}\n?/.exec(text.slice(cue.end, cue.end + 6))?.[0].length ?? 0;
  const from = cue.end + lead;
  const clause = text.slice(from, from + REACH);
  const stop = clause.search(END);
  const until = stop < 0 ? clause : clause.slice(0, stop + 1);
  const unspaced = isUnspaced(text.charCodeAt(cue.end - 1));
  let seen = 0;
  for (const match of until.matchAll(unspaced ? ASCII : CHUNK)) {
    seen += 1;
    if (seen > CHUNKS) return undefined;
    const value = trimmed(match[0]);
    if (match.index + match[0].length >= REACH || /^\x7f/.test(value)) return undefined;
    const isPlain = isDigits(value, unspaced && from + match.index - cue.end > 3);
    const sure = chosenness(value) || (isPlain ? 1 : 0);
    if (sure === 0) continue;
    const before = text.slice(Math.max(cue.end, from + match.index - 24), from + match.index);
    if (WHO.test(foldText(before))) continue;
    if (
      sure === 2 ||
      unspaced ||
      isLinked(before, from + match.index - cue.end, isPlain ? undefined : text[from + match.index + match[0].length])
    )
      return found(from + match.index, value);
  }
  return undefined;
}

/** Right behind the name, in brackets or quotes, or behind a word that joins the two. */
function isLinked(before: string, distance: number, after: string | undefined): boolean {
  if (
    distance < 4 ||
    (after === ',' && distance < 20 && /^[^:]*,\s$/.test(before)) ||
    /[("„“«「'`:=→–—]\s?$|\([^()]{1,24}\)\s$/.test(before)
  )
    return true;
  if (after !== undefined && '")”»」'.includes(after)) return true;
  const last = before.trim().split(/\s+/).at(-1) ?? '';
  return LINKING.has(foldText(last)) || isLocked(last);
}

const FIRST = /^["'„“«「>*•–-]{0,3}\s?([^\s"„“”«»(),;「」]{5,40})["”»」]?\s{1,2}(\p{L}{1,9}|[–—-]|→|=)(?=\s)/u;
/** The value first: "Bruin-Kat-77 is the password", "Pflaumenmus/12 – so lautet das Kennwort". */
export function passwordBefore({ text }: Scan, cue: Cue): Finding | undefined {
  const back = text.slice(Math.max(0, cue.start - 56), cue.start);
  let begin = 0;
  for (const match of back.matchAll(/[.!?;:,](?=\s)|\n/g)) begin = match.index + 1;
  const clause = back.slice(begin).replace(/^\s+/, '');
  const first = FIRST.exec(clause);
  const value = first?.[1] && trimmed(first[1]);
  if (!first || !value || chosenness(value) === 0 || !LINKING.has(foldText(first[2] as string))) return undefined;
  return found(cue.start - clause.length + first[0].indexOf(value), value);
}

const STEM = 5;
const VARIANTS = 240;
const DIGITS_NEXT =
  /^["'”»)]?,? ?(?:and|or|then|to|auf|en|vers|par|por|para|a|naar|till|til|na|на|und|oder|dann|et|ou|puis|y|o|luego|e|ou|depois|poi|en|of|och|eller|og|ja|tai|sitten|i|lub|albo|a|nebo|alebo|és|vagy|și|sau|и|или|потом|та|або|потім|ή|και|ve|veya|או|أو|dan|atau|và|hoặc|jetzt|now|ahora|nu|nyt|já mudei|mudei|troquei|changed|i changed|cambié|geändert|changé|teraz|teď|сейчас)(?: \p{L}{1,8}){0,4} (?:\p{L}{1,8} )?["'„“«]?([0-9]{4,8})(?![0-9A-Za-z:/%]|[.,-][0-9])/u;

/** Other passwords beside one that was found: its variants ("otono46" by "otono47") and the digits joined to its own. */
export const passwordVariants: Detector = ({ text }, findings) => {
  const found: Finding[] = [];
  const stems = new Map<string, Set<number>>();
  for (const { type, start, end } of findings) {
    if (type !== 'PASSWORD') continue;
    const value = text.slice(start, end);
    if (/^[0-9]{4,8}$/.test(value)) {
      const next = DIGITS_NEXT.exec(text.slice(end, end + 64));
      if (next && !/^(?:19|20)[0-9]{2}$/.test(next[1] as string)) {
        const stop = end + next[0].length;
        found.push({ start: stop - (next[1] as string).length, end: stop, type: 'PASSWORD' });
      }
      continue;
    }
    const word = /^([A-Za-z]{3,4})[0-9]{2,8}[!?]?$/.exec(value)?.[1];
    if (word) pushNumbered(text, word, start, end, found);
    const stem = /^\p{L}{5}/u.exec(value)?.[0].toLowerCase();
    if (stem === undefined || (value.length === STEM && value === value.toLowerCase())) continue;
    const starts = stems.get(stem) ?? new Set();
    stems.set(stem, starts);
    starts.add(start);
  }
  if (stems.size > 0) pushVariants(text, stems, found);
  for (const finding of found) findings.push(finding);
};

const NUMBERED_NEAR = 80;

/** The same short word with another number: "luna22 to luna23". */
function pushNumbered(text: string, word: string, start: number, end: number, found: Finding[]): void {
  const from = Math.max(0, start - NUMBERED_NEAR);
  const near = text.slice(from, end + NUMBERED_NEAR);
  for (let at = near.indexOf(word); at >= 0; at = near.indexOf(word, at + word.length)) {
    const value = /^[A-Za-z]{3,4}[0-9]{2,8}(?![0-9A-Za-z])/.exec(near.slice(at, at + 16))?.[0];
    if (value && from + at !== start && !/[0-9A-Za-z]/.test(near[at - 1] ?? ' '))
      found.push({ start: from + at, end: from + at + value.length, type: 'PASSWORD' });
  }
}

/** One pass over the text, however many passwords there are. */
function pushVariants(text: string, stems: ReadonlyMap<string, ReadonlySet<number>>, found: Finding[]): void {
  const nearest = new Map(Array.from(stems, ([stem, starts]) => [stem, nearestOther(starts)]));
  for (const match of text.matchAll(CHUNK)) {
    const distance = nearest.get(match[0].slice(0, STEM).toLowerCase())?.(match.index);
    if (distance === undefined || distance > VARIANTS) continue;
    const value = trimmed(match[0]);
    if (value.length >= STEM && chosenness(value) > 0)
      found.push({ start: match.index, end: match.index + value.length, type: 'PASSWORD' });
  }
}

/** How far the nearest of `places` that is not the place itself lies from a place; asked in the order of the text. */
function nearestOther(places: ReadonlySet<number>): (place: number) => number {
  const sorted = [...places].sort((a, b) => a - b);
  let next = 0;
  return (place) => {
    while (next < sorted.length && (sorted[next] as number) < place) next += 1;
    const before = sorted[next - 1] ?? Number.NEGATIVE_INFINITY;
    const after = sorted[sorted[next] === place ? next + 1 : next] ?? Number.POSITIVE_INFINITY;
    return Math.min(place - before, after - place);
  };
}

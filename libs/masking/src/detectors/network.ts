import { isIP } from 'node:net';
import type { Finding, TextDetector } from '../scan.ts';
import { isDigit, isHex } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';

/** Behind a colon only where it ends the name of a protocol or a side: `Server=tcp:192.0.2.10,1433`. */
const V4 =
  /(?<![0-9A-Za-z._-]|(?<!(?<![A-Za-z])(?:tcp|udp|ip|np|host|src|dst|peer|from)):)(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9A-Za-z_]|\.[0-9])/y;
const V6 = /(?<![0-9A-Za-z:.])[0-9A-Fa-f:]{3,39}(?:\.[0-9]{1,3}){0,3}(?![0-9A-Za-z:])/y;
/** `MAC:3c:52:82:…` begins behind the first colon, `ab:3c:52:…` does not. */
const PAIRS =
  /(?<![0-9A-Za-z-]|(?<![0-9A-Za-z])[0-9A-Fa-f]{1,2}:)(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![0-9A-Za-z]|[:-][0-9A-Fa-f]{2})/y;
const QUADRUPLES = /(?<![0-9A-Za-z.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![0-9A-Za-z]|\.[0-9A-Za-z])/y;
/** Two halves, as some switches print them: `3c5282.0ef724`. */
const HALVES = /(?<![0-9A-Za-z.])[0-9A-Fa-f]{6}[.-][0-9A-Fa-f]{6}(?![0-9A-Za-z]|[.-][0-9A-Za-z])/y;

/** Twelve digits in one piece or with other marks, where they are called an address of hardware. */
const NAMED =
  /(?:(?<![A-Za-z])(?:mac|bssid|hw ?addr|ether)|物理地址|硬件地址)(?![a-z])(?:[ _-]?(?:addr\w{0,5}|adr\w{0,6}|direcci\w{1,3}|endere\w{1,2}|indirizzo|id|is|地址|アドレス|주소))?[ :="'#(.]{0,4}(?<![0-9A-Za-z])((?:[0-9A-FO]{2}[ .:-]?){5}[0-9A-FO]{2})(?![0-9A-Za-z]|[:-][0-9A-F]{2})/gi;
/** As some switches print them, with letters and digits: `3c52-820e-f724`; keys and articles are numbered so, too. */
const THIRDS =
  /(?<![0-9A-Za-z.:_-])(?<!(?:key|hash|sku|code|serial|s\/n|id|token|ref|licen[cs]e|coupon|voucher)["']{0,1}[ :=#]{1,3})(?=[0-9:-]{0,13}[A-F])(?=[A-F:-]{0,13}[0-9])(?:[0-9A-F]{4}[:-]){2}[0-9A-F]{4}(?![0-9A-Za-z]|[.:-][0-9A-Za-z])/iy;

/** Addresses that name no one: loopback, unspecified, broadcast, netmasks, and the resolvers that everybody asks. */
const IMPERSONAL =
  /^(?:127\.|0\.|255\.|::1?$|8\.8\.(?:8\.8|4\.4)$|1\.(?:1\.1\.1|0\.0\.1)$|9\.9\.9\.9$|208\.67\.22[02]\.22[02]$|2001:4860:4860::88(?:88|44)$|2606:4700:4700::1(?:11|00)1$)/i;
const VERSION_BEFORE =
  /(?:\bv|versi[oó]n\p{L}{0,3}|vers\p{L}{1,4}|wersj\p{L}|verze|verzi\p{L}|sürüm|версі?[яиії]\p{L}{0,2}|έκδοση|build|release|\brev|firmware|bootloader|driver|client(?!=)|agent|sdk|oracle|patch|update|upgrade|hotfix|image|kernel|library|plugin|app|program|gerät|版本|客户端|用戶端|バージョン|버전|astra|ios|macos|android|section|chapters?|clause|kapitel|abschnitt|chapitre|cap[ií]tulo|capitolo|hoofdstuk)[ :=|v"'(-]{0,4}$/iu;

/** What is upgraded goes from one version to another: "from 18.2.0.114 to 18.2.1.7". */
const UPGRADE =
  /(?:upgrad|updat|aktuali[sz]|mise? [aà] jour|mis à jour|actuali[sz]|atualiz|aggiorn|обнов|оновл|güncelle|päivit|uppdater|opdater|oppdater|frissít|升级|更新)[^\n;!?]{0,48}$/iu;
/** Two versions beside each other: "firmware 10.4.0.11 vs 10.4.0.12". */
const COMPARED =
  /(?:\bv|versi|firmware|build|driver|bios|release|patch|hotfix|client|agent)[^\n;!?]{0,12}[0-9](?:\.[0-9]{1,5}){3}(?: (?:vs\.?|replaces|supersedes|ersetzt|remplace|reemplaza|substitui|sostituisce|and|or|und|oder|et|ou|y|e|en|och|og|ja|i|a|to|->|→|of the \p{L}{3,9} and) | ?[-/→] ?)$/iu;
const VERSION_MAX = 30;

/** Eight pairs with colons are a serial number or a fingerprint, not an address. */
const isWritten = (address: string) => address.length > 4 && (address.includes('::') || /[0-9A-Fa-f]{3}/.test(address));

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Four numbers whose dots have spaces or brackets around them: `196 . 201 . 214 . 88`, `192[.]0[.]2[.]10`. */
const DISGUISED =
  /(?<![0-9A-Za-z.])(?:[0-9]{1,3}(?: \. ?|\s?[[({<](?:\.|dot)[\])}>]\s?| dot )){3}[0-9]{1,3}(?![0-9A-Za-z]|\.[0-9])/giu;

function disguised(text: string, findings: Finding[]): void {
  eachMatch(DISGUISED, text, ({ index, 0: value }) => {
    const address = value.match(/[0-9]+/g)?.join('.') ?? '';
    if (isIP(address) === 4 && !IMPERSONAL.test(address))
      findings.push({ start: index, end: index + value.length, type: 'IP' });
  });
}

/** IPv4 and IPv6 addresses of persons and hosts; four-part versions and object ids stay. */
export const ipAddresses: TextDetector = ({ text }, findings) => {
  if (dotted(text, findings) || text.includes('dot')) disguised(text, findings);
  for (let colon = text.indexOf(':'); colon >= 0; ) colon = text.indexOf(':', colonned(text, colon, findings));
};

/** Begins at each number of one to three digits that a dot and a digit follow; whether a dot stands behind a space or a bracket. */
function dotted(text: string, findings: Finding[]): boolean {
  let isOdd = false;
  for (let dot = text.indexOf('.', 1); dot > 0; dot = text.indexOf('.', dot + 1)) {
    const before = text.charCodeAt(dot - 1);
    isOdd ||= before === 32 || before === 40 || before === 60 || before === 91 || before === 123;
    if (!isDigit(text.charCodeAt(dot + 1)) || !isDigit(before)) continue;
    let start = dot - 1;
    while (start > 0 && dot - start < 3 && isDigit(text.charCodeAt(start - 1))) start -= 1;
    const match = matchAt(V4, text, start);
    if (match === undefined) continue;
    const words = text.slice(Math.max(0, start - 16), start);
    // A network with its prefix length names no host.
    if (/\.0$/.test(match) && /^\/[0-9]{1,2}(?![0-9])/.test(text.slice(start + match.length, start + match.length + 4)))
      continue;
    const isVersion =
      VERSION_BEFORE.test(words) ||
      COMPARED.test(text.slice(Math.max(0, start - 64), start)) ||
      (Number.parseInt(match, 10) < VERSION_MAX &&
        !match.startsWith('10.') &&
        UPGRADE.test(text.slice(Math.max(0, start - 64), start)));
    if (isIP(match) === 4 && !IMPERSONAL.test(match) && !isVersion)
      findings.push({ start, end: start + match.length, type: 'IP' });
    dot = start + match.length - 1;
  }
  return isOdd;
}

const isHexOrColon = (code: number) => code === 58 || isHex(code);
/** The longest IPv6 address without a dotted part. */
const V6_MAX = 39;

/** Reads the run of hexadecimal digits and colons around `colon`; returns where to look on. */
function colonned(text: string, colon: number, findings: Finding[]): number {
  let end = colon + 1;
  while (end < text.length && isHexOrColon(text.charCodeAt(end))) end += 1;
  // Without a second colon it is a time, a label or a port.
  if (text.lastIndexOf(':', end - 1) === colon) return end;
  let start = colon;
  while (start > 0 && colon - start < V6_MAX && isHexOrColon(text.charCodeAt(start - 1))) start -= 1;
  const match = matchAt(V6, text, start);
  if (match === undefined) return end;
  const address = match.replace(/^:(?!:)|(?<!:):$/g, '');
  if (isIP(address) === 6 && isWritten(address) && !IMPERSONAL.test(address)) {
    const first = start + match.indexOf(address);
    findings.push({ start: first, end: first + address.length, type: 'IP' });
  }
  return Math.max(end, start + match.length);
}

/** Hardware addresses: six pairs or three quadruples with `:` or `-`, three dotted quadruples, two dotted halves. */
export const macAddresses: TextDetector = ({ text }, findings) => {
  for (const mark of [':', '-']) {
    for (let at = text.indexOf(mark, 2); at > 0; at = text.indexOf(mark, at + 1)) {
      // A time has two marks, a date has two, three letters and more between them: six pairs have five.
      const next = isMark(text.charCodeAt(at + 6)) ? push(text, at, at - 2, PAIRS, findings) : at;
      at = next === at && isMark(text.charCodeAt(at + 5)) ? push(text, at, at - 4, THIRDS, findings) : next;
    }
  }
  for (let at = text.indexOf('.', 4); at > 0; at = text.indexOf('.', at + 1)) {
    const next = text.charCodeAt(at + 5) === 46 ? push(text, at, at - 4, QUADRUPLES, findings) : at;
    at = next === at && isHalved(text, at) ? push(text, at, at - 6, HALVES, findings) : next;
  }
};

/** Hardware addresses without marks: `MAC E2ABD5A84495`. */
export const namedMacAddresses: TextDetector = ({ text }, findings) =>
  eachMatch(NAMED, text, ({ index, 0: whole, 1: address = '' }) => {
    const end = index + whole.length;
    findings.push({ start: end - address.length, end, type: 'MAC' });
  });

const isMark = (code: number) => code === 58 || code === 45;

/** Six hexadecimal digits on either side of a mark, letters and digits among them: no decimal number. */
function isHalved(text: string, at: number): boolean {
  for (let away = 1; away <= 6; away += 1)
    if (!isHex(text.charCodeAt(at - away)) || !isHex(text.charCodeAt(at + away))) return false;
  const around = text.slice(at - 6, at + 7);
  return /[a-f]/i.test(around) && /[0-9].*[0-9]/.test(around);
}

/** Tries a pattern at `start`, where `mark` is its first separator; returns where to look on. */
function push(text: string, mark: number, start: number, pattern: RegExp, findings: Finding[]): number {
  if (!isHex(text.charCodeAt(start)) || !isHex(text.charCodeAt(mark - 1)) || !isHex(text.charCodeAt(mark + 1)))
    return mark;
  const match = matchAt(pattern, text, start);
  if (match === undefined) return mark;
  findings.push({ start, end: start + match.length, type: 'MAC' });
  return start + match.length - 1;
}

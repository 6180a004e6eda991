import type { Finding, Scan } from '../../scan.ts';
import { isCodeOfThing } from '../codes-of-things.ts';
import { tellsOfPassword } from '../password-settings.ts';
import { isSamplePassword } from '../samples.ts';
import { after, before, cut, type Edge, type Test, writtenBefore } from './edge.ts';

/** Words of prose and of tools that stand where a password does, and none is. */
const NO_PASSWORD =
  /^(?:der|die|das|le|la|el|minimaal|mindestens|minimum|minimal|m[ií]nim[oa]?|min|atleast|required|obligatoire|obligatorio|mandatory|optional|expired|abgelaufen|invalid|ungültig|1password|lastpass|bitwarden|keepass(?:xc)?|dashlane|anmeldung|binary|filtered|redacted|masked|hidden|aes[-_]?(?:128|192|256)(?:[-_](?:cbc|gcm|ctr))?|sha[-_]?(?:1|256|512)|scram-sha-(?:1|256|512)|:?(?:null|true|false),?|your[_-][a-z_-]+,?|bcrypt|argon2(?:id)?|scrypt|md5|dur|ascii-text|passwordtext|passworddigest)$/iu;
/** `RUST_BACKTRACE=1`: a switch; `user=ann`, `ip=10.0.0.1`: another member of a line. */
const SETTING =
  /^`?[A-Z][A-Z0-9_]{2,}=[^=]{0,4}`?$|^(?:user(?:name)?|usr|login|account|email|mail|uid|ip|host|port|db|dbname|sid|session|trace|req(?:uest)?(?:_id)?|status|level|msg|ts|target|actor|action|result|event|tenant|client|customer|order|file|path|url)=(?![^;]*(?:pass|pwd|pw)=)/i;
/** `手機：02-…`: the next field and its number. */
const LABELLED = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]{2,8}[:：][0-9+() -]+$/u;
/** Regions of clouds, states of HTTP, names of networks, the rest of `-aes256`, times, digests, resources and constants. */
const OF_SYSTEM: readonly RegExp[] = [
  /^(?:us|eu|ap|sa|ca|me|af|cn)-(?:gov-)?(?:north|south|east|west|central)\w{0,5}-?[0-9]$/,
  /^[45][0-9]{2}(?:-[A-Z])?$|[_-](?:5|2\.4)G(?:Hz)?$|^es(?:128|192|256)/i,
  /#(?:password|passwd|pass|secret|token)$/i,
  /^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/,
  /^sha-?(?:1|256|384|512)[:-]/i,
  /^projects\/[^/\s]+\/secrets\/|^(?:[a-z][a-z0-9]*\.){2,}[A-Z$]/,
  // Names of packages with their versions.
  /^[a-z]{2,10}-[0-9]+\.[0-9.]+$/,
  // `%ASA-6-113015`, `USB\VID_04E8&PID_6860`, `Win11`, `5.3.1`: messages, devices and versions.
  /^%[A-Z][A-Z0-9_]*-[0-9]-|^(?:USB|PCI|HID|ACPI|SCSI)\\|^win(?:dows)?(?:7|8|8\.1|10|11)$|^[0-9]{1,3}(?:\.[0-9]{1,4}){2,3}$/i,
];
const WRITTEN: readonly RegExp[] = [NO_PASSWORD, SETTING, LABELLED, ...OF_SYSTEM];

/** A whole sentence of East Asia, longer than this. */
const SENTENCE_LEAST = 10;
const SENTENCE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}.*(?:が|は|を|で|ます|后|的|在|了).*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%]$/u;
/** "Password dimenticata: il link non funziona". */
const FORGOTTEN =
  /(?:forgot\p{L}*|vergessen|dimenticat\p{L}|oublie\p{L}*|olvidad\p{L}|esqueci\p{L}*|vergeten|glomt|glemt|unohtu\p{L}+|zapomn\p{L}+|zapomen\p{L}+|elfelejt\p{L}+|uitat\p{L}?|забыл\p{L}*|забыт\p{L}*|забул\p{L}*|unuttu\p{L}*)[:,;.?! -]{1,3}$/u;

/** What around a value says that it is no password. */
const NO_PLACE: readonly Test[] = [
  (value) => value.length > SENTENCE_LEAST && SENTENCE.test(value),
  (value, scan, finding) => /^[0-9]{2,5}$/.test(value) && /port[ :=]$/.test(before(scan, finding, 6)),
  (value, scan, finding) => /^(?:19|20)[0-9]{2}$/.test(value) && /^-[01][0-9]-[0-3][0-9]/.test(after(scan, finding, 7)),
  // "host gw3.shop.example": a host named as one.
  (value, scan, finding) =>
    /^[\w-]+(?:\.[\w-]+)*$/.test(value) &&
    /(?<!\p{L})(?:host|server|servidor|serveur|gateway|node)[ :]{1,2}$/iu.test(before(scan, finding, 12)),
  isInsideCode,
  isFilledIn,
  (_, scan, finding) => FORGOTTEN.test(before(scan, finding, 24)),
  (_, { folded }, { start, end }) =>
    tellsOfPassword(folded, start, end) || isSamplePassword(folded, start, end) || isCodeOfThing(folded, start, end),
];

/** `…8d2fa4dca3…`, `SHA256:…Pw4je…`: a cue inside a code; `mysql -pSecret` is one of a command. */
function isInsideCode(value: string, scan: Scan, finding: Finding): boolean {
  const joint = writtenBefore(scan, finding, 3);
  return /[0-9A-Za-z]$/.test(joint) && !/(?:^|\s)-[A-Za-z]$/.test(joint) && /^[0-9A-Za-z]/.test(value);
}

/** `{{ vault_d2_pass }}`, `{SSHA}`: what a template or a server puts there. */
function isFilledIn(value: string, scan: Scan, finding: Finding): boolean {
  const inBraces = /\{[{%]?\s?$/.test(writtenBefore(scan, finding, 3)) && /^\s?[}%]/.test(after(scan, finding, 2));
  return inBraces && (/^[a-z_][a-z0-9_.]*$/.test(value) || /^[A-Z]{3,8}$/.test(value));
}

/** The name of a value before it. */
const LEAD = /^(?:(?:密码|密碼|パスワード|ルート|sudo)[はが是:：]?|[A-Za-z_]{2,20}=(?=['"]))(?=.{4})/u;
/** The sentence that goes on, or the next member. */
const TAIL = /(?<=^[!-~]{4,40})[\p{Script=Han}]{2,}$|;[A-Za-z]+=.*$/u;

export const password: Edge = (scan, finding) => {
  const { start, end } = finding;
  const found = scan.text.slice(start, end);
  const value = found.replace(/^[!"'[{-]+|["'\]}]+$/g, '');
  if (WRITTEN.some((pattern) => pattern.test(value))) return undefined;
  if (NO_PLACE.some((isNone) => isNone(value, scan, finding))) return undefined;
  const lead = LEAD.exec(found)?.[0].length ?? 0;
  const own = found.slice(lead);
  const tail = TAIL.exec(own)?.[0].length ?? 0;
  return cut(finding, start + lead, end - (tail < own.length ? tail : 0));
};

import { tellsOfPassword } from '../password-settings.ts';
import { isSamplePassword } from '../samples.ts';
import { after, before, cut, type Edge } from './edge.ts';

/** Words of prose and of tools that stand where a password does, and none is. */
const NO_PASSWORD =
  /^(?:der|die|das|le|la|el|minimaal|mindestens|minimum|minimal|m[ií]nim[oa]?|min|atleast|required|obligatoire|obligatorio|mandatory|optional|expired|abgelaufen|invalid|ungültig|1password|lastpass|bitwarden|keepass(?:xc)?|dashlane|anmeldung|binary|filtered|redacted|masked|hidden|aes[-_]?(?:128|192|256)(?:[-_](?:cbc|gcm|ctr))?|sha[-_]?(?:1|256|512)|scram-sha-(?:1|256|512)|:?(?:null|true|false),?|your[_-][a-z_-]+,?|bcrypt|argon2(?:id)?|scrypt|md5|dur|ascii-text|passwordtext|passworddigest)$/iu;
/** `RUST_BACKTRACE=1`: a switch; `user=ann`, `ip=10.0.0.1`: another member of a line. */
const SETTING =
  /^`?[A-Z][A-Z0-9_]{2,}=[^=]{0,4}`?$|^(?:user(?:name)?|usr|login|account|email|mail|uid|ip|host|port|db|dbname|sid|session|trace|req(?:uest)?(?:_id)?|status|level|msg|ts|target|actor|action|result|event|tenant|client|customer|order|file|path|url)=(?![^;]*(?:pass|pwd|pw)=)/i;
/** `手機：02-…`: the next field and its number. */
const LABELLED = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]{2,8}[:：][0-9+() -]+$/u;
const SENTENCE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}.*(?:が|は|を|で|ます|后|的|在|了).*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}%]$/u;
/** "Password dimenticata: il link non funziona". */
const FORGOTTEN =
  /(?:forgot\p{L}*|vergessen|dimenticat\p{L}|oublie\p{L}*|olvidad\p{L}|esqueci\p{L}*|vergeten|glomt|glemt|unohtu\p{L}+|zapomn\p{L}+|zapomen\p{L}+|elfelejt\p{L}+|uitat\p{L}?|забыл\p{L}*|забыт\p{L}*|забул\p{L}*|unuttu\p{L}*)[:,;.?! -]{1,3}$/u;
export const password: Edge = (scan, finding) => {
  const { text } = scan;
  const value = text.slice(finding.start, finding.end).replace(/^[!"'[{-]+|["'\]}]+$/g, '');
  // An error of HTTP, a network's name, the rest of `-aes256`.
  if (/^(?:us|eu|ap|sa|ca|me|af|cn)-(?:gov-)?(?:north|south|east|west|central)\w{0,5}-?[0-9]$/.test(value))
    return undefined;
  if (/^[0-9]{2,5}$/.test(value) && /port[ :=]$/.test(before(scan, finding, 6))) return undefined;
  if (tellsOfPassword(scan.folded, finding.start, finding.end)) return undefined;
  if (/^[45][0-9]{2}(?:-[A-Z])?$|[_-](?:5|2\.4)G(?:Hz)?$|^es(?:128|192|256)/i.test(value)) return undefined;
  if (/#(?:password|passwd|pass|secret|token)$/i.test(value)) return undefined;
  if (/^(?:19|20)[0-9]{2}$/.test(value) && /^-[01][0-9]-[0-3][0-9]/.test(after(scan, finding, 7))) return undefined;
  if (NO_PASSWORD.test(value) || SETTING.test(value) || LABELLED.test(value)) return undefined;
  // `…8d2fa4dca3…`, `SHA256:…Pw4je…`: a cue inside a code; `mysql -pSecret` is one of a command.
  const joint = text.slice(Math.max(0, finding.start - 3), finding.start);
  if (/[0-9A-Za-z]$/.test(joint) && !/(?:^|\s)-[A-Za-z]$/.test(joint) && /^[0-9A-Za-z]/.test(value)) return undefined;
  if (
    /^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/.test(value) ||
    /^sha-?(?:1|256|384|512)[:-]/i.test(value) ||
    /^projects\/[^/\s]+\/secrets\/|^(?:[a-z][a-z0-9]*\.){2,}[A-Z$]/.test(value)
  )
    return undefined;
  // Names of packages with their versions, and whole sentences of East Asia.
  if (/^[a-z]{2,10}-[0-9]+\.[0-9.]+$/.test(value) || (value.length > 10 && SENTENCE.test(value))) return undefined;
  // `{{ vault_d2_pass }}`, `{SSHA}`: what a template or a server puts there.
  const inBraces =
    /\{[{%]?\s?$/.test(text.slice(Math.max(0, finding.start - 3), finding.start)) &&
    /^\s?[}%]/.test(after(scan, finding, 2));
  if (inBraces && (/^[a-z_][a-z0-9_.]*$/.test(value) || /^[A-Z]{3,8}$/.test(value))) return undefined;
  // `%ASA-6-113015`, `USB\VID_04E8&PID_6860`, `Win11`, `5.3.1`: what systems call their messages, devices and versions.
  if (
    /^%[A-Z][A-Z0-9_]*-[0-9]-|^(?:USB|PCI|HID|ACPI|SCSI)\\|^win(?:dows)?(?:7|8|8\.1|10|11)$|^[0-9]{1,3}(?:\.[0-9]{1,4}){2,3}$/i.test(
      value,
    )
  )
    return undefined;
  if (FORGOTTEN.test(before(scan, finding, 24)) || isSamplePassword(scan.folded, finding.start, finding.end))
    return undefined;
  // "host gw3.shop.example": a host named as one.
  if (
    /(?<!\p{L})(?:host|server|servidor|serveur|gateway|node)[ :]{1,2}$/iu.test(before(scan, finding, 12)) &&
    /^[\w-]+(?:\.[\w-]+)*$/.test(value)
  )
    return undefined;
  const lead =
    /^(?:(?:密码|密碼|パスワード|ルート|sudo)[はが是:：]?|[A-Za-z_]{2,20}=(?=['"])|(?<=_)[a-z]{3,20}=|(?<=\{)(?:S?SHA(?:256|512)?|S?MD5|CRYPT|PBKDF2[\w-]{0,8})\})(?=.{4})/u.exec(
      text.slice(finding.start, finding.end),
    )?.[0].length ?? 0;
  const own = text.slice(finding.start + lead, finding.end);
  const tail = /(?<=^[!-~]{4,40})[\p{Script=Han}]{2,}$|;[A-Za-z]+=.*$/u.exec(own)?.[0].length ?? 0;
  return cut(finding, finding.start + lead, finding.end - (tail < own.length ? tail : 0));
};

export const secret: Edge = ({ text }, finding) => {
  const { start, end } = finding;
  const value = text.slice(start, end);
  // `SHA256:SK7sSg…`: within a fingerprint.
  if (/(?:sha-?(?:1|256|384|512)|md5)[:-][0-9A-Za-z+/=]{0,40}$/i.test(text.slice(Math.max(0, start - 50), start)))
    return undefined;
  // An address or a transaction of a chain of blocks, unless it is named a key.
  if (/^0x[0-9a-f]{40}$/i.test(value)) return undefined;
  // What code asks for at run time, and what a shell or a template puts there.
  if (
    /^\$[A-Z_({]|^\{\{|^%[A-Z_]+%$|^(?:process\.env|os\.environ|system\.getenv|config|settings|env|secrets|vault|var|local)(?:[.[(]|\.get\()/i.test(
      value,
    )
  )
    return undefined;
  // `"token": "****", "order_id": …`: the next member.
  if (/^["'`]\s{0,2}[:=]/.test(text.slice(end, end + 4)) && /^[a-z][a-z_.-]+$/i.test(value)) return undefined;
  // A resource's name, not its value.
  if (/^projects\/[^/\s]+\/secrets\//.test(value)) return undefined;
  const tail = /(?<=[\w=+/-]{16})\n\p{L}{1,12}$|(?<=.{6});[A-Za-z_ ]{2,24}=.*$/u.exec(value)?.[0].length ?? 0;
  return cut(finding, start + (NAME_BEFORE.exec(value)?.[0].length ?? 0), end - tail);
};
/** `connect.sid=s:…`, `BASE=adf2…`: the name is no part of the value; base64 ends with its `=`. */
const NAME_BEFORE =
  /^(?:[a-z][a-z_.-]{0,40}[a-z]|[A-Z][A-Z_.-]{0,40}[A-Z]|[A-Za-z]+(?:[-_.][A-Za-z]+){0,5})=(?=[^=]{8})/;

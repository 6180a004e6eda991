import type { Cue } from '../cues/find-cues.ts';
import { distantColon, opaqueEnd, valueStart } from '../cues/value-after.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';
import { eachPrefixedKey } from './key-prefixes.ts';
import { looksRandom } from './keyed-secrets.ts';
import { opensNothing } from './one-time-code.ts';
import { isState } from './told-passwords.ts';

export { commandLinePasswords, pemBlocks, urlCredentials } from './credentials.ts';

/** Vendors' keys and JSON web tokens, by prefix and length. */
export const prefixedSecrets: Detector = (scan, findings) =>
  eachPrefixedKey(scan, (start, end) => findings.push({ start, end, type: 'SECRET', certain: true }));

const LITERALS = new Set(
  'yes no on off null true false none undefined required invalid expired missing wrong incorrect empty string changed reset forgotten optional redacted hidden hunter failed rejected revoked unknown number object value example here there type name ttl bearer basic'.split(
    ' ',
  ),
);

const LITERAL_MAX = 12;

/** Nothing longer is a word. */
const WORD_MAX = 128;

/** Whether something looks made up for secrecy: a digit, a symbol inside, or case changing inside. */
const looksSecret = (value: string) =>
  value.length > WORD_MAX ||
  /[0-9]/.test(value) ||
  /[a-z][A-Z]/.test(value) ||
  /\p{L}[^\p{L}\p{M}\s'’-]\p{L}/u.test(value);

/** Keys and tokens after `api_key=`, `"token":`, `Authorization: Bearer`. */
export function cuedSecret(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  const end = opaqueEnd(scan, begin.at);
  const value = scan.text.slice(begin.at, end);
  const label = scan.folded.slice(cue.start, cue.end);
  const scheme = /^(?:bearer|basic)/.test(label) || label.endsWith('basic');
  const marked =
    begin.explicit ||
    scheme ||
    (value.length > 19 && looksRandom(value)) ||
    (UUID.test(value) && KEY_LABEL.test(label)) ||
    (/^[0-9A-Za-z]{12,}$/.test(value) &&
      /^(?=[^0-9]*[0-9])(?:[^a-z]*[a-z]){3}/.test(value) &&
      PLAIN_KEY.test(label) &&
      !/^[0-9a-f]{12,31}$/.test(value));
  if (/\*{3}/.test(value)) return undefined;
  // `radius secret: plumtree`, `secret = plumtree`: an ordinary word, alone behind its name.
  if (begin.explicit && isWordSecret(scan, label, begin.at, end)) return { start: begin.at, end, type: 'SECRET' };
  if (!marked || value.length < 8 || !looksSecret(value)) return undefined;
  if (isPlain(value) && !(UUID.test(value) && KEY_LABEL.test(label))) return undefined;
  if (
    /^(?:vault|secret|env|ssm|arn|file|ref|sops|awssm|op|sha256|sha1|md5):|^AWS4-HMAC-SHA256$|^(?:server|host|addr|address)=/i.test(
      value,
    )
  )
    return undefined;
  return { start: begin.at, end, type: 'SECRET' };
}

function isWordSecret({ text }: Scan, label: string, at: number, end: number): boolean {
  const value = text.slice(at, end);
  return (
    /secret$/.test(label) &&
    (/(?:client|shared|radius|signing|webhook|jwt|app|consumer) ?secret$/.test(
      foldText(
        text
          .slice(Math.max(0, at - 24), at)
          .replace(/[\s:="'_-]+$/, '')
          .replace(/_/g, ' '),
      ),
    ) ||
      /= ?["']?$/.test(text.slice(Math.max(0, at - 3), at))) &&
    /^\p{Ll}[\p{Ll}0-9-]{5,32}$/u.test(value) &&
    !isState(value) &&
    !LITERALS.has(value) &&
    /^["']?[ ;,]{0,2}(?:\n|$)/.test(text.slice(end, end + 4))
  );
}

/** Names of nothing but secrets: what follows them needs no colon. */
const PLAIN_KEY =
  /^(?:my )?(?:api|webhook|client|app|signing|shared|secret|jwt|hmac|encryption|access|private|license|licence) ?(?:key|secret|schlussel)|^(?:cle|clave|chave|chiave|klucz|cheie|kljuc|ключ) (?:d )?(?:de )?api|api (?:anahtar|kulcs|avain|raktas|nyckel|sleutel|schlussel|ključ|kljuc|ключ)/;
/** Some vendors' keys are UUIDs: after these words, and not after "token" or "session", which logs print. */
const KEY_LABEL =
  /api|client|licen|lizen|secret|subscri|clave|cle |chave|klucz|anahtar|sleutel|nyckel|chiave|kljuc|ключ|密钥|金鑰|키/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Timestamps, UUIDs, error names and the like stand after "token" in logs and are no secrets. */
const isPlain = (value: string) =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(value) ||
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value) ||
  /^[A-Z]{2,}(?:[_-][A-Z0-9]+){1,6}$/.test(value) ||
  /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(value) ||
  value.includes('://');

/** Passwords after their cue, in the forms people write: `password: x`, "mot de passe x1!", "the password is x". */
export function cuedPassword(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  // "Fake-Pw1" names no password "1"; scripts without spaces do write on.
  if (!begin || (begin.at === cue.end && !isUnspaced(scan.text.charCodeAt(cue.end - 1)))) return undefined;
  return passwordAt(scan, begin) ?? distantPassword(scan, cue);
}

function distantPassword(scan: Scan, cue: Cue): Finding | undefined {
  const colon = distantColon(scan, cue);
  if (colon === undefined) return undefined;
  const at = colon + (/^[ "'`]{0,4}/.exec(scan.text.slice(colon, colon + 4))?.[0].length ?? 0);
  return passwordAt(scan, { at, explicit: false });
}

/** A value in quotes may hold spaces: `MAIL_PASS="three words 7"`. */
const ENV_QUOTED = /^[^\n"'`]{3,64}(?=["'`])/;

/** Code that reads a password, columns that hold one, rules for one, and what logs write in its place. */
const READ_ELSEWHERE =
  /^(?:[a-z_]\w*\.)*(?:getenv|environ|env|input|prompt|getpass|readline|var|varchar2?|nvarchar|char|fetch|decrypt|hash|encode|config|settings)(?:[([.]|$)|^(?:req|request|self|this|user|form|body|params|args|ctx|data|config|settings|process|os|props)(?:\.[a-zA-Z_]+){1,5}$|^(?:Convert(?:To|From)|Read|Get|New|Set|Import|Export)-[A-Z][A-Za-z]+$|^(?:filtered|redacted|masked|removed|protected|secure|hidden)\]?$|^(?:required|optional|nullable|string|sometimes|confirmed)[|:]/i;

function passwordAt(scan: Scan, begin: { at: number; explicit: boolean }): Finding | undefined {
  let end = opaqueEnd(scan, begin.at);
  const mark = scan.text[begin.at - 1] as string;
  if (
    /["'`]/.test(mark ?? '') &&
    scan.text[end] === ' ' &&
    /[:=] ?$/.test(scan.text.slice(begin.at - 3, begin.at - 1))
  ) {
    const quoted = ENV_QUOTED.exec(scan.text.slice(begin.at, begin.at + 66))?.[0];
    const close = begin.at + (quoted?.length ?? 0);
    const isWhole = scan.text[begin.at - 2] === '=' || /^.[\s,;)}\]]/.test(scan.text.slice(close, close + 2));
    if (quoted && isWhole && scan.text[close] === mark && quoted.split(' ').length < 7) end = close;
  }
  const value = scan.text.slice(begin.at, end);
  if (
    value.length < (begin.explicit ? 3 : 5) ||
    (value.length <= LITERAL_MAX && LITERALS.has(value.toLowerCase())) ||
    /^[*•.x]{3,}$|\*{3}$|^\$|^<|^\{\{|^%|^\w+=[$<{]/i.test(value) ||
    READ_ELSEWHERE.test(value) ||
    // `password=****, "password": …`: the next name; `'ann'@'%'`: who has it.
    /^["'`](?:\s{0,2}[:=]|@["'`])/.test(scan.text.slice(end, end + 4)) ||
    // `password_expiry_days: 90`: names go on.
    (!begin.explicit && scan.text[end] === ':' && /^[a-z]+(?:[A-Z_][A-Za-z]+)+$/.test(value))
  )
    return undefined;
  if (!begin.explicit && !looksSecret(value)) return undefined;
  // On its own line: "password: please reset it" goes on, a setting does not.
  if (begin.explicit && !looksSecret(value) && /^[^\S\n]+\p{Ll}/u.test(scan.text.slice(end, end + 3))) return undefined;
  return isError(value) ? undefined : { start: begin.at, end, type: 'PASSWORD' };
}

const isError = (value: string) => /^[A-Z]{2,}(?:[_-][A-Z0-9]+){1,6}$/.test(value) || value.includes('://');

const ONE_TIME =
  /^(?:[0-9]{3,4}[ -][0-9]{3,4}|[0-9]{2} [0-9]{2}(?: [0-9]{2})?|[0-9]{4,8}|[A-Z]{1,2}-[0-9]{4,8}|[A-Z0-9]{4,6}(?:-[A-Z0-9]{3,6}){1,5})(?![0-9A-Za-z/]|[.:][0-9])/i;

/** Capitals and digits mixed, where a colon says that they are the code: "Abholcode Paketstation: 8X4K2". */
const MIXED = /^(?=[A-Z]{0,9}[0-9])(?=[0-9]{0,9}[A-Z])[0-9A-Z]{5,10}(?![0-9A-Za-z_.-])/;

/** From a cue to the end of its value, and a little behind it in the same sentence: "…. https://…" is another. */
export const sentenceOf = (text: string, from: number, to: number): string =>
  text.slice(from, to) + (text.slice(to, to + 8).split(/\n|[.!?]\s/)[0] as string);

/** One-time codes, PINs and backup codes after their cue. */
export function cuedOneTimeCode(scan: Scan, cue: Cue): Finding | undefined {
  const near = scan.text.slice(cue.end, cue.end + 48).split('\n')[0] as string;
  const lead = /^[^0-9\x7f]{0,28}/.exec(near)?.[0].length ?? 0;
  const colon = distantColon(scan, cue);
  for (const offset of [
    valueStart(scan, cue)?.at ?? -1,
    colon === undefined ? -1 : colon + (/^ {0,2}/.exec(scan.text.slice(colon, colon + 2))?.[0].length ?? 0),
    cue.end + lead,
    cue.end + near.search(/[A-Z0-9]{4}-[A-Z0-9]/),
  ]) {
    if (offset < cue.end) continue;
    const said = scan.text.slice(offset, offset + 48);
    const match =
      ONE_TIME.exec(said) ?? (/: {0,2}$/.test(scan.text.slice(offset - 3, offset)) ? MIXED.exec(said) : null);
    if (
      match &&
      /[0-9]/.test(match[0]) &&
      !opensNothing(sentenceOf(scan.text, cue.end, offset + match[0].length)) &&
      !/[0-9A-Za-z_+&@%$!.-]/.test(scan.text[offset - 1] ?? ' ')
    ) {
      return { start: offset, end: offset + match[0].length, type: 'PASSWORD' };
    }
  }
  return undefined;
}

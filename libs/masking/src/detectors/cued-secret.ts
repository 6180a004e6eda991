import type { Cue } from '../cues/find-cues.ts';
import { opaqueEnd, valueStart } from '../cues/value-after.ts';
import type { Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { looksRandom } from './keyed-secrets.ts';
import { isErrorName, LITERALS, looksSecret } from './secret-looks.ts';
import { isState } from './told-passwords.ts';

/** Characters of the shortest secret that is more than a word. */
const LEAST = 8;
/** Characters from which a random value needs nothing but its cue. */
const LONG = 20;

/** Names of nothing but secrets: what follows them needs no colon. */
const PLAIN_KEY =
  /^(?:my )?(?:api|webhook|client|app|signing|shared|secret|jwt|hmac|encryption|access|private|license|licence) ?(?:key|secret|schlussel)|^(?:cle|clave|chave|chiave|klucz|cheie|kljuc|ключ) (?:d )?(?:de )?api|api (?:anahtar|kulcs|avain|raktas|nyckel|sleutel|schlussel|ključ|kljuc|ключ)/;
/** Some vendors' keys are UUIDs: after these words, and not after "token" or "session", which logs print. */
const KEY_LABEL =
  /api|client|licen|lizen|secret|subscri|clave|cle |chave|klucz|anahtar|sleutel|nyckel|chiave|kljuc|ключ|密钥|金鑰|키/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where a secret is kept, how it is signed, or the next member of a line. */
const REFERENCE =
  /^(?:vault|secret|env|ssm|arn|file|ref|sops|awssm|op|sha256|sha1|md5):|^AWS4-HMAC-SHA256$|^(?:server|host|addr|address)=/i;

/** Keys and tokens after `api_key=`, `"token":`, `Authorization: Bearer`. */
export function cuedSecret(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  const end = opaqueEnd(scan, begin.at);
  const value = scan.text.slice(begin.at, end);
  const label = scan.folded.slice(cue.start, cue.end);
  const finding: Finding = { start: begin.at, end, type: 'SECRET' };
  if (/\*{3}/.test(value)) return undefined;
  if (begin.explicit && isWordSecret(scan, label, begin.at, end)) return finding;
  if (value.length < LEAST || !looksSecret(value) || REFERENCE.test(value)) return undefined;
  const isVendorsUuid = UUID.test(value) && KEY_LABEL.test(label);
  const isMarked = begin.explicit || isScheme(label) || isVendorsUuid || isKeyItself(label, value);
  return isMarked && (isVendorsUuid || !isPlain(value)) ? finding : undefined;
}

const isScheme = (label: string): boolean => /^(?:bearer|basic)/.test(label) || label.endsWith('basic');

/** What needs no colon: something long and random, or letters and digits behind the name of a key that are no hash. */
const isKeyItself = (label: string, value: string): boolean =>
  (value.length >= LONG && looksRandom(value)) ||
  (/^[0-9A-Za-z]{12,}$/.test(value) &&
    /^(?=[^0-9]*[0-9])(?:[^a-z]*[a-z]){3}/.test(value) &&
    PLAIN_KEY.test(label) &&
    !/^[0-9a-f]{12,31}$/.test(value));

const WORD = /^\p{Ll}[\p{Ll}0-9-]{5,32}$/u;
const NAMED = /(?:client|shared|radius|signing|webhook|jwt|app|consumer) ?secret$/;

/** `radius secret: plumtree`, `secret = plumtree`: an ordinary word, alone behind its name. */
function isWordSecret({ text }: Scan, label: string, at: number, end: number): boolean {
  const value = text.slice(at, end);
  if (!label.endsWith('secret') || !WORD.test(value) || isState(value) || LITERALS.has(value)) return false;
  const isAlone = /^["']?[ ;,]{0,2}(?:\n|$)/.test(text.slice(end, end + 4));
  const isSet = /= ?["']?$/.test(text.slice(Math.max(0, at - 3), at));
  return isAlone && (isSet || NAMED.test(nameBefore(text, at)));
}

/** The words before a value, folded, without the marks between: `CLIENT_SECRET = "`. */
const nameBefore = (text: string, at: number): string =>
  foldText(
    text
      .slice(Math.max(0, at - 24), at)
      .replace(/[\s:="'_-]+$/, '')
      .replace(/_/g, ' '),
  );

/** Timestamps, UUIDs, error names and the like stand after "token" in logs and are no secrets. */
const isPlain = (value: string): boolean =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(value) ||
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value) ||
  isErrorName(value) ||
  /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(value) ||
  value.includes('://');

import type { Detector } from '../scan.ts';
import { isStandIn } from './stand-ins.ts';

/** A run of what keys are made of, up to the end of a word. */
const RUN =
  /(?<![\p{L}\p{N}_./@:=+#$%&-])[A-Za-z0-9][A-Za-z0-9_.~+/-]{13,126}[A-Za-z0-9](?:={1,2})?(?![\p{L}\p{N}_@-])/gu;
/** What opens an interface, in the languages of the tickets, folded. */
const SECRET =
  /(?<!\p{L})(?:api|rest|sdk|webhook\p{L}*|integration\p{L}*|access|bearer|auth\p{L}*|deploy\p{L}*|licen[cs]e?|lizenz\p{L}*|signing|client|shared|private|personal access|service account)(?:[ -]\p{L}{2,14}){0,2}?[ -]?(?:keys?|tokens?|secrets?|schlussel\p{L}*|sleutel\p{L}*|nyckel\p{L}*|n[oø]gle\p{L}*|n[oø]kkel\p{L}*|avai\p{L}+|vott\p{L}+|kulcs\p{L}*|klic\p{L}*|kluc\p{L}*|klucz\p{L}*|kljuc\p{L}*|ключ\p{L}*|anahtar\p{L}*|secret\p{L}*|geheimnis|कुंजी|কী|चाबी)(?!\p{L})|(?<!\p{L})(?:cles?|claves?|chaves?|chiav[ei]|chei[ae]|klucz\p{L}*|ключ\p{L}*|κλειδι\p{L}*|مفتاح|کلید|מפתח|khoa|kunci|ufunguo)(?: \p{L}{2,12}){0,2}? (?:d['’]|de |di |da |do |al |του |ה-?|wa )?(?:api|webhook|acces\p{L}*|access\p{L}*|integra\p{L}*|licen\p{L}*)(?!\p{L})|คีย์ ?api|api ?(?:密钥|密鑰|金鑰|キー|키|कुंजी|কী)|(?<!\p{L})(?:bearer|(?:access|auth|deploy|api|bearer|refresh|bot|ci|pipeline|integration|push)[ -]?tokens?|(?:client|signing|webhook|api|shared)[ -]?secrets?)(?!\p{L})/u;
/** The same in one word. */
const TOKEN =
  /(?<![\p{L}_-])(?:tokens?|token[aueiy]\p{L}{0,2}|jetons?|secrets?|токен\p{L}*|טוקן|توكن|टोकन|টোকেন|โทเค็น)(?!\p{L})|トークン|토큰|令牌/u;
/** A key that was made anew, of which hashes are told as often. */
const KEY =
  /regenerat|rotat|renew|revok|reissu|neu erzeugt|regener|rigenerat|nouvelle cle|new key|new one|license server|(?<!\p{L})key(?!\p{L})/u;
/** Whose runs look the same and open nothing, in the words right before one. */
const OTHER =
  /(?<!\p{L})(?:commit\p{L}*|sha-?[0-9]*|md5|hash\p{L}*|digest|checksum|etag|trace\p{L}*|span|request\p{L}*|correlation\p{L}*|idempoten\p{L}*|session|sitzung|device|gerat\p{L}*|order|publi\p{L}*|offentlich\p{L}*|fingerprint|thumbprint|kid|uuid|guid|csrf|cache|object|image|layer|build|version|release|branch|tag|event|message|job|run|node|pod|container|user|tenant|account|customer|correlatie|file|datei|fichier|archivo|arquivo|path|host|server|ticket|invoice|primary|foreign|partition|sort|row|translation|registry|serial|imei|model|transaction|payment|recipient|ray|app|page|uid|user ids?|id|ids)[ ]?(?:id|ids|key|no|nr|number|name|hash)?["'`: =(#w/]{0,5}(?:like |is |are |с[а-я]+ )?$/u;
/** The same further off, for what hashes and identifiers look like. */
const OTHER_NEAR =
  /(?<!\p{L})(?:sha-?[0-9]+|md5|hash\p{L}*|etag|uuid|ulid\p{L}*|guid|uid|id|ids|ray|trace\p{L}*|session\p{L}*|rows)(?!\p{L})[^.]{0,28}$/u;
/** Public keys, pictures, empty places. */
const HARMLESS = /^(?:AAAA[BC]|age1|iVBOR|mrk-|0{8}-)|X{5}/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NEAR = 64;
const BEHIND = 32;
const SENTENCE_END = /[.!?。؟।]\s|\n/g;

/** A key that a sentence speaks of, of no vendor's shape: "The token we use in the pipeline is skif_9hfZ…". */
export const toldSecrets: Detector = ({ text, folded }, findings) => {
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const end = index + run.length;
    if (!isOpaque(run) || isStandIn(run)) continue;
    const before = lastSentence(folded.slice(Math.max(0, index - NEAR), index));
    const behind = folded.slice(end, end + BEHIND).split(SENTENCE_END)[0] as string;
    if (OTHER.test(before) || HARMLESS.test(run) || (isPlain(run) && OTHER_NEAR.test(before))) continue;
    const said = `${before} … ${behind}`;
    const isTold = SECRET.test(said) || TOKEN.test(said) || (!isPlain(run) && KEY.test(before));
    if (isTold) findings.push({ start: index, end, type: 'SECRET' });
  }
};

const lastSentence = (text: string): string => text.split(SENTENCE_END).at(-1) as string;

/** What hashes and identifiers look like, too. */
const isPlain = (run: string): boolean => UUID.test(run) || /^[0-9a-f]+$/i.test(run);

/** Letters and digits that change places often: no word, no host, no version, no path. */
function isOpaque(run: string): boolean {
  if (UUID.test(run) || /^(?=.*[a-f])(?=.*[0-9])[0-9a-f]{32,64}$/i.test(run)) return true;
  const pieces = run.split(/[_.~+/-]+/);
  return /^(?:[A-Z0-9]{4,6}-){3,7}[A-Z0-9]{4,6}$/.test(run)
    ? /[A-Z]/.test(run) && changes(run) > 5
    : pieces.some(isMixed);
}

const isMixed = (piece: string): boolean =>
  piece.length > 11 && /[0-9]/.test(piece) && /[A-Za-z]/.test(piece) && changes(piece) > 4;

/** How often small letters, capital letters and digits follow one another. */
function changes(value: string): number {
  let count = 0;
  for (let at = 1; at < value.length; at += 1)
    if (kind(value[at] as string) !== kind(value[at - 1] as string)) count += 1;
  return count;
}
const kind = (character: string): string =>
  /[0-9]/.test(character) ? '0' : /[a-z]/.test(character) ? 'a' : /[A-Z]/.test(character) ? 'A' : '-';

import { readIdentity } from '../cues/identity-after.ts';
import { isNumberOfThing } from '../cues/other-numbers.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { isDigit, isWordCode } from '../text/characters.ts';

/** As many findings are compared with the rest of the text. */
const COMPARED_MAX = 24;
/** A shorter number is like too many others. */
const DIGITS_MIN = 6;
/** How far apart a number and its correction stand, in UTF-16 units. */
const NEAR = 48;

/** Words between two numbers of one kind: "not … but", "instead of", "and", "his", "my wife's", "the old one". */
const BETWEEN =
  /^[\s,;:/()"'–—+&-]*(?:(?:wife|husband|spouse|partner|son|daughter|child|kid|mother|father|dad|frau|mann|kind|kindes|sohn|tochter|femme|mari|fils|fille|epouse|enfant|esposa|marido|hijo|hija|mujer|esposo|filho|filha|mulher|moglie|marito|figlio|figlia|vrouw|zoon|dochter|kone|barn|sonen|dotter|zony|meza|syn|syna|corka|corki|dziecka|manzel\p{L}*|dcer\p{L}*|ditete|feleseg\p{L}*|ferj\p{L}*|gyerek\p{L}*|sot\p{L}*|copil\p{L}*|zene|muza|deteta|дитини|дочки|сина|дружини|чоловіка|жены|мужа|сына|дочери|ребенка|мамы|съпруг\p{L}*|esim\p{L}*|cocug\p{L}*|oglu\p{L}*|kizi\p{L}*|istri|suami|anak|isteri|vo|chong|con|not|and|or|but|instead|of|is|was|as|typed|should|be|the|right|one|correct|wrong|old|new|now|then|before|after|his|her|hers|mine|my|mum|s|also|plus|for|nicht|und|oder|sondern|statt|anstatt|bei|euch|jetzt|neu|alt|neue|alte|richtig|falsch|ist|war|die|der|das|et|ou|pas|au|lieu|de|mais|le|la|bon|est|ancien|ancienne|nouveau|nouvelle|y|o|no|sino|en|vez|lugar|el|correcto|nuevo|nueva|antiguo|viejo|es|era|ahora|i|meu|meva|mi|mio|e|non|ma|invece|adesso|ora|di|nao|mas|em|do|da|agora|novo|nova|antigo|antiga|och|inte|utan|eller|nu|nya|og|ikke|men|eller|ja|ei|vaan|tai|en|niet|maar|of|andere|nieuw|oud|nie|tylko|zamiast|a|lub|teraz|nowy|stary|ne|ale|nebo|misto|namiesto|nem|hanem|helyett|es|vagy|nu|ci|in|loc|sau|si|не|а|и|или|вместо|но|і|або|замість|його|мой|правильный|верный|new|degil|ve|veya|yerine|eski|yeni|bukan|dan|atau|baru|lama|khong|phai|va|hoac|ma|לא|אלא|או|مش|لا|ليس|بل|او|أو|و|नहीं|और|या|हो|और)[\s,;:/()"'–—+&.-]*){0,5}$/u;

interface Known {
  finding: Finding;
  compact: string;
  signature: string;
}

/**
 * The other numbers of a kind that was found: the mistyped and the corrected one, the old and the new one, those of the
 * rest of a family. Reads what all other detectors found.
 */
export const secondValues: Detector = (scan, findings) => {
  const known: Known[] = [];
  const corrections: Finding[] = [];
  for (const finding of findings) {
    if (known.length >= COMPARED_MAX) break;
    if (finding.type !== 'NATIONAL_ID' && finding.type !== 'PASSPORT') continue;
    const corrected = correction(scan, finding);
    if (corrected) corrections.push(corrected);
    const compact = compactOf(scan.text.slice(finding.start, finding.end));
    if (compact.length < 8 || compact.length > 18 || digitsOf(compact) < DIGITS_MIN) continue;
    if (!known.some((other) => other.compact === compact))
      known.push({ finding, compact, signature: signatureOf(compact) });
  }
  findings.push(...corrections);
  if (known.length === 0) return;
  const lengths = new Set(known.map(({ compact }) => compact.length));
  const { count, starts, kinds } = scan.tokens;
  const added: Finding[] = [];
  let passed = 0;
  for (let token = 0; token < count; token += 1) {
    const start = starts[token] as number;
    if (kinds[token] === 0 || start < passed || isWordCode(scan.text.charCodeAt(start - 1))) continue;
    if (isPartOfCode(scan.text, start) || STAMP.test(scan.text.slice(start, start + STAMP_MAX))) continue;
    const candidate = read(scan, start, lengths);
    if (!candidate || findings.some((finding) => finding.start < candidate.end && candidate.start < finding.end))
      continue;
    const alike = known.find((one) => isAlike(scan, one, candidate));
    if (!alike) continue;
    passed = candidate.end;
    added.push({ start: candidate.start, end: candidate.end, type: alike.finding.type });
  }
  findings.push(...added);
};

/** Words that put a number right, in the languages of the tickets; folded. */
const CORRECTION =
  /(?<![\p{L}\p{M}])(?:correct|corrected|right|should|instead|actual|actually|new|now|old|before|previous|previously|richtig|richtige|korrekt|sondern|statt|anstatt|neu|neue|jetzt|alt|alte|fruher|bonne?|lieu|nouveau|nouvelle|ancienne?|correct[oa]|nuev[oa]|sino|antigu[oa]|corrett[oa]|giust[oa]|nuov[oa]|adesso|invece|vecchi[oa]|cert[oa]|corret[oa]|nov[oae]|agora|antig[oa]|juiste?|goede|nieuwe?|oude?|ratt|nya?|gam(?:mal|la)|rigtige?|riktige?|gammel|gamle|oikea|uusi|vanha|poprawn[yae]|wlasciw[ya]|prawidlow[ya]|zamiast|nowy|stary|powinno|spravn[eay]|stare|helyes|uj|regi|corecta?|noua?|vechi|правильн\p{L}+|верн\p{L}+|нов\p{L}+|стар\p{L}+|вместо|замість|правилен|σωστο|νεο|παλιο|dogru\p{L}*|yeni|eski|yerine|נכון|הנכון|חדש|ישן|صحيح|الصحيح|الجديد|القديم|درست|جديد|قديم|सही|नया|पुराना|dung|moi|cu|benar|baru|lama)(?![\p{L}\p{M}])/u;
/** Up to six words and their marks, as they stand between a number and its correction. */
const WORDS_BETWEEN = /^[\s,;:.)"'–—→>-]{0,4}(?:[\p{L}\p{M}]+[\s,;:.'"–—→>(-]{1,3}){0,6}(?=[0-9A-Z])/u;

/** The corrected number behind a wrong one, however it is written: "wrong: 11223344, correct is AB 1122". */
function correction(scan: Scan, { start, end, type }: Finding): Finding | undefined {
  const between = WORDS_BETWEEN.exec(scan.folded.slice(end, end + NEAR * 2).replace(/[a-z](?=[a-z]*[0-9])/g, 'A'));
  if (!between || between[0] === '' || !CORRECTION.test(between[0].toLowerCase())) return undefined;
  for (let at = end; at < end + between[0].length + 1; at += 1) {
    if (!isWordCode(scan.text.charCodeAt(at)) || isWordCode(scan.text.charCodeAt(at - 1))) continue;
    const last = readIdentity(scan, at);
    if (last > 0 && !isNumberOfThing(scan.folded, at, start)) return { start: at, end: last, type };
  }
  return undefined;
}

/** `27.08.1405 10:14` of a chat, `18/11/26 08.03`. */
const STAMP = /^\d{1,4}([./-])\d{1,2}\1\d{2,4}[ ,T]+\d{1,2}[:.]\d{2}/;
const STAMP_MAX = 24;

/** `DK-6112258824`: what has its own letters before it is a number of theirs. */
const isPartOfCode = (text: string, start: number): boolean =>
  (text[start - 1] === '-' || text[start - 1] === '/') && isWordCode(text.charCodeAt(start - 2));

interface Candidate {
  start: number;
  end: number;
  compact: string;
}

/** Letters and digits from `start`, single separators between, that make up one of the lengths. */
function read({ text }: Scan, start: number, lengths: ReadonlySet<number>): Candidate | undefined {
  let size = 0;
  let digits = 0;
  for (let at = start; at < text.length && size < 19; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += 1;
    if (isWordCode(code)) size += 1;
    else if (!' .-/'.includes(text[at] as string) || !isWordCode(text.charCodeAt(at + 1))) return undefined;
    if (digits >= DIGITS_MIN - 1 && lengths.has(size) && isWordCode(code) && !isWordCode(text.charCodeAt(at + 1)))
      return { start, end: at + 1, compact: compactOf(text.slice(start, at + 1)) };
    if (at - start > 6 && digits === 0) return undefined;
  }
  return undefined;
}

function isAlike({ text, folded }: Scan, { finding, compact, signature }: Known, candidate: Candidate): boolean {
  if (candidate.compact.length !== compact.length || isNumberOfThing(folded, candidate.start)) return false;
  if (differences(compact, candidate.compact) <= 2 && compact.length > 7) return true;
  if (signatureOf(candidate.compact) !== signature) return false;
  if (/^(?=.*A)[A9]+$/.test(signature) && compact.length > 7 && digitsOf(compact) > 5 && isUpper(text, candidate))
    return true;
  const [left, right] = candidate.start > finding.start ? [finding, candidate] : [candidate, finding];
  return right.start - left.end <= NEAR && BETWEEN.test(folded.slice(left.end, right.start));
}

const isUpper = (text: string, { start, end }: Candidate) => !/[a-z]/.test(text.slice(start, end));
const compactOf = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
const digitsOf = (value: string): number => value.replace(/[^0-9]/g, '').length;
const signatureOf = (compact: string): string => compact.replace(/[0-9]/g, '9').replace(/[A-Z]/g, 'A');

/** In how many places two values of one length differ; what scanners confuse counts as the same. */
function differences(left: string, right: string): number {
  let count = 0;
  for (let at = 0; at < left.length && count < 3; at += 1)
    if (plain(left[at] as string) !== plain(right[at] as string)) count += 1;
  return count;
}

const CONFUSED: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  L: '1',
  S: '5',
  B: '8',
  Z: '2',
  О: '0',
  З: '3',
};
const plain = (character: string): string => CONFUSED[character] ?? character;

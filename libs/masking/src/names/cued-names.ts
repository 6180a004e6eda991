import { isColumnHead, isSpeakerLabel } from '../cues/cue-context.ts';
import type { Cue } from '../cues/find-cues.ts';
import { PHRASES } from '../cues/phrases.ts';
import { distantColon } from '../cues/value-after.ts';
import { isFrequent } from '../model/word-knowledge.ts';
import type { Finding, Scan } from '../scan.ts';
import { foldText, Kind, kindOf } from '../text/characters.ts';
import { addressedSurname } from './addressed-surnames.ts';
import { SENTENCE } from './contexts.ts';
import { HONORIFIC, isNoName, isNoNameHere, isSaidName } from './cue-refusals.ts';
import { RARE_VIETNAMESE, VIETNAMESE } from './full-name.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isTown } from './name-chain.ts';
import { isNamedThing } from './named-things.ts';
import {
  firstTokenFrom,
  isVietnamese,
  listedPart,
  type NameRange,
  readLowerCaseName,
  readName,
  unknownAndSurname,
} from './read-name.ts';
import { lowerCaseSurname } from './titled-lower.ts';
import { isRelation, isTitle } from './titles.ts';
import { EVERYBODY, NOT_NAMES } from './words.ts';

const person = ({ start, end }: { start: number; end: number }): Finding => ({ start, end, type: 'PERSON' });

/** Small words between a cue and its name: "patient one is …", "mi colega se llama …", "Frau Dr. …". */
const LINKS = new Set(
  'is are was one two 1 2 called named heisst heißt ist est es e jest to se llama nennt s appelle the der die das le la dr prof dott ing mag dipl med mr mrs ms miss herr frau hr fr mme m sig sra sr ο η τον την'.split(
    ' ',
  ),
);

/** The token at which a value after a cue begins: past `:`, `=`, quotes, brackets and small words. */
function tokenAfter(scan: Scan, cue: Cue): { token: number; explicit: boolean } | undefined {
  const { tokens, text } = scan;
  let explicit = false;
  for (let token = cue.next; token < tokens.count && token < cue.next + 6; token += 1) {
    const gap = text.slice(token === cue.next ? cue.end : tokens.ends[token - 1], tokens.starts[token]);
    if (gap.includes('\n') && !explicit) return undefined;
    const character = text[tokens.starts[token] as number] as string;
    const isInitial = /^\p{Ll}\. ?\p{Ll}{3}/u.test(
      text.slice(tokens.starts[token], (tokens.starts[token] as number) + 6),
    );
    if (tokens.kinds[token] !== 0 && LINKS.has(scan.folding(token)) && token < cue.next + 3 && !isInitial) continue;
    if (tokens.kinds[token] !== 0) return { token, explicit };
    if (character === ':' || character === '=') explicit = true;
    else if (!'"\'([*|>.-,'.includes(character)) return undefined;
  }
  return undefined;
}

/** In scripts without capitals a colon further on says where the value begins: "the customer's name shows: …". */
function behindColon(scan: Scan, cue: Cue): { token: number; explicit: boolean } | undefined {
  if (kindOf(scan.text.charCodeAt(cue.start)) !== Kind.uncased) return undefined;
  const colon = distantColon(scan, cue);
  if (colon === undefined) return undefined;
  const token = firstTokenFrom(scan, colon);
  return token < scan.tokens.count && (scan.tokens.starts[token] as number) - colon < 4
    ? { token, explicit: true }
    : undefined;
}

const labelOf = (scan: Scan, cue: Cue) => scan.folded.slice(cue.start, cue.end).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');

/** What is named before "name": files, hosts and products have names, too. */
const THING =
  /(?:file|host|user|plan|product|event|queue|topic|table|column|field|class|package|bucket|cluster|service|app|application|database|db|schema|project|workspace|team|domain|key|variable|env|environment|branch|tag|function|method|metric|index|job|task|step|image|container|namespace|pod|node|server|device|model|brand|store|shop|bank|company|business|organi[sz]ation|tenant|group|role|policy|rule|flag|feature|brand|screen|page|view|template|theme|font|icon|color|currency|country|city|street|state|region|zone|network|port|protocol|module|plugin|extension|script|command|option|parameter|param|attribute|property|element|node|item|sku|article|category|datei|rechner|host|dienst|projekt|firmen|produkt|tabellen|feld|fichier|produit|archivo|producto|file|prodotto|имя файла|файла|сервера|продукта)[ _.-]{0,2}$/;

/** Cues that need no colon though they are one short word. */
const BARE =
  /^(?:ስሜ|نامم|اسمو|اسمها|اسمه|მქვია|magacayga|magacaygu|nomim|adım|adim|ismim|heter|שמי|اسمي|नाम|nama|chamo|imie)$/;

/** After "my name is", "Name:" and their translations; in lower case too, where the phrase says enough. */
export function cuedName(scan: Scan, cue: Cue): Finding | undefined {
  if (isColumnHead(scan, cue)) return undefined;
  const next = behindColon(scan, cue) ?? tokenAfter(scan, cue);
  if (!next) return undefined;
  const label = labelOf(scan, cue);
  const sentence = / /.test(label) || label.length > 7;
  if (!next.explicit && !sentence && !BARE.test(label)) return undefined;
  if (!sentence && THING.test(scan.folded.slice(Math.max(0, cue.start - 16), cue.start))) return undefined;
  const name = readName(scan, next.token);
  if (isSpeakerLabel(scan, cue)) return name && isSaidName(scan, name) ? person(name) : undefined;
  if (name && next.explicit && isThingName(scan, name)) return undefined;
  if (name)
    return name.everyday && !(name.words > 1 && sentence)
      ? undefined
      : person(next.explicit ? toLineEnd(scan, name) : name);
  const lower =
    vietnameseName(scan, next.token) ?? readLowerCaseName(scan, next.token, next.explicit || / /.test(label));
  return lower ? person(withSurname(scan, lower)) : / /.test(label) ? twoPlainWords(scan, next.token) : undefined;
}

/** `Name: Blue Whale`: words that every text has, and one of them no name. */
function isThingName({ folded }: Scan, name: NameRange): boolean {
  const words = folded.slice(name.start, name.end).split(' ');
  const flags = words.map((word) => wordFlags(word));
  return (
    words.length > 1 &&
    words.every((word, at) => isFrequent(word) && (flags[at] === 0 || ((flags[at] as number) & Word.everyday) !== 0)) &&
    flags.some((own) => (own & (Word.given | Word.surname)) === 0)
  );
}

/** `Name: Lize Post`: one more capitalised word that ends the line belongs to the value, whatever else it means. */
function toLineEnd(scan: Scan, name: NameRange): { start: number; end: number } {
  // A value broken over two lines: the surname stands alone in the second.
  const more = /^(?: |\n)\p{Lu}[\p{L}\p{M}'-]{1,24}(?=[ \t]*(?:$|\n|"))/u.exec(
    scan.text.slice(name.end, name.end + 32),
  );
  if (more?.[0].startsWith('\n') && (name.words > 1 || !name.listed)) return name;
  return more && name.words < 3 ? { start: name.start, end: name.end + more[0].length } : name;
}

/** After "my name is" the word behind a given name is its surname unless it is a word of sentences. */
function withSurname(scan: Scan, name: { start: number; end: number; next: number }): { start: number; end: number } {
  const { tokens, text } = scan;
  if (scan.text.slice(name.start, name.end).includes(' ')) return name;
  const next = name.next;
  const follows = next < tokens.count && tokens.kinds[next] === 1 && text.slice(name.end, tokens.starts[next]) === ' ';
  return follows &&
    !NOT_NAMES.has(scan.folding(next)) &&
    !SENTENCE.has(scan.folding(next)) &&
    scan.word(next).length > 2
    ? { start: name.start, end: tokens.ends[next] as number }
    : name;
}

function twoPlainWords(scan: Scan, token: number): Finding | undefined {
  const { tokens } = scan;
  const plain = (at: number) =>
    at < tokens.count &&
    tokens.kinds[at] === 1 &&
    scan.word(at).length > 2 &&
    wordFlags(scan.folded, tokens.starts[at], tokens.ends[at]) !== Word.everyday &&
    !isVietnamese(scan.word(at)) &&
    !NOT_NAMES.has(scan.folding(at)) &&
    !SENTENCE.has(scan.folding(at));
  if (token >= tokens.count || kindOf(scan.text.charCodeAt(tokens.starts[token] as number)) !== Kind.lower)
    return undefined;
  if (!plain(token) || !plain(token + 1) || scan.text.slice(tokens.ends[token], tokens.starts[token + 1]) !== ' ')
    return undefined;
  return person({ start: tokens.starts[token] as number, end: tokens.ends[token + 1] as number });
}

const HEADER = /^(?:from|to|cc|von|an|de|para)$/;
const INTRODUCTION =
  /^(?:i am|i m|im|this is|it s|its|here is|ich bin|ich bin die|ich bin der|hier ist|hier spricht|je suis|c est|ici|soy|habla|sou|sou o|sou a|aqui e|aqui e o|aqui e a|sono|ik ben|met|jag ar|det har ar|jeg er|det er|olen|taalla|ja jsem|jsem|jestem|tu|vagyok|sunt|sint|ειμαι|εδω|אני|כאן|انا|معك|معكم|я|это|мене звуть|saya|ben|day la|toi la|minh la|main|mai|mein|bin|bin die|bin der|ich bins|ich bin s|hier schreibt|am apparat|moi c est|jsuis|soy yo|habla|les habla|le habla|me llaman|quem fala|quem fala e|fala|qui|parla|u spreekt met|det er|her er|jag ar|z tej strony|mowi|u telefonu|tady|som|itt|aici|azsamm|az sam|tuk e|аз съм|тук е|това е|беспокоит|на связи|це|турбуе|burasi|זאת|זה|ini|dengan|em la|ta|volam sa|je|namaste|goes by|known as|preferred name|esu|as esu|olen|mina olen|siin|esmu|es esmu|ja sam|ovdje|sem|jaz sem|tukaj|من|هستم|logged in as|signed in as|scrive|scrivo|le scrive|skriver|cia|skambina)$/;
/** Words that close an introduction: "this is Mark from accounts", "it's Dave again", "I'm Will." */
const INTRODUCED =
  /^(?:$|\n|\s?[,.!;:()–-](?:\s|$)|\s(?:here|from|at|with|speaking|calling|again|and|of|in|your|the|von|vom|aus|bei|und|hier|de|du|des|chez|et|del|desde|y|da|do|dal|della|e|van|bij|en|fran|och|fra|og|z|ze|i|a|из|и|от|з|та|από|מ|من)\b)/;
const RELATION =
  /colleague|director|direkt|directeur|direttore|dyrektor|reditel|igazgato|директор|mudur|giam doc|निदेशक|ceo|cfo|cto|grand|mother|father|mum|mom|dad|sister|brother|daughter|aunt|uncle|cousin|neighbo|partner|tenant|friend|deputy|manager|boss|wife|husband|son|mutter|vater|schwester|bruder|mere|pere|soeur|sœur|frere|madre|padre|herman|mae|pai|colega|collegue|kolleg|коллег|colega|assistant|assistent|chef|supervisor|coworker|client|patient|passenger|employee|driver|livreur|клиент|пациент|жена|муж|мама|папа|zona|maz|esposa|marido|mari|femme|mann|tochter|sohn|hija|hijo|fille|fils|moglie|marito|vrouw|zus|broer|fru|mand|vaimo|manzelka|feleseg|sotie|sotul|karim|kocam|esim|kollega|kolegyne|kolega|kolezanka|famil|rodzin|rodin|csalad|perhe|семь|семе|οικογεν|משפח|عائل|reported by|written by|signed by|approved by|booked by|sent by|submitted by|handled by|goes by|known as|pati|patni|beta|beti|esposo|novi[oa]|vecin|vizinh|nachbar|granne|nabo|voisin|sasiad|soused|szomszed|komsu|doctor|nurse|teacher|student|pupil|professor|landlord|mieter|locatair|inquilin|дружин|чоловік|сын|дочь/;

/** After "I am", "Mr.", "my colleague": only what can be a name, and one word alone only where that is safe. */
export function weaklyCuedName(scan: Scan, cue: Cue): Finding | undefined {
  if (isColumnHead(scan, cue)) return undefined;
  const next = tokenAfter(scan, cue);
  if (!next) return undefined;
  const label = labelOf(scan, cue);
  // "1,118 ms between": a unit.
  if (label === 'ms' && /[0-9] ?$/.test(scan.text.slice(Math.max(0, cue.start - 2), cue.start))) return undefined;
  if (HEADER.test(label) && !next.explicit) return undefined;
  const name = readName(scan, next.token);
  if (isSpeakerLabel(scan, cue)) return name && isSaidName(scan, name) ? person(name) : undefined;
  if (name && isNoNameHere(scan, cue, label, name, next.explicit)) return undefined;
  if (!name)
    return addressedSurname(scan, cue, label, next.token) ?? lowerCaseAfter(scan, next.token, label, next.explicit);
  // A version behind it: a scanner's driver, not a lorry's.
  if (/^,? v?[0-9]+[.]/.test(scan.text.slice(name.end, name.end + 8)) || isNoName(scan, cue, label, name))
    return undefined;
  const honoured = HONORIFIC.test(label) && isHonorific(scan, cue, label);
  if (kindOf(scan.text.charCodeAt(name.start)) === Kind.uncased)
    return isTitle(label)
      ? person(listedPart(scan, next.token, name))
      : honoured || name.listed || /^(?:انا|אני|باسم|בשם|على اسم|के नाम|मैं)$/.test(label)
        ? person(name)
        : undefined;
  if (honoured || name.given) return person(name);
  if (name.words > 1) return name.everyday ? undefined : person(name);
  if (isTitle(label) && !name.everyday && (name.plain || isHonorific(scan, cue, label))) return person(name);
  const closed = INTRODUCTION.test(label) && INTRODUCED.test(scan.folded.slice(name.end, name.end + 12));
  if (name.listed && (closed || RELATION.test(label) || isRelation(label))) return person(name);
  if (name.everyday || name.listed) return undefined;
  return closed || RELATION.test(label) || (isRelation(label) && isApposed(scan, name)) ? person(name) : undefined;
}

/** "aide: Dayanara, tel …", "uw medewerker Bram.": an unknown word that no language has often, closed off. */
const isApposed = ({ text, folded }: Scan, name: NameRange): boolean =>
  /^(?:[,.;:)\n]|$| [(–-]| ?[+0-9])/.test(text.slice(name.end, name.end + 3)) &&
  /^\p{Lu}\p{Ll}/u.test(text.slice(name.start, name.start + 2)) &&
  !isFrequent(folded.slice(name.start, name.end));

/** `K`, `D` and Vietnamese or Turkish forms of address are honorifics only beside a capital and as written with a dot or capital. */
function isHonorific(scan: Scan, cue: Cue, label: string): boolean {
  return (
    label.length > 2 ||
    scan.text[cue.end] === '.' ||
    kindOf(scan.text.charCodeAt(cue.start)) !== Kind.lower ||
    /^(?:mr|ms|mx|dr|sr|bu|ba|mw|κ|κα)$/.test(label)
  );
}

function lowerCaseAfter(scan: Scan, token: number, label: string, explicit: boolean): Finding | undefined {
  const titled = lowerCaseSurname(scan, token, label);
  if (titled) return person(titled);
  const vietnamese = VIETNAMESE_LABEL.test(label) ? vietnameseName(scan, token) : undefined;
  if (vietnamese) return person(vietnamese);
  const introduction = INTRODUCTION.test(label);
  if (
    !introduction &&
    !RELATION.test(label) &&
    !isRelation(label) &&
    !/^(?:ask|ask for|contact|cc|call|spoke with|spoke to|speak to|talked to|escribe|le escribe|les escribe|account of|от|для)$/.test(
      label,
    )
  ) {
    const full = HEADER.test(label) && !explicit ? undefined : readLowerCaseName(scan, token, false);
    return full && (explicit || scan.text.slice(full.start, full.end).includes(' ')) ? person(full) : undefined;
  }
  const lower = readLowerCaseName(scan, token, false) ?? unknownAndSurname(scan, token);
  if (lower) return person(lower);
  const any = introduction ? readLowerCaseName(scan, token, true) : undefined;
  return any && /^\s(?:from|here|at|calling|speaking|von|de|van)\b/.test(scan.folded.slice(any.end, any.end + 10))
    ? person(any)
    : undefined;
}

const VIETNAMESE_LABEL =
  /^(?:toi la|toi ten|anh|chi|ong|ba|co|em|minh la|em la|day la|dong nghiep|giam doc|gap anh|gap chi|goi anh|goi chi)/;

/** `đinh minh vương`: a family name of Vietnam in small letters and the one to three words behind it. */
function vietnameseName(scan: Scan, token: number): { start: number; end: number; next: number } | undefined {
  if (token >= scan.tokens.count) return undefined;
  const family = scan.folding(token);
  if (!VIETNAMESE.has(family) && !RARE_VIETNAMESE.has(family)) return undefined;
  const start = scan.tokens.starts[token] as number;
  const match =
    /^\p{Ll}+(?: (?!từ|ở|bên|của|và|là|không|cũng|đã|có|tại|thuộc|với|đang|sẽ|cần|muốn|vừa|mới|báo|gọi|nói|yêu|kính|xin|chào|chờ|bị|được|như|vào|kết|số|mã|địa|điện|email|cho|hay|hoặc|ạ|nhé|nên|thì|mà|để|khi|vì|nhưng|đến|trong|tên)\p{Ll}[\p{L}\p{M}]{0,7}){1,3}(?![\p{L}\p{M}])/u.exec(
      scan.text.slice(start, start + 40),
    );
  // Rare ones are words elsewhere, and `không` is "no".
  if (!match || (!VIETNAMESE.has(family) && (!isVietnamese(match[0]) || match[0].startsWith('không'))))
    return undefined;
  return { start, end: start + match[0].length, next: firstTokenFrom(scan, start + match[0].length) };
}

/** "Ahoj Milan,": a town that is a given name, alone in a greeting. */
function townAddressed(scan: Scan, token: number): { start: number; end: number } | undefined {
  const [start, end] = [scan.tokens.starts[token] as number, scan.tokens.ends[token] as number];
  return /^\p{Lu}\p{Ll}/u.test(scan.text.slice(start, start + 2)) &&
    isTown(scan.folding(token)) &&
    /^ ?[,!\n]/.test(scan.text.slice(end, end + 2))
    ? { start, end }
    : undefined;
}

/** First words of labels for names. */
const NAME_FIELDS: ReadonlySet<string> = new Set(
  PHRASES.name.split('|').map((phrase) => foldText(phrase).split(/[^\p{L}\p{M}]/u, 1)[0] as string),
);

/** "Dear Ms X," and "Hi X,": a name that the greeting's comma, mark or line end closes. */
export function greetedName(scan: Scan, cue: Cue): Finding | undefined {
  const next = tokenAfter(scan, cue);
  if (!next || next.token > cue.next + 1) return undefined;
  const name = readName(scan, next.token);
  // "Dobrý deň, Meno a priezvisko: …": the field behind a greeting.
  if (
    name &&
    NAME_FIELDS.has(scan.folding(next.token)) &&
    /^(?:,? [\p{L}]{1,12}){0,2} ?:/u.test(scan.text.slice(name.end, name.end + 32))
  )
    return undefined;
  if (!name) {
    const town = townAddressed(scan, next.token);
    if (town) return person(town);
    const titled = lowerCaseSurname(scan, next.token, labelOf(scan, cue));
    if (titled) return person(titled);
    const isWord = isVietnamese(scan.word(next.token)) || EVERYBODY.has(scan.folding(next.token));
    const lower = isWord ? undefined : readLowerCaseName(scan, next.token, true);
    const after = lower ? scan.text.slice(lower.end, lower.end + 2) : '';
    return lower && (/^ ?(?:[,!.:\n]|$)/.test(after) || readLowerCaseName(scan, next.token, false))
      ? person(lower)
      : undefined;
  }
  if (kindOf(scan.text.charCodeAt(name.start)) === Kind.uncased) return name.listed ? person(name) : undefined;
  if (name.everyday || name.words > 3 || (name.words === 1 && isNamedThing(scan, name))) return undefined;
  return /^\s{0,1}(?:[,!.:;\n–-]|and |und |et |y |e |og |och |en |i |a |и |&)|^\s?$/.test(
    scan.text.slice(name.end, name.end + 5),
  )
    ? person(name)
    : undefined;
}

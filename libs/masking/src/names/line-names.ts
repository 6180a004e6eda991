import type { Detector, Finding, Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import { firstTokenFrom, type NameRange, readLowerCaseName, readName } from './read-name.ts';
import { NOT_NAMES } from './words.ts';

const person = ({ start, end }: { start: number; end: number }): Finding => ({ start, end, type: 'PERSON' });

/** What may stand before who speaks: quote marks, bullets, a time in brackets or bare, a date. */
const LEAD =
  /^[ >*|-]{0,6}(?:\[?(?:[0-9]{1,4}[-./](?:[0-9]{1,2}|[A-Z][a-z]{2})[-./][0-9]{1,4}[ ,T:]{1,2})?(?:[0-9]{8}T[0-9]{6}|[0-9]{10,13}|[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,6})?)?)(?:Z| ?[+-][0-9]{2}:?[0-9]{2}| ?[AaPp][Mm])?\]?[ |-]{1,3})?(?:~ ?)?[<*_[]{0,2}/;
const SPOKE = /^[\]>*_]{0,2}(?: ?\([^()\n]{1,40}\)| ?\[[^\]\n]{1,40}\])?[*_]{0,2}:(?:[ \n*]|$)/;
/** `Support (Name):`, `[Agent] Name:`: a role, and who holds it. */
const ROLE_HOLDER = /^[\p{L}\p{M} ]{2,24}\(([\p{L}\p{M}][\p{L}\p{M} .'-]{1,30})\)(?: ?[\]>*_])?:(?: |$|\n)/u;
const WROTE =
  /^[>,"]{0,2} ?(?:(?:has|hat|a|ha|har) )?(?:wrote|writes|schrieb|geschrieben|a écrit|écrit|escribió|escreveu|napisał|napisała|napsal|napsala|napísal|пишет|написал|написала|пише|ha scritto|schreef|skrev|kirjoitti|írta|a scris|έγραψε|yazdı|כתב|כתבה|كتب|menulis|đã viết)[ :,]/u;
const STAMPED = /[0-9]/;
const BOLD = /\*\*$/;
/** `ilze (23:13:28): …`. */
const TIMED = /^\p{Ll}[\p{L}\p{M}'-]{1,24} \([0-9][^()\n]{3,40}/u;
/** Two to four syllables of Vietnam, and no role or heading. */
const VIETNAMESE_SPEAKER =
  /^(?!Khách|Hỗ|Nhân viên|Tổng|Ghi|Lưu|Chú|Mô|Kết|Môi|Bước|Tóm|Yêu|Trạng|Phiên|Địa|Số|Mã|Thông|Tin|Nội|Lỗi|Cảnh|Kính|Đơn|Ngày)(\p{Lu}\p{Ll}{0,6}(?: \p{Lu}\p{Ll}{0,6}){1,3})(?=[\]>*_]{0,2}(?: ?\([0-9][^()\n]{2,40}\))?(?::|> ))[\]>*_]{0,2}(?: ?\([0-9])?/u;
/** What is said is longer than the value of a field. */
const SENTENCE = /^[^\n]{0,4}: ?["¿¡]?\p{L}[^\n]* [^\n]* /u;

interface Line {
  start: number;
  end: number;
  /** Its first token, or that of the first line after it that has one. */
  token: number;
}

function* linesOf({ text, tokens }: Scan): Generator<Line> {
  let token = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    while (token < tokens.count && (tokens.starts[token] as number) < start) token += 1;
    yield { start, end, token };
    start = end + 1;
  }
}

/** "You", "I", "me": how a copied chat labels the lines of who copied it. */
const WHO_COPIED =
  /^(?:You|Me|I|Ty|Ja|Tú|Yo|Vos|Usted|Tu|Moi|Vous|Du|Ich|Sie|Lei|Io|Você|Eu|Jij|Ik|U|Jag|Jeg|Sinä|Minä|Te|Én|Dvs|Siz|Sen|Ben|Anda|Saya|Bạn|Tôi|Вы|Я|Ви|Вие|Аз|Ти|Εσείς|Εγώ|Εσύ|אני|את|אתה|أنت|أنا)$/u;

/** Who speaks in a transcript: `[08:31] Name: …`, `Name (10:02): …`, `<name> …`; and who wrote: `Name wrote:`. */
export const speakers: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  const labels = new Map<string, Finding[]>();
  for (const line of linesOf(scan)) {
    if (line.end - line.start < 3) continue;
    const lead = LEAD.exec(text.slice(line.start, line.start + 56))?.[0] ?? '';
    let token = line.token;
    while (token < tokens.count && (tokens.starts[token] as number) < line.start + lead.length) token += 1;
    if (token >= tokens.count || (tokens.starts[token] as number) > line.end) continue;
    const spoken = line.start + lead.length;
    const holder = ROLE_HOLDER.exec(text.slice(spoken, spoken + 64));
    if (holder) {
      const start = spoken + holder[0].indexOf('(') + 1;
      const inner = nameAt(scan, start);
      if (inner && !inner.everyday && inner.end === start + (holder[1] as string).length)
        findings.push(person({ start, end: start + (holder[1] as string).length }));
    }
    const vietnamese = VIETNAMESE_SPEAKER.exec(text.slice(spoken, spoken + 48));
    if (
      vietnamese &&
      /[ăâđêôơưàáãèéìíòóùúý\u1ea0-\u1ef9]/iu.test(vietnamese[1] as string) &&
      (STAMPED.test(lead) || BOLD.test(lead) || /\([0-9]/.test(vietnamese[0]))
    )
      findings.push(person({ start: spoken, end: spoken + (vietnamese[1] as string).length }));
    const name = readName(scan, token);
    const lower = name
      ? undefined
      : readLowerCaseName(
          scan,
          token,
          STAMPED.test(lead) || BOLD.test(lead) || TIMED.test(text.slice(spoken, spoken + 40)),
        );
    const speaker = name ?? lower;
    if (!speaker) continue;
    const after = text.slice(speaker.end, speaker.end + 32);
    if (WROTE.test(after) && !name?.everyday) findings.push(person(speaker));
    if (WHO_COPIED.test(text.slice(speaker.start, speaker.end))) continue;
    if (!SPOKE.test(after) && !(lead.endsWith('<') && /^> /.test(after))) continue;
    if (lower) findings.push(person(lower));
    else if (name && name.words < 4 && !name.everyday) {
      if (
        STAMPED.test(lead) ||
        /^[*_]{0,2} ?\([^)\n]{0,12}[0-9]{2}/.test(after) ||
        name.given ||
        (name.listed && name.words > 1) ||
        (name.listed && BOLD.test(lead) && SENTENCE.test(text.slice(name.end, line.end)))
      )
        findings.push(person(name));
      else if (
        !/[-|]|\* /.test(lead) &&
        /^[^\n]{0,3}: ?["¿¡]?\p{L}[^\n]* [^\n]* /u.test(text.slice(name.end, line.end))
      )
        remember(labels, scan.folded.slice(name.start, name.end), person(name));
    }
  }
  // A label that opens several lines is a speaker even if no list knows it.
  for (const turns of labels.values()) if (turns.length > 1) findings.push(...turns);
};

function remember(labels: Map<string, Finding[]>, label: string, finding: Finding): void {
  const turns = labels.get(label);
  if (turns) turns.push(finding);
  else labels.set(label, [finding]);
}

const HEADER =
  /^[ >*_|]{0,6}(?:From|To|Cc|Bcc|Reply-To|Sender|Organizer|Attendees?|Participants?|Teilnehmer|Von|An|Kopie|De|À|Para|Da|Van|Aan|Od|Do|Komu|DW|От|Кому|Копия|Від|Från|Till|Fra|Til|Lähettäjä|Vastaanottaja|Feladó|Címzett|De la|Către|Nuo|Kam|Saatja|Saaja|No|Šalje|Prima|Zadeva|Pošiljatelj|Prejemnik|Από|Προς|Kimden|Kime|Dari|Kepada|发件人|收件人|抄送|差出人|宛先|보낸 ?사람|받는 ?사람|מאת|אל|من|إلى)[ *_]{0,2}: ?/u;
const HEADER_NAMES_MAX = 12;

/** People in the header of a forwarded mail: `To: Name One; Two, Name <two@host>`. */
export const headerNames: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  for (const line of linesOf(scan)) {
    const header = HEADER.exec(text.slice(line.start, line.start + 32))?.[0];
    if (!header) continue;
    let token = line.token;
    let names = 0;
    for (
      ;
      token < tokens.count && (tokens.starts[token] as number) < line.end && names < HEADER_NAMES_MAX;
      token += 1
    ) {
      const start = tokens.starts[token] as number;
      if (start < line.start + header.length || tokens.kinds[token] !== 1) continue;
      if (!/[:;,"' <(]/.test(text[start - 1] ?? ' ')) continue;
      const name = readName(scan, token);
      if (!name) continue;
      const addressed = /^[" ,]{0,2}<|^"? \(|^, ?\p{L}{2,24} </u.test(text.slice(name.end, name.end + 28));
      if (!name.everyday && (name.words > 1 || name.given || addressed)) findings.push(person(name));
      token = Math.max(token, name.next - 1);
      names += 1;
    }
  }
};

/** A name before its address in angle brackets: `Zebulon Quack <zq@shop.example>`. */
export const addressedNames: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!/^<(?:mailto:)?[^\s<>@]{1,64}@/.test(text.slice(at, at + 76))) continue;
    let token = firstTokenFrom(scan, Math.max(0, at - 64));
    for (; token < tokens.count && (tokens.starts[token] as number) < at; token += 1) {
      if (tokens.kinds[token] !== 1) continue;
      const name = readName(scan, token);
      const inverted = name && invertedBefore(text, name.start, at);
      if (inverted) {
        findings.push(person({ start: name.start, end: inverted }));
        break;
      }
      if (name && name.words < 5 && /^"? ?$/.test(text.slice(name.end, at))) {
        const given = GIVEN_BEFORE.exec(text.slice(Math.max(0, name.start - 24), name.start))?.[1] ?? '';
        findings.push(person({ start: name.start - given.length, end: name.end }));
        break;
      }
    }
  }
};

/** `Reviewed-by: Virginia Quiroz <…`: a given name that is more often something else. */
const GIVEN_BEFORE = /(?:^|\n|: |, )(\p{Lu}[\p{L}\p{M}'’-]{1,19} )$/u;

/** `"Rau, Yannick" <…`: the end of the given name. */
function invertedBefore(text: string, start: number, address: number): number | undefined {
  if (text[start - 1] !== '"') return undefined;
  const value = /^[\p{L}\p{M}][\p{L}\p{M}' .-]{1,32}, [\p{L}\p{M}][\p{L}\p{M}' .-]{1,32}(?=" ?$)/u.exec(
    text.slice(start, address),
  );
  return value ? start + value[0].length : undefined;
}

/** Questions for a name, folded; the line after one answers it. */
const ASKS_NAME =
  /(?:full name|your name|whose name|the name|vollstandige\w* name|wie heissen|ihr name|ihren namen|nom complet|votre nom|quel est le nom|nombre completo|su nombre|nombre y|nome completo|seu nome|qual o nome|come si chiama|il suo nome|nome e cognome|volledige naam|uw naam|fullstandigt namn|ditt namn|fulde navn|fullt navn|dit navn|ditt navn|koko nimi|nimesi|imie i nazwisko|jmeno|meno a|teljes nev|a neve|numele|полное имя|ваше имя|фио|как вас зовут|ваше ім|як вас|ονοματεπωνυμο|το ονομα|adiniz|isminiz|ad soyad|שם מלא|מה השם|الاسم|पूरा नाम|आपका नाम|शुभ नाम|ho ten|ten day du|ten cua|nama lengkap|nama anda)[^\n]{0,60}[?؟]/u;
const ANSWER = /^[ >]{0,4}(?:\[?[0-9:. -]{4,20}\]? ?)?(?:[\p{L}\p{M} ]{1,24}: )?/u;

/** The answer to a question for a name. */
export const answeredNames: Detector = (scan, findings) => {
  let asked = false;
  for (const line of linesOf(scan)) {
    if (line.end === line.start) continue;
    if (asked) {
      const start = line.start + (ANSWER.exec(scan.text.slice(line.start, line.start + 52))?.[0].length ?? 0);
      const token = firstTokenFrom(scan, start);
      const name = scan.tokens.starts[token] === start ? readName(scan, token) : undefined;
      if (
        name &&
        !name.everyday &&
        name.words < 5 &&
        /^ ?[,.;+0-9(\n]|^ ?$/.test(scan.text.slice(name.end, name.end + 2))
      )
        findings.push(person(name));
    }
    asked = ASKS_NAME.test(scan.folded.slice(line.start, Math.min(line.end, line.start + 240)));
  }
};

const CLOSING_MAX = 400;
const SIGNED_OFF = /\n[ \t>]{0,4}(?:[-–—~*/]{1,3} ?|xx? |\/\/ ?|)(?=\p{L})/gu;

/** A name that opens the last paragraph, stands alone in one of the last lines, or is the last word of all. */
export const closingName: Detector = (scan, findings) => {
  const { text } = scan;
  const body = text.trimEnd();
  const start = body.lastIndexOf('\n\n') + 2;
  if (start >= 2 && body.length - start <= CLOSING_MAX) {
    const name = nameAt(scan, start);
    if (
      name &&
      !name.everyday &&
      name.words < 5 &&
      closes(text, name) &&
      (name.words > 1 || name.given || !text.slice(name.end).trim())
    )
      findings.push(person(name));
  }
  const tail = Math.max(0, body.length - CLOSING_MAX);
  for (const mark of text.slice(tail, body.length).matchAll(SIGNED_OFF)) {
    const at = tail + mark.index + mark[0].length;
    const name = nameAt(scan, at);
    const alone = (end: number) => /^[.!]?[ \t]*(?:\n|$)/.test(text.slice(end, end + 4));
    if (
      name &&
      name.words < 4 &&
      !name.everyday &&
      alone(name.end) &&
      (name.given || (name.words > 1 && name.plain) || endsHere(text, name.end))
    )
      findings.push(person(name));
    else if (!name) {
      const token = firstTokenFrom(scan, at);
      const lower =
        scan.tokens.starts[token] === at ? readLowerCaseName(scan, token, /[-–—~*/x]/.test(mark[0])) : undefined;
      if (lower && alone(lower.end)) findings.push(person(lower));
    }
  }
  for (const mark of matchesOf(LINE_END_NAME, text)) {
    const at = mark.index + mark[0].length - (mark[1] as string).length;
    const flags = wordFlags(scan.folded, at, at + (mark[1] as string).length);
    if ((flags & Word.given) !== 0 && !NOT_NAMES.has(scan.folded.slice(at, at + (mark[1] as string).length)))
      findings.push(person({ start: at, end: at + (mark[1] as string).length }));
  }
  const last = lastWords(scan, body);
  if (last) findings.push(person(last));
};

/** "… by noon. Leo": a given name alone after the last sentence of a line. */
const LINE_END_NAME = /[.!?)] {1,2}(\p{Lu}\p{Ll}{1,14})(?= ?(?:\n|$))/gu;

/** Nothing follows but a signature delimiter, a quoted mail or the end. */
const endsHere = (text: string, end: number) =>
  /^[.!]?\s{0,4}(?:$|\n--|\n\n?>|\nSent from|\nVon meinem|\nOn )/.test(text.slice(end, end + 16));

/** `… it still fails. Grace`: one to three words that close the text after the end of a sentence. */
function lastWords(scan: Scan, body: string): NameRange | undefined {
  const match =
    /(?:[.!?…)"]|\n[> ]{0,4})\s{1,3}((?:\p{Lu}|\p{Lo})[\p{L}\p{M}'-]{1,24}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'-]{0,24}\.?){0,2})[.!]?$/u.exec(
      body.slice(-90),
    );
  if (!match) return undefined;
  const at = body.lastIndexOf(match[1] as string);
  const token = firstTokenFrom(scan, at);
  if (scan.tokens.starts[token] !== at) return undefined;
  const name = readName(scan, token);
  const flags = name ? wordFlags(scan.folded, name.start, name.end) : 0;
  if (name?.words === 1 && (flags & Word.everyday) !== 0 && (flags & Word.given) === 0) return undefined;
  if (!name || name.everyday || name.end < at + (match[1] as string).length - 1) return undefined;
  if (/^\p{Lu}{2,4}$/u.test(match[1] as string) && !name.given) return undefined;
  return name.listed ||
    kindOf(body.charCodeAt(at)) === Kind.upper ||
    (name.words > 1 && kindOf(body.charCodeAt(at)) === Kind.upper) ||
    /\n/.test(match[0])
    ? name
    : undefined;
}

function nameAt(scan: Scan, offset: number): NameRange | undefined {
  if (kindOf(scan.text.charCodeAt(offset)) !== Kind.upper) return undefined;
  const token = firstTokenFrom(scan, offset);
  return scan.tokens.starts[token] === offset ? readName(scan, token) : undefined;
}

const closes = (text: string, name: NameRange) => /^ ?(?:[,|(\n–-]|$)/.test(text.slice(name.end, name.end + 2));

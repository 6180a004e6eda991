import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { type NameRange, readName } from './read-name.ts';
import { NOT_NAMES } from './words.ts';

const person = (name: NameRange): Finding => ({ start: name.start, end: name.end, type: 'PERSON' });

/** Small words between a cue and its name: "patient one is …", "mi colega se llama …". */
const LINKS = new Set(
  'is are was one two 1 2 called named heisst heißt ist est es e jest to se llama nennt s appelle the der die das le la'.split(
    ' ',
  ),
);

/** The token at which a value after a cue begins: past `:`, `=`, quotes, brackets and at most one small word. */
function tokenAfter(scan: Scan, cue: Cue): { token: number; explicit: boolean } | undefined {
  const { tokens, text } = scan;
  let explicit = false;
  for (let token = cue.next; token < tokens.count && token < cue.next + 6; token += 1) {
    const gap = text.slice(token === cue.next ? cue.end : tokens.ends[token - 1], tokens.starts[token]);
    if (gap.includes('\n') && !explicit) return undefined;
    const character = text[tokens.starts[token] as number] as string;
    if (tokens.kinds[token] !== 0 && LINKS.has(scan.folding(token)) && token < cue.next + 3) continue;
    if (tokens.kinds[token] !== 0) return { token, explicit };
    if (character === ':' || character === '=') explicit = true;
    else if (!'"\'([*|>.-,'.includes(character)) return undefined;
  }
  return undefined;
}

/** After "my name is", "Name:" and their translations; in lower case too, where two plain words follow the phrase. */
export function cuedName(scan: Scan, cue: Cue): Finding | undefined {
  const next = tokenAfter(scan, cue);
  if (!next) return undefined;
  const label = scan.folded.slice(cue.start, cue.end);
  const sentence = / /.test(label) || label.length > 7;
  if (!next.explicit && !sentence && !/^(?:adim|ismim|nom|heter|שמי|اسمي|नाम|nama|chamo|imie)$/.test(label))
    return undefined;
  const name = readName(scan, next.token);
  if (name) return person(name);
  return / /.test(label) ? lowerCaseName(scan, next.token) : undefined;
}

function lowerCaseName(scan: Scan, token: number): Finding | undefined {
  const { tokens } = scan;
  const plain = (at: number) =>
    at < tokens.count && tokens.kinds[at] === 1 && scan.word(at).length > 2 && !NOT_NAMES.has(scan.folding(at));
  const cased = kindOf(scan.text.charCodeAt(tokens.starts[token] as number)) === Kind.lower;
  if (
    !cased ||
    !plain(token) ||
    !plain(token + 1) ||
    scan.text.slice(tokens.ends[token], tokens.starts[token + 1]) !== ' '
  )
    return undefined;
  return { start: tokens.starts[token] as number, end: tokens.ends[token + 1] as number, type: 'PERSON' };
}

const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|herrn|frau|monsieur|madame|mme|mlle|senor|senora|sr|sra|srta|don|dona|senhor|senhora|pan|pani|pana|panem|panu|pania|bay|bayan|sayin|господин|госпожа|пане|signor|signora|sig|sig ra|dott|dott ssa|dhr|mevr|mw|meneer|mevrouw|domnul|doamna|κυριος|κυρια|מר|גברת|السيد|السيدة|श्री|श्रीमती|bapak|ibu|dr med)$/;
const HEADER = /^(?:from|to|cc|von|an|de|para)$/;

/** After "I am", "Mr.", "my colleague", `From:`: only capitalised words, and one word alone only where that is safe. */
export function weaklyCuedName(scan: Scan, cue: Cue): Finding | undefined {
  const next = tokenAfter(scan, cue);
  if (!next) return undefined;
  const label = scan.folded.slice(cue.start, cue.end);
  if (HEADER.test(label) && !next.explicit) return undefined;
  const name = readName(scan, next.token);
  if (!name) return undefined;
  const uncased = kindOf(scan.text.charCodeAt(name.start)) === Kind.uncased;
  const honoured = HONORIFIC.test(label);
  const given = GIVEN_NAMES.has(scan.folding(next.token));
  if (uncased && !honoured && !/^(?:انا|אני)$/.test(label)) return undefined;
  return honoured || given || name.words > 1 ? person(name) : undefined;
}

/** "Dear Ms X," and "Hi X,": a name that the greeting's comma, mark or line end closes. */
export function greetedName(scan: Scan, cue: Cue): Finding | undefined {
  const next = tokenAfter(scan, cue);
  if (!next || next.token !== cue.next) return undefined;
  const name = readName(scan, next.token);
  if (!name || kindOf(scan.text.charCodeAt(name.start)) === Kind.uncased) return undefined;
  return name.words < 4 && /^\s{0,1}[,!.:;\n-]|^$/.test(scan.text.slice(name.end, name.end + 2))
    ? person(name)
    : undefined;
}

/** The line after "Kind regards," and its translations, where a name fills it or a comma or bar ends it. */
export function signedName(scan: Scan, cue: Cue): Finding | undefined {
  const lead = /^[ ,.!]{0,4}\n\s{0,6}(?:(?:Dr|Prof|med|Dipl|Ing)\.[ -]{0,2}){0,3}/.exec(
    scan.text.slice(cue.end, cue.end + 32),
  )?.[0].length;
  const lineStart = scan.text.lastIndexOf('\n', cue.start - 1) + 1;
  if (lead === undefined || cue.start - lineStart > 40) return undefined;
  const { tokens } = scan;
  let token = cue.next;
  while (token < tokens.count && (tokens.starts[token] as number) < cue.end + lead) token += 1;
  const name = readName(scan, token);
  if (!name || name.words > 4 || tokens.starts[token] !== cue.end + lead) return undefined;
  return /^\s?(?:[,|(\n–-]|$)/.test(scan.text.slice(name.end, name.end + 2)) ? person(name) : undefined;
}

/** Names that stand by themselves: a known given name and a capitalised word; a name before `<address>`. */
export const standingNames: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 1 || kindOf(text.charCodeAt(tokens.starts[token] as number)) !== Kind.upper) continue;
    const name = readName(scan, token);
    if (!name) continue;
    const given = GIVEN_NAMES.has(scan.folding(token)) && name.words > 1;
    const addressed = /^ ?<[^\s<>@]{1,64}@/.test(text.slice(name.end, name.end + 68)) && name.words < 5;
    if (given || addressed) findings.push(person(name));
    token = Math.max(token, name.next - 1);
  }
};

const SPEAKER = /^[ >]{0,4}(?:\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\]?[ -]{1,3})/;

/** `LAST^FIRST`, as HL7 and DICOM write names. */
export const caretNames: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(/(?<![\p{L}^])\p{Lu}[\p{L}'-]{1,24}(?:\^\p{Lu}[\p{L}'-]{0,24}){1,4}/gu)) {
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'PERSON' });
  }
};

/** The first line of the last paragraph, where a full name fills it or a comma, bar or dash ends the name. */
export const closingName: Detector = (scan, findings) => {
  const body = scan.text.trimEnd();
  const start = body.lastIndexOf('\n\n') + 2;
  if (start < 2 || body.length - start > 400) return;
  const { tokens } = scan;
  let token = tokens.count - 1;
  while (token > 0 && (tokens.starts[token - 1] as number) >= start) token -= 1;
  const name = tokens.starts[token] === start ? readName(scan, token) : undefined;
  const cased = kindOf(scan.text.charCodeAt(start)) === Kind.upper;
  if (
    name &&
    cased &&
    name.words > 1 &&
    name.words < 5 &&
    /^ ?(?:[,|\n–-]|$)/.test(scan.text.slice(name.end, name.end + 2))
  ) {
    findings.push(person(name));
  }
};

const SYSTEM_USERS =
  /^(?:root|ubuntu|admin|administrator|app|node|runner|deploy|user|users|public|default|ec2-user|vagrant|jenkins|www-data|git|shared|home|runneradmin|appuser|service)$/i;

/** The person in `/home/…`, `/Users/…` and `C:\\Users\\…`; `\\t` and `\\n` read as escapes belong to the name. */
export const homeDirectories: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(
    /[\\/](?:home|Users|Benutzer|Utilisateurs)(?:[\\/]|(?=[\t\n]))([\t\n]?[\p{L}\p{N}][\p{L}\p{N}._-]{2,40})(?=[\\/\s"']|$)/gu,
  )) {
    const name = match[1] as string;
    const start = match.index + match[0].length - name.length;
    if (!SYSTEM_USERS.test(name.trim())) findings.push({ start, end: start + name.length, type: 'PERSON' });
  }
};

/** Who speaks in a chat transcript: `[08:31] Name: …`, `08:31 Name: …`; and who wrote: `Name wrote:`. */
export const speakers: Detector = (scan, findings) => {
  const { tokens, text } = scan;
  let token = 0;
  for (let line = 0; line >= 0 && line < text.length; line = text.indexOf('\n', line) + 1 || text.length) {
    const lead = SPEAKER.exec(text.slice(line, line + 24))?.[0].length ?? 0;
    while (token < tokens.count && (tokens.starts[token] as number) < line + lead) token += 1;
    const name = token < tokens.count ? readName(scan, token) : undefined;
    if (!name || name.words > 3) continue;
    const after = text.slice(name.end, name.end + 16);
    const spoke = lead > 0 && /^:(?: |$|\n)/.test(after);
    if (
      spoke ||
      /^ (?:wrote|writes|schrieb|a écrit|escribió|escreveu|napisał|napisała|пишет|написал|ha scritto|schreef):/.test(
        after,
      )
    ) {
      findings.push(person(name));
    }
  }
};

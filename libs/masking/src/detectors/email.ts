import type { Detector, Finding, Scan, TextDetector } from '../scan.ts';
import { isDigit, isLetter } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';

const LOCAL_MAX = 64; // RFC 5321 §4.5.3.1.1
const DOMAIN_MAX = 253;
const isLocal = (text: string, at: number) => isName(text, at) || "._%+'~".includes(text[at] as string);
const isHost = (text: string, at: number) => isName(text, at) || text[at] === '.';
const isName = (text: string, at: number) => {
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code) || code === 45 || code === 95;
};

/** Identifiers of messages are written like addresses (RFC 5322 §3.6.4). */
const MESSAGE_ID = /(?:message-id|in-reply-to|references|msgid|content-id)["']?[:=]? ?["']?<?$/i;

/** Ends of host names that are files or units, not domains: `getty@tty1.service`, `chunk@main.js`. */
const NOT_A_TLD = new Set(
  'service socket timer target js ts mjs cjs jsx tsx py rb go rs java kt css html json yaml yml md'.split(' '),
);

/** E-mail addresses around every `@`: quoted local parts, Unicode hosts, address literals (RFC 5322 §3.4.1). */
export const emails: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = hostEnd(text, at + 1);
    if (
      start < at &&
      end > at + 1 &&
      isAddress(text.slice(start, at), text.slice(at + 1, end)) &&
      !isUserinfo(text, start) &&
      !MESSAGE_ID.test(text.slice(Math.max(0, start - 24), start))
    ) {
      findings.push({ start, end, type: 'EMAIL', certain: true });
    }
  }
};

const USERINFO_MAX = 256;

/** Whether what ends before `start` is `scheme://user:`: then the host of a URL follows the `@`, and no mailbox. */
function isUserinfo(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - USERINFO_MAX), start);
  const scheme = before.lastIndexOf('://');
  return scheme >= 0 && /^[^\s/?#:]{0,128}:(?![0-9]{1,5}[/?#])[^\s"'<>]{0,128}$/.test(before.slice(scheme + 3));
}

function localStart(text: string, at: number): number {
  const floor = Math.max(0, at - LOCAL_MAX);
  if (text[at - 1] === '"') {
    const open = text.slice(floor, at - 1).lastIndexOf('"');
    return open < 0 ? at : floor + open;
  }
  let start = at;
  while (start > floor && isLocal(text, start - 1)) start -= 1;
  while (start < at && ".'-".includes(text[start] as string)) start += 1;
  return start;
}

function hostEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + DOMAIN_MAX);
  let end = from;
  while (end < limit && isHost(text, end)) end += 1;
  while (end > from && '.-_'.includes(text[end - 1] as string)) end -= 1;
  return end;
}

function isAddress(local: string, host: string): boolean {
  if (local === 'git') return false;
  const labels = host.split('.');
  const last = labels.at(-1) as string;
  if (labels.length === 4 && labels.every((label) => /^[0-9]{1,3}$/.test(label))) return true;
  return (
    labels.length > 1 &&
    last.length > 1 &&
    !/[0-9]/.test(last) &&
    !NOT_A_TLD.has(last) &&
    labels.every((label) => label !== '')
  );
}

const AT = new WordSet(
  'at pri chez kwenye অ্যাট ఎట్ ఆట్ அட் 골뱅이 alias arroba chiocciola klammeraffe ät aet собака песик malpa arobase arobas zavinac kukac snabela snabel apenstaartje et kanel miukumauku παπακι שטרודל آت एट'.split(
    ' ',
  ),
);
const DOT = new WordSet(
  'dot pkt tacka тачка нукте nukta ডট డాట్ டாட் 쩜 점 punkt punto ponto point punt piste tecka pont nokta kropka точка крапка prik punct τελεια נקודה نقطة डॉट cham titik'.split(
    ' ',
  ),
);
/** What is `@` only between brackets: `jane (a) shop.example`. */
const BRACKETED_AT = new WordSet(['a']);
/** What a host ends with where the rest alone would not say that it is one. */
const TLD = new WordSet('example test com org net edu gov info eu de fr es nl pl cz ru uk br jp kr cn'.split(' '));
const OPEN = '([{<*';
const CLOSED = ')]}>*';
/** What follows "at" in a sentence and is no host: "at the dot product". */
const ARTICLE = new WordSet('the a an this that these those my our your every each all'.split(' '));
const LABELS_MAX = 6;
/** Tokens of one label: `g-o-r-s-e-b-a-n-k` has seventeen. */
const LABEL_MAX = 32;

/** A label of a spelled-out address: words, digits and hyphens without spaces between. */
function label(scan: Scan, from: number, step: 1 | -1): number {
  const { tokens, text } = scan;
  let token = from;
  if (token < 0 || token >= tokens.count || tokens.kinds[token] === 0) return -1;
  for (let size = 0; size < LABEL_MAX; size += 1) {
    const next = token + step;
    if (next < 0 || next >= tokens.count) return token;
    const touching = step > 0 ? tokens.ends[token] === tokens.starts[next] : tokens.ends[next] === tokens.starts[token];
    const joins = tokens.kinds[next] !== 0 || '-_+'.includes(text[tokens.starts[next] as number] as string);
    if (!touching || !joins) return token;
    token = next;
  }
  return token;
}

/** Reads `dot` in words or brackets, or a dot that touches nothing odd; the token after it, or -1. */
function separator(
  scan: Scan,
  from: number,
  step: 1 | -1,
  words: WordSet,
  sign: string,
): { next: number; word: boolean } | undefined {
  const { tokens, text } = scan;
  const at = (token: number) =>
    token >= 0 && token < tokens.count ? (text[tokens.starts[token] as number] as string) : '';
  const bracket = step > 0 ? OPEN : CLOSED;
  const inner = bracket.includes(at(from)) && at(from) !== '' ? from + step : from;
  const bracketed = inner !== from;
  const isWord =
    inner >= 0 &&
    inner < tokens.count &&
    (words.hasId(tokens.ids[inner] as number) || (bracketed && at(inner) === sign));
  if (isWord) return { next: inner + (bracketed ? 2 * step : step), word: true };
  return at(from) === sign ? { next: from + step, word: false } : undefined;
}

/** `jane dot doe at shop dot example`, `jane (arroba) shop.example`, `jane[at]shop[dot]example`. */
export const spelledEmails: Detector = (scan, findings) => {
  const { tokens } = scan;
  const { ids } = tokens;
  for (let token = 1; token < tokens.count - 1; token += 1) {
    const id = ids[token] as number;
    if (!(AT.hasId(id) || BRACKETED_AT.hasId(id)) || tokens.kinds[token] !== 1) continue;
    const finding = spelledAround(scan, token);
    if (finding) findings.push(finding);
  }
};

function spelledAround(scan: Scan, at: number): Finding | undefined {
  const { tokens, text } = scan;
  const bracketed =
    OPEN.includes(text[tokens.starts[at - 1] as number] as string) &&
    CLOSED.includes(text[tokens.starts[at + 1] as number] as string);
  if (ARTICLE.hasId(tokens.ids[at + 1] as number)) return undefined;
  if (!bracketed && !AT.hasId(tokens.ids[at] as number)) return undefined;
  const right = chain(scan, at + (bracketed ? 2 : 1), 1, bracketed);
  const left = chain(scan, at - (bracketed ? 2 : 1), -1);
  if (!right || !left || right.separators === 0) return undefined;
  const plain = AT.hasId(tokens.ids[at] as number) && !right.spaced;
  if (!plain && !TLD.hasId(tokens.ids[right.token] as number)) return undefined;
  // "meet me at shop.example" is prose; a spelled-out dot or a bracketed at is not.
  if (!bracketed && right.words === 0) return undefined;
  // "mail me at jane dot doe at shop dot example", "the server is at 192 dot 0 dot 2 dot 1"
  if (AT.hasId(tokens.ids[right.token + 1] as number) || tokens.kinds[right.token] === 2) return undefined;
  return { start: tokens.starts[left.token] as number, end: tokens.ends[right.token] as number, type: 'EMAIL' };
}

function chain(
  scan: Scan,
  from: number,
  step: 1 | -1,
  spaced = false,
): { token: number; separators: number; words: number; spaced: boolean } | undefined {
  let token = label(scan, from, step);
  if (token < 0) return undefined;
  let separators = 0;
  let words = 0;
  let spacedDots = false;
  while (separators < LABELS_MAX) {
    const dot = separator(scan, token + step, step, DOT, '.');
    if (!dot) break;
    const next = label(scan, dot.next, step);
    const isSpaced = !dot.word && spaced && isSpacedDot(scan, token);
    if (next < 0 || (!dot.word && !isSpaced && !touches(scan, token, next))) break;
    spacedDots ||= isSpaced;
    token = next;
    separators += 1;
    words += dot.word ? 1 : 0;
  }
  return { token, separators, words, spaced: spacedDots };
}

/** A written dot joins labels only without spaces around it: the full stop of a sentence does not. */
const touches = ({ tokens }: Scan, one: number, other: number): boolean => {
  const [left, right] = one < other ? [one, other] : [other, one];
  const inner = left + 1;
  return (
    tokens.ends[left] === tokens.starts[inner] &&
    tokens.ends[inner] === (tokens.starts[inner + 1] as number) &&
    right > left
  );
};

/** ` . ` behind a token: a full stop has no space before it. */
const isSpacedDot = ({ tokens, text }: Scan, token: number): boolean =>
  text.startsWith(' . ', tokens.ends[token] as number);

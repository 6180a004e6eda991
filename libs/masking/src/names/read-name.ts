import type { Scan } from '../scan.ts';
import { isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { AFTER_NAME, NOT_NAMES, PARTICLES } from './words.ts';

export interface NameRange {
  start: number;
  end: number;
  /** Full words in it, without particles and initials. */
  words: number;
  /** The token after it. */
  next: number;
}

const WORDS_MAX = 5;
/** Bounds a chain of initials or hyphens, so that no text makes the reader run on. */
const TOKENS_MAX = 16;

/** Whether a token can be a word of a name: a capital, or a script without capitals that separates words. */
function isNameWord(scan: Scan, token: number): boolean {
  const { tokens, text } = scan;
  if (token >= tokens.count || tokens.kinds[token] !== 1) return false;
  const start = tokens.starts[token] as number;
  const length = (tokens.ends[token] as number) - start;
  const first = text.charCodeAt(start);
  const kind = kindOf(first);
  if (isUnspaced(first) || length > 30 || (kind !== Kind.upper && kind !== Kind.uncased)) return false;
  const word = scan.folding(token);
  if (NOT_NAMES.has(word) || AFTER_NAME.has(word) || word.length === 1) return false;
  return !isCode(scan, token) && !isCamel(text.slice(start, start + length));
}

const HYPHENED_CODE = /^(?:-\p{L}{1,12}){0,3}-[0-9]/u;

/** `PAY-4092`, `Foo::bar`, `Foo.bar`, `E_CODE`: parts of technical names. */
function isCode({ tokens, text }: Scan, token: number): boolean {
  const before = text.slice(Math.max(0, (tokens.starts[token] as number) - 1), tokens.starts[token]);
  const after = text.slice(tokens.ends[token], (tokens.ends[token] as number) + 2);
  return (
    /[0-9_\\/@#$.]/.test(before) ||
    /^(?:[0-9_\\/@(=$]|[-:.][0-9A-Za-z:]?[0-9:]|\.\p{Ll})/u.test(after) ||
    HYPHENED_CODE.test(text.slice(tokens.ends[token], (tokens.ends[token] as number) + 42))
  );
}

const isCamel = (word: string) => /\p{Ll}\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|Le|La|Van|O)\p{Lu}/u.test(word);

/** Reads a name that begins at `token`: words joined by one space, hyphen or apostrophe, with particles and initials. */
export function readName(scan: Scan, token: number): NameRange | undefined {
  const { tokens } = scan;
  let last = -1;
  let words = 0;
  let at = token;
  const uncased = token < tokens.count && kindOf(scan.text.charCodeAt(tokens.starts[token] as number)) === Kind.uncased;
  const limit = Math.min(tokens.count, token + TOKENS_MAX);
  while (words < (uncased ? 2 : WORDS_MAX) && at < limit) {
    if (last >= 0 && !joins(scan, last, at)) break;
    if (isNameWord(scan, at)) {
      last = at;
      words += 1;
      at = afterHyphen(scan, at);
      if (at > last + 1) last = at - 1;
    } else if (isInitial(scan, at)) {
      last = at + (scan.text[tokens.ends[at] as number] === '.' ? 1 : 0);
      at = last + 1;
    } else if (tokens.kinds[at] === 1 && PARTICLES.has(scan.folding(at)) && nameFollows(scan, at)) {
      at += 1;
      while (
        at < tokens.count &&
        scan.text.slice(tokens.ends[at - 1], tokens.starts[at]) === '' &&
        tokens.kinds[at] === 0
      )
        at += 1;
      last = at - 1;
    } else {
      break;
    }
  }
  if (words === 0) return undefined;
  return { start: tokens.starts[token] as number, end: tokens.ends[last] as number, words, next: last + 1 };
}

/** Within a name: one space (or a caret, as HL7 writes it), never a line break. */
const joins = ({ text, tokens }: Scan, last: number, next: number) => {
  const between = text.slice(tokens.ends[last], tokens.starts[next]);
  return between === ' ' || between === '' || between === '  ';
};

/** `Anne-Marie`, `O'Neill`, `SMITH^JOHN`: the token after the joined words. */
function afterHyphen({ tokens, text }: Scan, token: number): number {
  let at = token + 1;
  while (
    at + 1 < Math.min(tokens.count, token + TOKENS_MAX) &&
    tokens.kinds[at + 1] === 1 &&
    tokens.ends[at - 1] === tokens.starts[at] &&
    tokens.ends[at] === tokens.starts[at + 1] &&
    "-'^+".includes(text[tokens.starts[at] as number] as string)
  ) {
    const tail = (tokens.ends[at + 1] as number) - (tokens.starts[at + 1] as number);
    if (text[tokens.starts[at] as number] === "'" && tail < 3) break;
    at += 2;
  }
  return at;
}

function isInitial({ tokens, text }: Scan, token: number): boolean {
  const start = tokens.starts[token] as number;
  return (
    tokens.kinds[token] === 1 &&
    (tokens.ends[token] as number) - start === 1 &&
    kindOf(text.charCodeAt(start)) === Kind.upper &&
    text[start + 1] === '.'
  );
}

const nameFollows = (scan: Scan, token: number): boolean => {
  for (let next = token + 1; next <= token + 3 && next < scan.tokens.count; next += 1) {
    if (isNameWord(scan, next)) return true;
    if (scan.tokens.kinds[next] === 1 && !PARTICLES.has(scan.folding(next))) return false;
  }
  return false;
};

import type { Cue } from '../cues/find-cues.ts';
import { distantColon, opaqueEnd, type ValueStart, valueStart } from '../cues/value-after.ts';
import type { Finding, Scan } from '../scan.ts';
import { isUnspaced } from '../text/characters.ts';
import { isErrorName, LITERALS, looksSecret } from './secret-looks.ts';

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

function passwordAt(scan: Scan, begin: Omit<ValueStart, 'linked'>): Finding | undefined {
  const end = quotedEnd(scan, begin.at, opaqueEnd(scan, begin.at));
  const value = scan.text.slice(begin.at, end);
  const isNone = isWritten(value, begin.explicit) || goesOn(scan, end, value, begin.explicit) || isError(value);
  return isNone ? undefined : { start: begin.at, end, type: 'PASSWORD' };
}

const ENV_QUOTED = /^[^\n"'`]{3,64}(?=["'`])/;
/** Words of the longest phrase that somebody gives as a password. */
const PHRASE_MAX = 6;

/** The end of a value in quotes that has spaces, of which the first is at `end`: `MAIL_PASS="three words 7"`. */
function quotedEnd({ text }: Scan, at: number, end: number): number {
  const mark = text[at - 1] ?? '';
  if (text[end] !== ' ' || !/["'`]/.test(mark) || !/[:=] ?$/.test(text.slice(at - 3, at - 1))) return end;
  const quoted = ENV_QUOTED.exec(text.slice(at, at + 66))?.[0];
  if (quoted === undefined || quoted.split(' ').length > PHRASE_MAX) return end;
  const close = at + quoted.length;
  const isWhole = text[at - 2] === '=' || /^.[\s,;)}\]]/.test(text.slice(close, close + 2));
  return isWhole && text[close] === mark ? close : end;
}

/** Code that reads a password, columns that hold one, rules for one, and what logs write in its place. */
const READ_ELSEWHERE =
  /^(?:[a-z_]\w*\.)*(?:getenv|environ|env|input|prompt|getpass|readline|var|varchar2?|nvarchar|char|fetch|decrypt|hash|encode|config|settings)(?:[([.]|$)|^(?:req|request|self|this|user|form|body|params|args|ctx|data|config|settings|process|os|props)(?:\.[a-zA-Z_]+){1,5}$|^(?:Convert(?:To|From)|Read|Get|New|Set|Import|Export)-[A-Z][A-Za-z]+$|^(?:filtered|redacted|masked|removed|protected|secure|hidden)\]?$|^(?:required|optional|nullable|string|sometimes|confirmed)[|:]/i;
/** `****`, `$PASS`, `<password>`, `{{ pass }}`, `PW=$1`: what stands for one. */
const STANDS_FOR_ONE = /^[*•.x]{3,}$|\*{3}$|^\$|^<|^\{\{|^%|^\w+=[$<{]/i;
const LITERAL_MAX = 12;

/** Whether a value is too short, or what programs and people write where a password would be. */
const isWritten = (value: string, explicit: boolean): boolean =>
  value.length < (explicit ? 3 : 5) ||
  (value.length <= LITERAL_MAX && LITERALS.has(value.toLowerCase())) ||
  STANDS_FOR_ONE.test(value) ||
  READ_ELSEWHERE.test(value) ||
  (!explicit && !looksSecret(value));

/** Whether what follows a value says that it is a name or the beginning of a sentence. */
function goesOn({ text }: Scan, end: number, value: string, explicit: boolean): boolean {
  // `password=****, "password": …`: the next name; `'ann'@'%'`: who has it.
  if (/^["'`](?:\s{0,2}[:=]|@["'`])/.test(text.slice(end, end + 4))) return true;
  // `password_expiry_days: 90`: names go on.
  if (!explicit) return text[end] === ':' && /^[a-z]+(?:[A-Z_][A-Za-z]+)+$/.test(value);
  // On its own line: "password: please reset it" goes on, a setting does not.
  return !looksSecret(value) && /^[^\S\n]+\p{Ll}/u.test(text.slice(end, end + 3));
}

const isError = (value: string): boolean => isErrorName(value) || value.includes('://');

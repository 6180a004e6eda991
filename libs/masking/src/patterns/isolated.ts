import { isDigit, isGap } from '../text/characters.ts';
import type { Span } from '../types.ts';

const OPENING = '"\'=(<[{,;>`@';
const CLOSING = '"\')]},;>&`';
/** What stands before a password in a URL: nothing that a hardware address could begin with. */
const USER_BEFORE = /:\/\/[\w.]{0,64}:$/;
const USER_MAX = 68;
/** The port behind an address. */
const PORT = /:[0-9]{1,5}(?![0-9A-Za-z:.-])/y;
/** What may join two groups of one number, and how much of it. */
const JOINTS = ' \n\t\r./_*-()+';
const JOINT_MAX = 4;

/**
 * Whether every span stands by itself, so that a second reading of the pattern tier can find nothing: what its detectors
 * look at beside a candidate begins with a gap or quote here as it did before. A number that could go on behind a joint,
 * or a letter that touched the value, could begin something.
 */
export function areIsolated(text: string, spans: readonly Span[]): boolean {
  return spans.every(
    ({ start, end }) =>
      isUserinfo(text, start, end) ||
      ((start === 0 || (separates(text, start - 1, OPENING) && !numberGoesOn(text, start - 1, -1))) &&
        (end === text.length || isPort(text, end) || (separates(text, end, CLOSING) && !numberGoesOn(text, end, 1)))),
  );
}

/** A password between `://user:` and `@`: neither mark joins groups of a number. */
const isUserinfo = (text: string, start: number, end: number): boolean =>
  text[end] === '@' && text[start - 1] === ':' && USER_BEFORE.test(text.slice(Math.max(0, start - USER_MAX), start));

function isPort(text: string, at: number): boolean {
  PORT.lastIndex = at;
  return text[at] === ':' && PORT.test(text);
}

const separates = (text: string, at: number, marks: string): boolean =>
  isGap(text.charCodeAt(at)) || marks.includes(text[at] as string);

/** Whether only a joint stands between `from` and a digit; other scripts' digits and marks are not told apart here. */
function numberGoesOn(text: string, from: number, step: 1 | -1): boolean {
  for (let at = from; Math.abs(at - from) <= JOINT_MAX && at >= 0 && at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || code > 127) return true;
    if (!JOINTS.includes(text[at] as string)) return false;
  }
  return false;
}

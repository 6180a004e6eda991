import { isDigit, isGap } from '../text/characters.ts';
import type { Span } from '../types.ts';

const OPENING = '"\'=(<[{,;>`';
const CLOSING = '"\')]},;>&`';
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
      (start === 0 || (separates(text, start - 1, OPENING) && !numberGoesOn(text, start - 1, -1))) &&
      (end === text.length || (separates(text, end, CLOSING) && !numberGoesOn(text, end, 1))),
  );
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

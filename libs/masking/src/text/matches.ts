/** Calls `found` for every match of a global pattern. Unlike `matchAll` it makes no copy of the pattern for each text. */
export function eachMatch(pattern: RegExp, text: string, found: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const next = pattern.lastIndex;
    found(match);
    pattern.lastIndex = match[0] === '' ? next + 1 : next;
  }
}

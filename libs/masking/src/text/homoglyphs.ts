/** Letters that look the same in two scripts (the part of Unicode TS 39's confusables that imitates Latin). */
const CYRILLIC = 'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSкkмmтtвbнhɡg';
const GREEK = 'αaοoνvιiρpκkτtυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX';

const toLatin = new Map<number, number>();
const toCyrillic = new Map<number, number>();
for (let index = 0; index < CYRILLIC.length; index += 2) {
  toLatin.set(CYRILLIC.charCodeAt(index), CYRILLIC.charCodeAt(index + 1));
  toCyrillic.set(CYRILLIC.charCodeAt(index + 1), CYRILLIC.charCodeAt(index));
}
for (let index = 0; index < GREEK.length; index += 2) toLatin.set(GREEK.charCodeAt(index), GREEK.charCodeAt(index + 1));

const isCyrillic = (code: number) => code >= 0x0400 && code <= 0x052f;
const isGreek = (code: number) => code >= 0x0370 && code <= 0x03ff;
const isLatin = (code: number) =>
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);

/** Whether some word has letters of two of Latin, Cyrillic and Greek. */
export function mixesScripts(text: string): boolean {
  let scripts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLatin(code)) scripts |= 1;
    else if (isCyrillic(code)) scripts |= 2;
    else if (isGreek(code)) scripts |= 4;
    else scripts = 0;
    if ((scripts & (scripts - 1)) !== 0) return true;
  }
  return false;
}

/**
 * Rewrites words that mix Latin with Cyrillic or Greek into one script, in place: into Cyrillic where a letter of the
 * word exists only there and none exists only in Latin, else into Latin. No word mixes Cyrillic and Greek but to imitate Latin.
 */
export function unifyScripts(codes: Uint16Array): void {
  for (let start = 0; start < codes.length; start += 1) {
    if (!isScripted(codes[start] as number)) continue;
    let end = start;
    while (end < codes.length && isScripted(codes[end] as number)) end += 1;
    unifyWord(codes, start, end);
    start = end;
  }
}

const isScripted = (code: number) => isLatin(code) || isCyrillic(code) || isGreek(code);

function unifyWord(codes: Uint16Array, start: number, end: number): void {
  let latin = 0;
  let foreign = 0;
  let onlyLatin = 0;
  let onlyForeign = 0;
  let greek = 0;
  for (let index = start; index < end; index += 1) {
    const code = codes[index] as number;
    if (isLatin(code)) {
      latin += 1;
      if (!toCyrillic.has(code)) onlyLatin += 1;
    } else {
      foreign += 1;
      if (isGreek(code)) greek += 1;
      if (!toLatin.has(code)) onlyForeign += 1;
    }
  }
  const isImitation = greek > 0 && greek < foreign && onlyForeign === 0;
  if (foreign === 0 || (latin === 0 && !isImitation)) return;
  const table = onlyForeign > onlyLatin ? toCyrillic : toLatin;
  for (let index = start; index < end; index += 1) {
    const code = codes[index] as number;
    codes[index] = table.get(code) ?? code;
  }
}

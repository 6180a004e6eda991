import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { chosenness, WHO } from './loose-passwords.ts';
import { isNear, placesSpoken } from './tried-passwords.ts';

/** Made of a word and figures as people make passwords: `suk5floor9125`, `Osem44`, `Igel-Laterne-19`, `halwa+2025`. */
const CHOSEN =
  /(?<![\p{Lu}\p{Ll}0-9_./@#:=\\+*-])(?:\p{Ll}[\p{Ll}0-9]{5,15}|\p{Lu}\p{Ll}{2,11}[0-9]{2,8}|(?:\p{Lu}\p{Ll}{1,11}[-.!#$%&*+@]){1,2}[0-9]{2,8}|\p{Ll}{2,11}[!#$%&*+@][0-9]{2,8})(?![\p{Lu}\p{Ll}0-9_@\\/:=(-]|\.[\p{L}0-9])/gu;
const HEX = /^[0-9a-f]+$/;
/** Manuals and forms show words like these. */
const SHOWN =
  /^(?:exampl|exempl|esempi|ejempl|exempel|beispiel|muster|voorbeeld|eksempel|esimerk|przyklad|priklad|pelda|ornek|contoh|mfano|sample|test|demo|prueba|prova|upisi|correct-horse|welkom01|change|xxx|пример|приклад)/u;
const REACH = 200;

/** What can hardly be anything but a password, within a few lines behind where passwords are spoken of. */
export const nearPasswords: Detector = ({ text, folded }, findings) => {
  const chosen: Finding[] = [];
  eachMatch(CHOSEN, text, ({ index, 0: value }) => {
    if (value.replace(/[^0-9]/g, '').length < 2 || value.replace(/[^\p{L}]/gu, '').length < 2) return;
    const end = index + value.length;
    if (HEX.test(value) || SHOWN.test(folded.slice(index, end)) || chosenness(value) === 0) return;
    if (WHO.test(folded.slice(Math.max(0, index - 24), index))) return;
    chosen.push({ start: index, end, type: 'PASSWORD', certain: true });
  });
  // Few texts have such a value: where passwords are spoken of is looked up for these alone.
  const places = chosen.length > 0 ? placesSpoken(folded) : [];
  const found = chosen.filter(({ start }) => isNear(places, start - REACH, REACH, 0));
  if (found.length === 0) return;
  const known = coverOf(findings, text.length);
  for (const own of found) if (!known.subarray(own.start, own.end).includes(1)) findings.push(own);
};

/** Which units another detector knows better: a login, an identity number. Of a name there may be more than the name. */
function coverOf(findings: readonly Finding[], length: number): Uint8Array {
  const opened = new Int32Array(length + 1);
  for (const { start, end, type } of findings) {
    if (type === 'PERSON') continue;
    opened[start] = (opened[start] as number) + 1;
    opened[end] = (opened[end] as number) - 1;
  }
  let open = 0;
  return Uint8Array.from({ length }, (_, at) => {
    open += opened[at] as number;
    return open > 0 ? 1 : 0;
  });
}

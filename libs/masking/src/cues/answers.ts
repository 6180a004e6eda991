import { isOtherNumber } from './other-numbers.ts';

/** Who answers, before what is answered: `Customer: `, `09:15 Klientė: `. */
const SPEAKER = /^[^\n]{0,40}[:>] {0,2}$/;
const SPEAKER_MAX = 44;
const QUESTION_MAX = 120;
const ASKS = /[?؟]["'”»)]{0,2}\s{0,2}$/;
/** What may be asked for in the same breath, and names nobody's order: these may be somebody's own. */
const OWN =
  /pass|pin|otp|tan|\bid\b|ident|ausweis|card|kart|cart|konto|account|cuenta|conta|compte|phone|tele|code|kod|cod|код|密码|暗証|번호표/u;

/** `Ticket no: ` is a label and nobody who speaks. */
const NUMBER = /(?<!\p{L})(?:no|nr|num\p{L}*|номер|αριθμ\p{L}*)(?!\p{L})|番号|号码|번호/u;

/** Whether somebody asked for the number of an order, a parcel or the like in the line before, and `at` begins the answer. */
export function answersForThing(folded: string, at: number): boolean {
  // No further back: a text may be one long line.
  const from = Math.max(0, at - SPEAKER_MAX);
  const line = from + folded.slice(from, at).lastIndexOf('\n');
  if (line < Math.max(1, from)) return false;
  const speaker = folded.slice(line + 1, at);
  if (!SPEAKER.test(speaker) || OWN.test(speaker) || NUMBER.test(speaker)) return false;
  const before = folded.slice(Math.max(0, line - QUESTION_MAX), line);
  const question = before.slice(before.lastIndexOf('\n') + 1);
  return ASKS.test(question) && !OWN.test(question) && (question.match(/[\p{L}\p{M}]+/gu) ?? []).some(isOtherNumber);
}

import type { Scan } from '../scan.ts';

interface Range {
  start: number;
  end: number;
}

const SPELLS = /(?:^|[\s(,])\p{L} (?:wie|as in|for|like|comme|como|come|som|jak|jako|mint|как|як|gibi) $/iu;

/** "Does X work with Ada?": what things work with are things. */
const COMPATIBLE =
  /\b(?:work|lauf|radi |radi$|chay|strada|veik|toota|kor|pracuj|ajra|rul|jalan|compat|integrat|funcion|fonction|funktion|dziala|toimi|virker|funger|werk|funzion|mukod|fungu|calis|kompatib|together|zusammen|junto|ensemble|funct)|працю|работа|работи|λειτουργ|δουλεψ|δουλευ|עובד|يعمل|تعمل|काम|hoat dong|berfungsi|一起|連携|함께|동작|ทำงาน/u;
/** Whether the name is what something is asked to work with. */
export const worksWith = ({ folded, text }: Scan, part: Range) =>
  (/^(?: \p{Lu}[0-9]{1,4})? {0,2}(?:không ?)?[?;؟？]/u.test(text.slice(part.end, part.end + 14)) &&
    COMPATIBLE.test(folded.slice(Math.max(0, part.start - 70), part.start))) ||
  TOGETHER.test(text.slice(part.end, part.end + 14));
/** "… ile çalışır mı?", "能和 … 一起用嗎": what says so stands behind. */
const TOGETHER =
  /^ ?(?:ile (?:çalış|uyum|birlikte)|一起(?:用|使用|工作|运行|運行)|と(?:連携|一緒)|(?:와|과) (?:함께|같이|연동)|کار می|के साथ (?:चल|काम)|kanssa toimi)/u;

/** "Z wie Zacharias": whether a name spells a letter. */
export const isLetter = ({ text }: Scan, { start }: Range): boolean =>
  SPELLS.test(text.slice(Math.max(0, start - 10), start));

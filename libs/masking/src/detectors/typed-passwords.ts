import type { Detector } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';

const TYPES =
  'typ(?:e|es|ing)|enter(?:ing)?|put(?:ting)?(?: in)?|tippe|gebe|tape|saisis|rentre|escribo|pongo|meto|tecleo|digito|coloco|scrivo|inserisco|typ|voer|skriver|taster|kirjoitan|syotan|wpisuje|zadavam|pisu|pisem|beirom|scriu|introduc|bag|ввожу|пишу|набираю|вводжу|въвеждам|unosim|kucam|vpisem|γραφω|πληκτρολογω|yaziyorum|giriyorum|masukin|masukkan|ketik|naandika|naweka|nhap|rasau|rakstu|kirjutan|yaziram';
const BUT =
  'but|aber|mais|pero|mas|ma|maar|men|mutta|ale|de|dar|а|но|али|ali|але|αλλα|ama|ancak|tapi|lakini|nhung|bet|aga|amma|and|und|et|y|e|en|og|och|ja|i|a|и|і|ve';
const WRONG =
  'passw|kennw|mot de passe|mdp|contrasen|clave|senha|wachtwoord|losenord|adgangskod|passord|salasana|hasl|hesl|jelsz|parol|lozink|gesl|парол|лозинк|κωδικ|sifre|sandi|nywila|nenosiri|mat khau|slaptazod';
/** What is typed, and in the same sentence that it is the wrong password; folded. */
const TYPED = new RegExp(
  `(?<!\\p{L})(?:${TYPES})\\s(?:\\p{L}{1,8}\\s)?["'„“«]?([^\\s"'„“”«»()\\[\\]<>,;{}]{6,40})["'”»]?,?\\s(?:ein,? )?(?:${BUT})\\s[^.!?\\n]{0,40}?(?:${WRONG})`,
  'gu',
);
/** No word of a sentence: capitals inside, digits, or words joined by a sign. */
const CHOSEN = /\p{Ll}\p{Lu}|[0-9]|\p{L}[-_.#$%&*+!]\p{L}/u;
const NO_PASSWORD = /@|:\/\/|^[0-9.,:/-]*$(?<![0-9]{6})/;

/** "Wpisuję BlueTiger, ale pisze błędne hasło": by the word for a password behind it. */
export const typedPasswords: Detector = ({ text, folded }, findings) => {
  for (const match of matchesOf(TYPED, folded)) {
    const said = match[1] as string;
    const start = match.index + match[0].indexOf(said, match[0].search(/\s/u));
    const value = text.slice(start, start + said.length).replace(/[.:!?]+$/, '');
    if (CHOSEN.test(value) && !NO_PASSWORD.test(value))
      findings.push({ start, end: start + value.length, type: 'PASSWORD', certain: true });
  }
};

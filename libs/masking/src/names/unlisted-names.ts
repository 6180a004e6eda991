import { foldText } from '../text/characters.ts';
import { inflectedFlags } from './inflection.ts';
import { Word } from './lexicon.ts';

/** Endings that only surnames have, folded; a word no list knows is one by them. */
const SURNAME_SHAPE = new RegExp(
  `.{2}(?:${foldText(
    'oglu|icki|icka|auskas|auskiene|auskaite|iene|aityte|viciute|skaite|iciute|auskaite|evicius|avicius|unas|onis|ocki|ocka|nski|nska|dzki|dzka|ovic|evic|enko|escu|eanu|poulos|poulou|akis|idis|idou|shvili|adze|wicz|wska|wski|czyk|czak|sdottir|sson|ssen|quist|kvist|mann|inen|ainen|ovsky|evsky|ovskiy|chuk|енко|енка|енку|чук|чука|ский|ская|ского|цкий|цкая|ський|ська|ов|ова|ев|ева|ин|ина|швили|дзе|ян|янц|ович|евич|ски|ска|οπουλος|οπουλου|ιδης|ακης|ιδου|ακη',
  )})$`,
  'u',
);

const SHORTEST = 5;

/** Flags of a folded word that no list has: those of its nominative, or of a surname by its ending. */
export function unlistedFlags(word: string): number {
  if (word.length < SHORTEST) return 0;
  const inflected = inflectedFlags(word);
  return inflected === 0 && SURNAME_SHAPE.test(word) ? Word.surname : inflected;
}

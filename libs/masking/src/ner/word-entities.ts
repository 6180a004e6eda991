import type { PiiType } from '../types.ts';
import type { RecognisedEntity } from './entity-recogniser.ts';

/** One token as a token-classification pipeline gives it: its decoded text, its label (BIO or BIOES) and a score. */
export interface LabelledToken {
  word: string;
  entity: string;
  score: number;
}

/** How far behind the last token the next may begin: models drop what they have no token for. */
const REACH = 64;

/**
 * Places tokens in the text they were made of and joins those of one entity. A token that is not found where it should
 * stand, such as `[UNK]`, is passed over; its neighbours are not.
 *
 * @param types what the labels without `B-`, `I-` mean; other labels are ignored
 */
export function entitiesOf(
  text: string,
  tokens: readonly LabelledToken[],
  types: Readonly<Record<string, PiiType>>,
): RecognisedEntity[] {
  const entities: RecognisedEntity[] = [];
  const plain = comparable(text);
  let from = 0;
  let open: RecognisedEntity | undefined;
  for (const { word, entity, score } of tokens) {
    const piece = comparable(word.replace(/^(?:##|▁|Ġ)/, '').trim());
    const start = piece === '' ? -1 : plain.slice(from, from + REACH + piece.length).indexOf(piece) + from;
    if (start < from) continue;
    from = start + piece.length;
    const [position, label] = split(entity);
    const type = types[label];
    // A word that goes on in the middle belongs to the entity of its beginning.
    const goesOn: boolean = open !== undefined && (word.startsWith('##') || (type === open.type && position !== 'B'));
    if (goesOn && open && gapIsSmall(text, open.end, start)) {
      open.end = from;
      open.score = Math.min(open.score, score);
    } else {
      open = type === undefined ? undefined : { start, end: from, type, score };
      if (open) entities.push(open);
    }
  }
  return entities;
}

const split = (entity: string): [string, string] => {
  const match = /^([BIESL])[-_](.+)$/.exec(entity);
  return match ? [match[1] as string, match[2] as string] : ['', entity];
};

/** Tokenisers fold case and accents; offsets must stay. */
const comparable = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const unit = (text[at] as string).normalize('NFD').charAt(0).toLowerCase();
    return unit.length === 1 ? unit : (text[at] as string);
  }).join('');

const gapIsSmall = (text: string, from: number, to: number): boolean => /^[\p{P}\s]{0,2}$/u.test(text.slice(from, to));

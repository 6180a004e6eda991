import type { PiiType } from '../types.ts';

/** A value that a model found: UTF-16 offsets of the text, end exclusive, and how sure the model is, from 0 to 1. */
export interface RecognisedEntity {
  start: number;
  end: number;
  type: PiiType;
  score: number;
}

/**
 * A model that finds what rules do not. Off unless one is passed to `maskTextWith`; it can only add to what is masked.
 * What it returns is in the order of the text, inside it and without overlaps, and the same for the same text.
 */
export abstract class EntityRecogniser {
  /** @throws whatever went wrong: the text is then not masked but refused. */
  abstract recognise(text: string): Promise<RecognisedEntity[]>;
}

import type { PiiType } from '../types.ts';

/** What the tagger tells apart; the first is "none of these". */
export const LABELS = [
  undefined,
  'PERSON',
  'ADDRESS',
  'PHONE',
  'NATIONAL_ID',
  'PASSPORT',
  'BANK_ACCOUNT',
  'DOB',
  'PASSWORD',
  'SECRET',
  'CREDIT_CARD',
  'CARD_EXPIRY',
  'CARD_CVV',
  'EMAIL',
  'IBAN',
  'GEO',
] as const satisfies readonly (PiiType | undefined)[];

/** A row of the table of weights holds one weight for each label. */
export const WIDTH = LABELS.length;
/** What a packed weight of 127 is worth. */
export const LARGEST_WEIGHT = 3;

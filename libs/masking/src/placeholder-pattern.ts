import { PII_TYPES } from './types.ts';

/** One placeholder as it stands in text. Its digits are bounded so that nothing can be smuggled in them. */
export const PLACEHOLDER = new RegExp(`\\[(?:${PII_TYPES.join('|')})_[1-9][0-9]{0,3}\\]`, 'g');

import { foldText } from '../text/characters.ts';
import { isEveryday, NATIONAL_ABBREVIATIONS, PASSPORT_ABBREVIATIONS } from './abbreviations.ts';
import { IDENTITY_BY_COUNTRY, PASSPORTS } from './identity-world.ts';

const MARKS = /[\s_."'*#:()/-]/gu;

const heads = new Map<string, 'NATIONAL_ID' | 'PASSPORT'>();
function add(type: 'NATIONAL_ID' | 'PASSPORT', phrases: string): void {
  for (const phrase of phrases.split('|')) {
    const head = foldText(phrase.normalize('NFC')).replace(MARKS, '');
    if (head.length > 1 && !isEveryday(head)) heads.set(head, type);
  }
}
for (const phrases of [...Object.values(IDENTITY_BY_COUNTRY), NATIONAL_ABBREVIATIONS]) add('NATIONAL_ID', phrases);
for (const phrases of [PASSPORTS, PASSPORT_ABBREVIATIONS]) add('PASSPORT', phrases);

/** Whose number it is, and that it is one. */
const AROUND =
  /^(?:customer|client|employee|emp|member|patient|user|holder|owner|student|applicant|kunden?|cliente?|client|empleado)|(?:no|nr|num|number|nummer|numero|id|code)$/g;

/** The kind of number a head of a column names; the head is folded and has neither spaces nor marks. */
export function identityOfHead(head: string): 'NATIONAL_ID' | 'PASSPORT' | undefined {
  return heads.get(head) ?? heads.get(head.replace(AROUND, ''));
}

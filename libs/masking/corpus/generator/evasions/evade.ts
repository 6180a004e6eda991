import type { Label } from '../labelled-ticket.ts';
import { type Part, pickFor } from '../part.ts';
import type { Random } from '../random.ts';
import * as characters from './characters.ts';
import * as escapes from './escapes.ts';
import * as layout from './layout.ts';

interface Evasion {
  /** Types it makes sense for; the value stays readable to a person or a program. */
  types: readonly Label[];
  apply(text: string, random: Random, spelled: readonly [string, string]): string;
}

const NUMBERS: readonly Label[] = ['PHONE', 'CREDIT_CARD', 'NATIONAL_ID'];
const MOST: readonly Label[] = ['EMAIL', 'PHONE', 'CREDIT_CARD', 'IBAN', 'NATIONAL_ID', 'PERSON'];

const EVASIONS: Record<string, Evasion> = {
  invisible: { types: [...MOST, 'SECRET'], apply: characters.withInvisible },
  bidi: { types: MOST, apply: characters.withBidi },
  homoglyph: { types: ['EMAIL', 'PERSON', 'IBAN'], apply: characters.withHomoglyphs },
  'full-width': { types: ['EMAIL', 'PHONE', 'CREDIT_CARD', 'IBAN', 'NATIONAL_ID'], apply: characters.fullWidth },
  'foreign-digits': { types: [...NUMBERS, 'DOB'], apply: characters.withForeignDigits },
  mathematical: { types: ['EMAIL', 'CREDIT_CARD', 'PHONE'], apply: characters.mathematical },
  dashes: { types: NUMBERS, apply: characters.withDashes },
  spaces: { types: [...NUMBERS, 'IBAN', 'PERSON'], apply: characters.withSpaces },
  decomposed: { types: ['PERSON'], apply: characters.decomposed },
  'html-entities': { types: ['EMAIL', 'PHONE', 'PERSON', 'CREDIT_CARD'], apply: escapes.htmlEntities },
  'named-entities': { types: ['EMAIL'], apply: escapes.namedEntities },
  percent: { types: ['EMAIL', 'PERSON'], apply: escapes.percent },
  backslash: { types: ['EMAIL', 'PERSON', 'PHONE'], apply: escapes.backslash },
  'quoted-printable': { types: ['EMAIL'], apply: escapes.quotedPrintable },
  base64: { types: ['EMAIL', 'CREDIT_CARD', 'IBAN'], apply: escapes.base64 },
  'line-break': { types: ['PHONE', 'CREDIT_CARD', 'IBAN', 'PERSON', 'ADDRESS'], apply: layout.lineBreak },
  'spaced-out': { types: ['EMAIL', 'CREDIT_CARD'], apply: layout.spacedOut },
  'odd-groups': { types: ['PHONE', 'CREDIT_CARD', 'IBAN'], apply: layout.oddGroups },
  'each-apart': { types: ['PHONE', 'CREDIT_CARD', 'IBAN'], apply: layout.eachDigitApart },
  'spelled-out': { types: ['EMAIL'], apply: layout.spelledOut },
};

export const EVASION_NAMES = Object.keys(EVASIONS);
const byType = new Map<Label, string[]>();

function evasionsFor(type: Label): string[] {
  const known = byType.get(type);
  if (known) return known;
  const names = EVASION_NAMES.filter((name) => EVASIONS[name]?.types.includes(type));
  byType.set(type, names);
  return names;
}

/** The value disguised, and the disguise's name; `undefined` where none fits its type or none changes it. */
export function evade(
  text: string,
  type: Label,
  part: Part,
  random: Random,
  spelled: readonly [string, string],
): { text: string; name: string } | undefined {
  const names = evasionsFor(type);
  if (names.length === 0) return undefined;
  const name = pickFor(part, random, names);
  const disguised = EVASIONS[name]?.apply(text, random, spelled) ?? text;
  return disguised === text ? undefined : { text: disguised, name };
}

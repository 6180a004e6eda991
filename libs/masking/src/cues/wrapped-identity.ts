import type { Range } from '../digit-run.ts';
import * as check from '../validators/checksums.ts';
import * as world from '../validators/world-ids.ts';

/** Numbers with check digits, by how many digits they have. */
const CHECKED: Readonly<Record<number, readonly ((digits: string) => boolean)[]>> = {
  9: [check.bsn],
  10: [check.rodneCislo, check.personnummer, check.nhs, check.rnokpp, world.egn, world.kennitala],
  11: [
    check.pesel,
    check.cpf,
    check.tckn,
    check.steuerId,
    check.snils,
    check.belgianRegister,
    world.oib,
    world.amka,
    world.fodselsnummer,
    world.balticCode,
  ],
  12: [check.verhoeff, check.myNumber, check.inn, world.kazakh],
  13: [check.cnp, check.ahv, check.koreaResident, world.jmbg, world.southAfrican, world.thai],
  15: [check.nir],
  18: [check.chinaResident],
};
/** The rest of a number on the next line of its paragraph, quoted or not. */
const NEXT_LINE = /^( ?[-/.]?) ?\n[ \t>]{0,4}(-?[0-9](?:[ ./-]?[0-9]){1,12})(?![0-9A-Za-z@:%]|[.,][0-9])/;
const REACH = 26;

/**
 * A number that a line break divides, whole: where a hyphen says that it goes on, or where what stands behind its name is no
 * number yet and both lines together have the right check digits.
 */
export function wholeIdentity(text: string, range: Range): Range {
  const next = NEXT_LINE.exec(text.slice(range.end, range.end + REACH));
  if (!next) return range;
  const first = compact(text.slice(range.start, range.end));
  const whole = first + compact(next[2] as string);
  const goesOn = /[-/]$/.test(next[1] as string) && whole.length < 15;
  if (!goesOn && (isChecked(first) || !isChecked(whole))) return range;
  return { start: range.start, end: range.end + next[0].length };
}

const compact = (written: string): string => written.replace(/[ ./-]/g, '');
const isChecked = (digits: string): boolean =>
  /^[0-9]+$/.test(digits) && (CHECKED[digits.length]?.some((valid) => valid(digits)) ?? false);

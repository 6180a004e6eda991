import type { PiiType } from '../../types.ts';
import { cutsDate, isMachineMade, isObjectId, isTimestamp } from '../machine-values.ts';
import { bankAccount, iban } from './bank.ts';
import { card } from './card.ts';
import { birthDate, cardExpiry } from './date.ts';
import type { Edge } from './edge.ts';
import { email } from './email.ts';
import { unlessLabelled } from './labelled.ts';
import { geo, mac } from './machine.ts';
import { nationalId } from './national-id.ts';
import { password } from './password.ts';
import { phone } from './phone.ts';
import { secret } from './secret.ts';

/** What clocks, versions and identifiers made by machines hold is nobody's number. */
const ofPerson =
  (edge: Edge): Edge =>
  (scan, finding) => {
    const { text } = scan;
    const { start, end } = finding;
    const isNobodys =
      isMachineMade(text, start, end) ||
      isObjectId(text, start, end) ||
      isTimestamp(text, start, end) ||
      cutsDate(text, start, end);
    return isNobodys ? undefined : edge(scan, finding);
  };

/** By type, what is done at the edges of values that are no names and no addresses. */
export const VALUE_EDGES: Partial<Record<PiiType, Edge>> = {
  PHONE: ofPerson(unlessLabelled(phone)),
  CREDIT_CARD: ofPerson(card),
  NATIONAL_ID: ofPerson(unlessLabelled(nationalId)),
  PASSPORT: ofPerson(unlessLabelled((_, finding) => finding)),
  IBAN: ofPerson(iban),
  BANK_ACCOUNT: ofPerson(unlessLabelled(bankAccount)),
  DOB: ofPerson(birthDate),
  CARD_EXPIRY: cardExpiry,
  EMAIL: email,
  PASSWORD: unlessLabelled(password),
  SECRET: secret,
  GEO: ofPerson(geo),
  MAC: mac,
};

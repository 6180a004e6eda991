/** Every kind of value the masker knows; the placeholder of a value is its type and a number, `[PERSON_1]`. */
export const PII_TYPES = [
  'SECRET',
  'PASSWORD',
  'CREDIT_CARD',
  'IBAN',
  'NATIONAL_ID',
  'PASSPORT',
  'BANK_ACCOUNT',
  'EMAIL',
  'ADDRESS',
  'GEO',
  'DOB',
  'CARD_EXPIRY',
  'CARD_CVV',
  'PHONE',
  'IP',
  'MAC',
  'PERSON',
  'COMPANY',
] as const;

/** In falling order of precedence: where two values overlap, the union takes the earlier type. */
export type PiiType = (typeof PII_TYPES)[number];

/** What the ticket's structured fields already tell about its customer. */
export interface KnownValues {
  name?: string;
  email?: string;
  phone?: string;
  company?: string;
  address?: string;
}

/** `certain`: a checksum, a vendor's prefix or a known value says so; `likely`: a shape or the words around; `unsure`: neither. */
export type Confidence = 'certain' | 'likely' | 'unsure';

/** A masked stretch of the original: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
  type: PiiType;
  placeholder: string;
  confidence: Confidence;
}

/**
 * `strict` (text that leaves the company): unsure means refuse. `result` (what an agent sees): unsure means mask.
 * `log`: as `result`, and a text that cannot be masked becomes a fixed marker instead of an error.
 */
export type Profile = 'strict' | 'result' | 'log';

/** Why a text counts as unsure or could not be masked; safe to show and to log. */
export type RefusalCause =
  | 'longer_than_64_kib'
  | 'deadline_passed'
  | 'detector_failed'
  | 'still_changing'
  | 'card_shape_without_checksum'
  | 'iban_shape_without_checksum'
  | 'opaque_value_after_personal_cue'
  | 'recogniser_failed'
  | 'too_many_values'
  | 'longer_than_1_mib'
  | 'broken_unicode';

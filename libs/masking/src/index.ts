export { type FieldRule, type FieldsOutcome, maskFields, maskValue } from './mask-record.ts';
export {
  DEADLINE_MS,
  type MaskOptions,
  type MaskOutcome,
  maskText,
  TEXT_LIMIT,
  unchangedByMasking,
} from './mask-text.ts';
export { type Masked, maskedText, reveal } from './masked.ts';
export { PlaceholderSession } from './placeholders.ts';
export { MaskingRefused, type RefusalReason } from './refusal.ts';
export { Secret } from './secret.ts';
export { type KnownValues, PII_TYPES, type PiiType, type Profile, type RefusalCause, type Span } from './types.ts';

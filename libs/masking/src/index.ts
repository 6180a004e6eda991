export { type FieldRule, type FieldsOutcome, maskFields, maskValue } from './mask-record.ts';
export { learnNames, maskText, unchangedByMasking } from './mask-text.ts';
export { type Masked, maskedText, reveal } from './masked.ts';
export { EntityRecogniser, type RecognisedEntity } from './ner/entity-recogniser.ts';
export { maskTextWith, type RecogniserOptions } from './ner/mask-text-with.ts';
export { type TransformersOptions, TransformersRecogniser } from './ner/transformers-recogniser.ts';
export { maskPatterns } from './patterns/mask-patterns.ts';
export { PlaceholderSession } from './placeholders.ts';
export { MaskingRefused, type RefusalReason } from './refusal.ts';
export { Secret } from './secret.ts';
export type { ChunkOptions } from './stream/chunk-masker.ts';
export { MaskingStream } from './stream/masking-stream.ts';
export { DEADLINE_MS, LONG_TEXT_LIMIT, type MaskOptions, type MaskOutcome, TEXT_LIMIT } from './text-masking.ts';
export {
  type Confidence,
  type KnownValues,
  PII_TYPES,
  type PiiType,
  type Profile,
  type RefusalCause,
  type Span,
} from './types.ts';
export { warmUp } from './warm-up.ts';
export { LONG_DEADLINE_MS, type LongMaskOptions, maskLongText } from './worker/mask-long-text.ts';

/* The pattern tier alone, for whoever logs: it loads no lists of names. */
export { PlaceholderSession } from '../placeholders.ts';
export { MaskingRefused } from '../refusal.ts';
export { MaskingStream } from '../stream/masking-stream.ts';
export { maskPatterns } from './mask-patterns.ts';

import { cut, type Edge } from './edge.ts';

export const digitsOf = (value: string): string => value.replace(/[^0-9]/g, '');
export const isZero = (value: string): boolean => /^0{4,}$/.test(digitsOf(value));

/** `10.0.19041.3570`, `2026.1.2.3`: what programs count their versions with. */
export const VERSION =
  /^(?:\p{L} )?(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{3,5}\.[0-9]{1,5}|20[0-9]{2}(?:\.[0-9]{1,2}){3}|[0-9]\.[0-9]{3}\.[0-9]{4})$/u;

const LEADS = /^(?:on the |on |the |le |el |em |am |il |om |den )/iu;
const TRAILS = /[ ,.]{1,3}(?:and um|and|um|et|o|e|y|i|und|deu|is|och|og|en)$/iu;
/** "on the second of May": without the small words of a sentence around a value in words. */
export const spoken: Edge = ({ text }, finding) => {
  const value = text.slice(finding.start, finding.end);
  if (!/^[\p{L}\p{M}]+[ ,-][\p{L}\p{M}]+/u.test(value)) return finding;
  const lead = LEADS.exec(value)?.[0].length ?? 0;
  const trail = TRAILS.exec(value)?.[0].length ?? 0;
  return cut(finding, finding.start + lead, finding.end - trail);
};

import type { Finding } from '../scan.ts';
import { isLowerCase, isWord, type ModelTokens } from './tokens.ts';

/** What the same word is elsewhere in the text: written small, part of a mail address, a name that two detectors saw … */
const Echo = { again: 1, lowerCase: 2, vouchedFor: 4, name: 8, mailAddress: 16, otherValue: 32 } as const;

/** Shorter words are the same by chance. */
const LEAST = 3;

/** For each word all that it is in the text, as flags; 0 for other tokens. */
export function echoesOf(tokens: ModelTokens, findingAt: (index: number) => Finding | undefined): Uint8Array {
  const { count, words, shapes, starts, ends } = tokens;
  const echoes = new Uint8Array(count);
  const flags = new Map<number, number>();
  const isHeard = (index: number) =>
    isWord(shapes[index] as number) && (ends[index] as number) - (starts[index] as number) >= LEAST;
  for (let index = 0; index < count; index += 1) {
    if (!isHeard(index)) continue;
    const word = words[index] as number;
    const before = flags.get(word);
    const own = echoOf(shapes[index] as number, findingAt(index));
    flags.set(word, before === undefined ? own : before | own | Echo.again);
  }
  for (let index = 0; index < count; index += 1)
    if (isHeard(index)) echoes[index] = flags.get(words[index] as number) as number;
  return echoes;
}

function echoOf(shape: number, finding: Finding | undefined): number {
  if (!finding) return isLowerCase(shape) ? Echo.lowerCase : 0;
  const { type, certain, entity, by } = finding;
  if (type === 'EMAIL') return Echo.mailAddress;
  if (type !== 'PERSON') return Echo.otherValue;
  return certain || entity !== undefined || (by !== undefined && by.length > 1) ? Echo.vouchedFor : Echo.name;
}

import { unpackedBytes } from '../packed.ts';
import { PACKED_NAMES } from './packed-names.ts';

/** Front-coded words by what they are: 1 given name, 2 surname, 4 everyday word, 8 place, added up. */
export const readNameLists = (): [flags: number, words: string][] =>
  unpackedBytes(PACKED_NAMES)
    .toString('utf8')
    .split('\n')
    .map((line) => [Number.parseInt(line, 10), line.slice(line.indexOf(' ') + 1)]);

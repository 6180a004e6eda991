import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isTitle } from './titles.ts';

/** Forms of address that nothing but a name follows. */
const ADDRESSED =
  /^(?:hr|mr|mrs|herr|herrn|frau|monsieur|madame|mme|senor|senora|sr|sra|senhor|senhora|signor|signora|sig|sig ra|dhr|mevr|mevrouw|meneer|pan|pani|pana|panem|panu|prof|herra|rouva|fru)$/;

/** "Herr Helm", "Sra. Nascimento": surnames that are things elsewhere. */
export function addressedSurname(scan: Scan, cue: Cue, label: string, token: number): Finding | undefined {
  const { tokens, text, folded } = scan;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  if (!ADDRESSED.test(label) || !/^\.? $/.test(text.slice(cue.end, start)) || end - start < 3) return undefined;
  const isListed = (wordFlags(folded, start, end) & (Word.given | Word.surname)) !== 0;
  return isListed && /^\p{Lu}\p{Ll}+$/u.test(scan.word(token)) && !isTitle(scan.folding(token))
    ? { start, end, type: 'PERSON' }
    : undefined;
}

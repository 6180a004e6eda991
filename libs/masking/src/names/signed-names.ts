import type { Cue } from '../cues/find-cues.ts';
import { isFrequent } from '../model/word-knowledge.ts';
import type { Finding, Scan } from '../scan.ts';
import { type NameRange, readLowerCaseName, readName } from './read-name.ts';

/** "Viele Grüße aus der Börde" and the line break before the name. */
const FROM_SOMEWHERE =
  /^ (?:aus|von|vom|from|de|del|du|da|do|dalla|dal|z|ze|fra|från|uit|van|depuis|din|из|з|an|to|à|a)(?: [^\n]{1,30})[ ,.!]{0,3}\n\s{0,8}/u;
const TITLES = /^(?:(?:Dr|Prof|med|Dipl|Ing|Mag|Mgr|inż|mgr)\.[ -]{0,2}){1,3}/;
const LINE_END = /^\s?(?:[,|(\n–/-]|$|\s{2})/;

/** The name after "Kind regards," and its translations: on the next line, or closing the same one. */
export function signedName(scan: Scan, cue: Cue): Finding | undefined {
  const { tokens, text } = scan;
  const near = text.slice(cue.end, cue.end + 56);
  const gap =
    FROM_SOMEWHERE.exec(near)?.[0] ?? /^[ ,.!;~*–-]{0,4}(?:\n\s{0,8}(?:[-–~*/]{1,2} ?)?)?/.exec(near)?.[0] ?? '';
  const onNextLine = gap.includes('\n');
  if (gap === '' || (onNextLine && /^[^\n]{61}$/.test(text.slice(Math.max(0, cue.start - 61), cue.start))))
    return undefined;
  const at = cue.end + gap.length;
  const start = at + (TITLES.exec(text.slice(at, at + 24))?.[0].length ?? 0);
  let token = cue.next;
  while (token < tokens.count && (tokens.starts[token] as number) < start) token += 1;
  if (token >= tokens.count || tokens.starts[token] !== start) return undefined;
  const name = readName(scan, token);
  if (name)
    return isSigned(scan, name, onNextLine, gap) ? { start: name.start, end: name.end, type: 'PERSON' } : undefined;
  const ownLine = cue.start === 0 || text[cue.start - 1] === '\n';
  const lower = readLowerCaseName(scan, token, onNextLine || ownLine || /[,.!–-]/.test(gap));
  return lower && /^\s?(?:\n|$)|^ [-–|] /.test(text.slice(lower.end, lower.end + 3))
    ? { start: lower.start, end: lower.end, type: 'PERSON' }
    : undefined;
}

/** "Mulțumesc, Ruxi": behind a comma one word that no language has often. */
const isUnknown = ({ text, folded }: Scan, name: NameRange, gap: string): boolean =>
  gap.startsWith(',') &&
  name.words === 1 &&
  /^\p{Lu}\p{Ll}+$/u.test(text.slice(name.start, name.end)) &&
  !isFrequent(folded.slice(name.start, name.end));

function isSigned(scan: Scan, name: NameRange, onNextLine: boolean, gap: string): boolean {
  const after = scan.text.slice(name.end, name.end + 2);
  if (name.words > 4 || !LINE_END.test(after)) return false;
  return onNextLine
    ? !(name.everyday && name.words < 2 && !/^[,!]/.test(gap))
    : (name.listed || isUnknown(scan, name, gap)) && /^\s?(?:[\n(|]|$)/.test(after);
}

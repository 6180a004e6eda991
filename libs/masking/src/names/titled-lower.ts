import { Known, knowledgeOfWord } from '../model/word-knowledge.ts';
import type { Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { SENTENCE } from './contexts.ts';
import { Word } from './lexicon.ts';
import { isVietnamese, readLowerCaseName } from './read-name.ts';
import { isRelation, isTitle } from './titles.ts';
import { EVERYBODY, NOT_NAMES, PARTICLES } from './words.ts';

/** Titles that nothing but a name follows: a surname that is a word is one behind them, too. */
const STRICT =
  /^(?:mr|mrs|ms|mx|miss|mister|dr|prof|prof dr|herr|herrn|hr|mme|mlle|monsieur|sr|sra|srta|senor|senora|senhor|senhora|dott|dott ssa|sig|sig ra|signor|dhr|heer|de heer|mw|mevr|κυριος|κυριε|κυρια|господин|господина|господину|госпожа|госпожо|госпожу|господине|vazena pani|vazeny pane|pane|г н|г жа|sehr geehrter herr|geachte heer|geachte mevrouw)$/;
/** Titles that are words of sentences: "pani mówi", "frau sagt", "la signora risiede". */
const LOOSE =
  /^(?:frau|fru|froken|frk|rouva|herra|madame|signora|signorina|mevrouw|meneer|pan|pani|pana|panem|panu|pania|domnul|doamna|domnului|doamnei|domnule|gospodin|gospodine|gospoda|gospodo|gospa|gospo[dđ]a|gospo[dđ]o|ponas|ponia|ponui|poniai|kungs|kundze|harra|proua|пан|пани|пані|пане|пану|паном)$/;

/** `mr rau`, `hr. lund`, `mevrouw de ruiter`: a surname in small letters behind a title. */
export function lowerCaseSurname(scan: Scan, token: number, label: string): { start: number; end: number } | undefined {
  const { tokens, text } = scan;
  const strict = STRICT.test(label);
  if (!strict && !LOOSE.test(label)) return undefined;
  let at = token;
  while (at < tokens.count && at < token + 3 && isParticle(scan, at)) at += 1;
  if (at >= tokens.count || tokens.kinds[at] !== 1) return undefined;
  const start = tokens.starts[at] as number;
  const end = tokens.ends[at] as number;
  if (kindOf(text.charCodeAt(start)) !== Kind.lower && at === token) return undefined;
  const full = at === token ? readLowerCaseName(scan, at, false) : undefined;
  if (full && text.slice(full.start, full.end).includes(' ')) return full;
  const word = scan.folding(at);
  if (text[(tokens.starts[token] as number) - 2] === ',' || isVietnamese(scan.word(at))) return undefined;
  if (word.length < 3 || NOT_NAMES.has(word) || SENTENCE.has(word) || PARTICLES.has(word) || EVERYBODY.has(word))
    return undefined;
  if (isTitle(word) || isRelation(word) || /^[_@/\\=(]/.test(text.slice(end, end + 1))) return undefined;
  const flags = scan.nameFlags(at);
  const known = flags === 0 ? knowledgeOfWord(word) : 0;
  const named = (flags & (Word.surname | Word.given)) !== 0 || known === Known.surname;
  // "Пане директоре", "pane řediteli".
  if ([1, 2].some((cut) => isRole(word.slice(0, -cut)))) return undefined;
  const isRare = flags === 0 && word.length > 4 && (known & Known.frequent) === 0;
  const joined = /^-\p{L}{3,}(?:-\p{L}{3,})?/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  const closed = /^(?:[,;:.!?)\n]|$)/.test(text.slice(end + joined, end + joined + 1));
  const plain = named && (flags & Word.everyday) === 0;
  const accepted = strict
    ? named || ((flags === 0 || at > token) && word.length > 3 && (closed || ENGLISH.test(label)))
    : plain || isRare || (named && closed) || (at > token && named) || (joined > 0 && named);
  return accepted ? { start: tokens.starts[token] as number, end: end + joined } : undefined;
}

const isRole = (stem: string): boolean => stem.length > 4 && (NOT_NAMES.has(stem) || isTitle(stem) || isRelation(stem));
const ENGLISH = /^(?:mr|mrs|ms|miss|dr|herr)$/;

/** A particle of surnames in small letters, and no other word. */
const isParticle = (scan: Scan, token: number): boolean =>
  scan.tokens.kinds[token] === 1 &&
  /^(?:van|von|der|den|de|di|da|do|dos|della|del|la|le|ter|ten|te|el|al|bin|ben|af|zu)$/.test(scan.word(token));

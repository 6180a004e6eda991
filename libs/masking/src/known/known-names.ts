import { HONORIFIC } from '../names/cue-refusals.ts';
import { isSentenceStart } from '../names/full-name.ts';
import { Word, wordFlags } from '../names/lexicon.ts';
import { isTitle } from '../names/titles.ts';
import { NOT_NAMES, PARTICLES } from '../names/words.ts';
import type { Scan } from '../scan.ts';
import { foldText, isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { normalise } from '../text/normalise.ts';
import { ENDINGS, spellings, stemOf } from './name-forms.ts';

/** Of a name that only its context showed, months and words that are no given names stay words. */
const MONTHS =
  /^(?:april|may|june|july|august|januar|mai|juni|juli|julio|abril|avril|juin|aout|marzo|mars|maj|will|page|price|hope)$/;
const isLearnable = (word: string): boolean =>
  !isEveryday(word) || ((wordFlags(word) & Word.given) !== 0 && !MONTHS.test(word) && !NOT_NAMES.has(word));

/** Titles that are part of the name in Bengal, Pakistan and Malaysia: `Md`, `Mst`, `মোছাঃ`. */
const PART_OF_NAME = /^(?:md|mst|mohd|muhd|smt|anak)$|^\p{Script=Bengali}/u;
/** Departments and desks that tickets give as their customer's name. */
const OFFICES: ReadonlySet<string> = new Set(
  foldText(
    'secrétariat secretariat secretaris secretaría secretaria secretario sekretariat segreteria reception rezeption recepción receptie empfang dispo disposition kanzlei gemeindekanzlei isännöitsijä ajanvaraus nóminas nominas buchhaltung accounting payroll support helpdesk hotline office büro buero ufficio amministrazione verwaltung hausverwaltung praxis kundenservice servicio service admin team info billing vertrieb verkauf einkauf',
  ).split(' '),
);
/** A title in the name of a customer, `Dr`, `Rag.`, or an office that is given as one: `Secrétariat`. */
const isRole = (word: string, alone: boolean): boolean =>
  !PART_OF_NAME.test(word) &&
  (isTitle(word) || HONORIFIC.test(word) || OFFICES.has(word) || (alone && NOT_NAMES.has(word))) &&
  (wordFlags(word) & (Word.given | Word.surname)) === 0;

const isEveryday = (word: string) => (wordFlags(word) & Word.everyday) !== 0;

const JOINED = /^(?:وال|ال|و|ب|ل|ו|ל|ב|מ|ה)/;

/** Names that normalising leaves as they are. */
const PLAIN = /^[A-Za-z '-]+$/;

/** The first two letters of a word in ten bits: most words of a text begin like no known name. */
const beginning = (first: number, second: number): number => (first * 31 + second) & 1_023;

/** A name that was added. */
interface Named {
  /** Whose it is. */
  entity: string;
  /** What to look for anywhere: names of scripts without spaces are no words. */
  pieces: readonly string[];
  /** Whether it has a given name and a surname, so that nothing else is called by it; Vietnam writes every syllable as a word. */
  isWhole: boolean;
}

/** Parts of names, their spellings and stems, asked word by word. */
export class KnownNames {
  readonly #words = new Map<string, string>();
  readonly #stems = new Map<string, string>();
  readonly #beginnings = new Uint8Array(1_024);
  /** Syllables of Vietnam with their tones, of names that only their context showed; by their folding. */
  readonly #toned = new Map<string, Set<string>>();
  /** Those of names that were written in small letters. */
  readonly #small = new Set<string>();

  /** Of names that only their context showed (`certain` false), everyday words count as part of the whole name alone. */
  add(name: string, certain = true): Named {
    const isPlain = PLAIN.test(name);
    const plain = (isPlain ? name : normalise(name).text).trim().toLowerCase();
    const entity = isPlain ? plain.replaceAll(/[ '-]/g, '') : foldText(plain).replace(/[^\p{L}\p{M}]/gu, '');
    if (!isPlain && Array.from(plain).some((character) => isUnspaced(character.charCodeAt(0))))
      return { entity, pieces: unspacedPieces(plain), isWhole: false };
    const parts = isPlain && !plain.includes("'") ? plain.split(/[ -]+/) : splitName(plain);
    // Who is called by one name is whoever has it among others.
    const whose = parts.length === 1 ? this.#words.get(parts[0] as string) : undefined;
    if (whose !== undefined) return { entity: whose, pieces: [], isWhole: false };
    for (const part of new Set(parts))
      if (
        part.length > 1 &&
        !PARTICLES.has(foldText(part)) &&
        !isRole(foldText(part), parts.length < 2) &&
        (certain || isLearnable(foldText(part)))
      )
        this.#addPart(part, entity);
    if (!certain && VIETNAMESE.test(plain)) this.#addTones(parts, name === plain);
    return { entity, pieces: [], isWhole: parts.length > 1 && !VIETNAMESE.test(plain) };
  }

  #addPart(part: string, entity: string): void {
    for (const form of spellings(part, foldText)) {
      if (form.length < 2) continue;
      this.#words.set(form, entity);
      if (form.length >= 4) this.#stems.set(stemOf(form), entity);
      // A name learned in one case is known in the others: `Rauniolla` and `Raunion`.
      for (let cut = 1; cut < 5 && form.length - cut > 4; cut += 1)
        if (ENDINGS.has(form.slice(-cut))) this.#stems.set(stemOf(form.slice(0, -cut)), entity);
      this.#beginnings[beginning(form.charCodeAt(0), form.charCodeAt(1))] = 1;
    }
  }

  #addTones(parts: readonly string[], inSmallLetters: boolean): void {
    for (const part of parts) {
      const folded = foldText(part);
      if (inSmallLetters) this.#small.add(folded);
      const toned = this.#toned.get(folded);
      if (toned) toned.add(part);
      else this.#toned.set(folded, new Set([part]));
    }
  }

  /** `Cảm` is no `Cẩm`; and a syllable that begins a sentence is a word of it: "Từ sáng …". */
  #isOtherSyllable({ text, tokens }: Scan, token: number, folded: string): boolean {
    const toned = this.#toned.get(folded);
    if (!toned) return false;
    const [start, end] = [tokens.starts[token] as number, tokens.ends[token] as number];
    const word = text.slice(start, end).toLowerCase();
    if (/[^a-z]/.test(word) && !toned.has(word)) return true;
    if (kindOf(text.charCodeAt(start)) === Kind.lower) return !this.#small.has(folded);
    return text[end] === ' ' && kindOf(text.charCodeAt(end + 1)) === Kind.lower && isSentenceStart(text, start);
  }

  /** Whose name a word of the text is, in any of its forms. */
  entityOf(scan: Scan, token: number): string | undefined {
    const start = scan.tokens.starts[token] as number;
    const kind = kindOf(scan.text.charCodeAt(start));
    const begins = this.#beginnings[beginning(scan.folded.charCodeAt(start), scan.folded.charCodeAt(start + 1))] === 1;
    if (!begins && kind !== Kind.uncased) return undefined;
    const folded = scan.folding(token);
    const exact = this.#words.get(folded);
    if (exact !== undefined) {
      if (this.#toned.size > 0 && this.#isOtherSyllable(scan, token, folded)) return undefined;
      const everyday = kind === Kind.lower && (folded.length < 3 || isEveryday(folded) || NOT_NAMES.has(folded));
      return everyday ? undefined : exact;
    }
    // Syllables are not inflected.
    if (this.#toned.size > 0 && folded.length < 7) return undefined;
    return kind === Kind.lower || NOT_NAMES.has(folded) ? undefined : this.#inflected(folded, kind === Kind.uncased);
  }

  #inflected(folded: string, uncased: boolean): string | undefined {
    for (let cut = 1; cut <= 5 && folded.length - cut >= 3; cut += 1) {
      const entity = this.#stems.get(folded.slice(0, -cut));
      if (entity !== undefined && ENDINGS.has(folded.slice(-cut))) return entity;
    }
    const bare = uncased ? folded.replace(JOINED, '') : folded;
    return bare === folded ? undefined : this.#words.get(bare);
  }
}

const VIETNAMESE = /[ăđơưạ-ỹ]/;

const splitName = (plain: string): string[] =>
  plain.split(/[^\p{L}\p{M}'’]+/u).flatMap((part) => [part, ...part.split(/['’]/)]);

/** Scripts of which one character or two are a surname. */
const SYLLABIC = /^[\p{Script=Han}\p{Script=Hangul}々·・•]+$/u;

function unspacedPieces(plain: string): readonly string[] {
  const folded = foldText(plain);
  const compact = folded.replace(/\s+/g, '');
  const pieces = new Set([folded, compact, ...folded.split(/\s+/)]);
  if (compact.length === 3 && SYLLABIC.test(compact)) pieces.add(compact.slice(1));
  if (compact.length >= 4 && SYLLABIC.test(compact)) pieces.add(compact.slice(0, 2)).add(compact.slice(2));
  return [...pieces].filter((piece) => piece.length >= 2);
}

import { NOT_NAMES, PARTICLES } from '../names/words.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isDigit, isUnspaced, isWordCode, Kind, kindOf } from '../text/characters.ts';
import { normalise } from '../text/normalise.ts';
import { tokenise } from '../text/tokens.ts';
import type { KnownValues, PiiType } from '../types.ts';
import { ENDINGS, spellings, stemOf } from './name-forms.ts';

/** English and German words that are also names; they count only when capitalised. */
const AMBIGUOUS = new Set(
  'will mark may rose grace hope price page port bill long young art case key king stone rich frank gene dean faith joy june april august summer dawn sunny chase grant drew pat rob sue ray jack ernst frei lang klein gross weiss schwarz'.split(
    ' ',
  ),
);

const LEGAL_FORM =
  /[ ,]+(?:gmbh(?: & co\.? kg)?|ag|kg|ug|ohg|e\.v\.|ltd\.?|limited|llc|llp|inc\.?|corp\.?|plc|pty|bv|b\.v\.|nv|n\.v\.|sa|s\.a\.|sarl|sas|srl|s\.r\.l\.|spa|s\.p\.a\.|oy|ab|as|aps|a\/s|sp\. z o\.o\.|s\.r\.o\.|kft|zrt|sl|s\.l\.|lda|株式会社|有限会社|有限公司)$/i;

interface Sequence {
  type: PiiType;
  tokens: readonly string[];
  entity: string;
}

/** Everything known of one customer, compiled for one pass over the words of a text. */
export class KnownMatcher {
  readonly #words = new Map<string, string>();
  readonly #stems = new Map<string, string>();
  readonly #sequences = new Map<string, Sequence[]>();
  readonly #fragments: { text: string; type: PiiType; entity: string; bounded: boolean }[] = [];
  readonly #phones: string[] = [];

  constructor(known: KnownValues, learned: Iterable<string> = []) {
    if (known.name) this.#addName(known.name);
    for (const name of learned) this.#addName(name);
    if (known.email) this.#addEmail(known.email);
    if (known.phone) this.#addPhone(known.phone);
    if (known.company) this.#addCompany(known.company);
    if (known.address) this.#addAddress(known.address);
  }

  get isEmpty(): boolean {
    return (
      this.#words.size === 0 && this.#sequences.size === 0 && this.#fragments.length === 0 && this.#phones.length === 0
    );
  }

  readonly detect: Detector = (scan, findings) => {
    this.#detectWords(scan, findings);
    this.#detectFragments(scan, findings);
    this.#detectPhones(scan, findings);
  };

  #addName(name: string): void {
    const plain = normalise(name).text.trim().toLowerCase();
    const entity = foldText(plain).replace(/[^\p{L}\p{M}]/gu, '');
    const whole = plain.replace(/\s+/g, '');
    if (Array.from(whole).some((character) => isUnspaced(character.charCodeAt(0)))) {
      this.#addUnspacedName(plain, entity);
      return;
    }
    const parts = plain.split(/[^\p{L}\p{M}'’]+/u).flatMap((part) => [part, ...part.split(/['’]/)]);
    for (const part of new Set(parts)) {
      if (part.length < 2 || PARTICLES.has(foldText(part))) continue;
      for (const form of spellings(part, foldText)) {
        if (form.length < 2) continue;
        this.#words.set(form, entity);
        if (form.length >= 4) this.#stems.set(stemOf(form), entity);
      }
    }
  }

  #addUnspacedName(plain: string, entity: string): void {
    const folded = foldText(plain);
    const compact = folded.replace(/\s+/g, '');
    const pieces = new Set([folded, compact, ...folded.split(/\s+/)]);
    if (compact.length === 3) pieces.add(compact.slice(1));
    if (compact.length >= 4) pieces.add(compact.slice(0, 2)).add(compact.slice(2));
    for (const text of pieces) {
      if (text.length >= 2) this.#fragments.push({ text, type: 'PERSON', entity, bounded: false });
    }
  }

  #addEmail(email: string): void {
    const folded = foldText(normalise(email).text.trim());
    const local = folded.split('@')[0] as string;
    this.#fragments.push({ text: folded, type: 'EMAIL', entity: folded, bounded: true });
    const telling = /[._-]/.test(local) ? local.length >= 4 : local.length >= 5;
    if (
      telling &&
      !/^(?:info|support|admin|sales|contact|office|hello|service|billing|helpdesk|noreply|statuspage)$/.test(local)
    ) {
      this.#fragments.push({ text: local, type: 'PERSON', entity: local, bounded: true });
    }
  }

  #addPhone(phone: string): void {
    const digits = normalise(phone).text.replace(/[^0-9]/g, '');
    if (digits.length >= 7) this.#phones.push(digits.slice(-8));
  }

  #addCompany(company: string): void {
    const folded = foldText(normalise(company).text.trim());
    const bare = folded.replace(LEGAL_FORM, '').replace(/^(?:株式会社|有限会社)/, '');
    const entity = bare.replace(/\s+/g, '');
    for (const name of new Set([folded, bare])) {
      if (Array.from(name).some((character) => isUnspaced(character.charCodeAt(0)))) {
        const text = name.replace(/株式会社|有限会社|有限公司/, '');
        if (text.length >= 3) this.#fragments.push({ text, type: 'COMPANY', entity, bounded: false });
      } else if (name.length >= 4) {
        this.#addSequence('COMPANY', name, entity);
      }
    }
  }

  #addAddress(address: string): void {
    const folded = foldText(normalise(address).text);
    const street = folded.split(',')[0] as string;
    for (const text of new Set([folded, street]))
      if (/[0-9]/.test(text)) this.#addSequence('ADDRESS', text, folded.replace(/\s+/g, ''));
  }

  #addSequence(type: PiiType, text: string, entity: string): void {
    const tokens = wordsAndNumbers(text);
    const first = tokens[0];
    if (first === undefined || tokens.length > 24) return;
    this.#sequences.set(first, [...(this.#sequences.get(first) ?? []), { type, tokens, entity }]);
  }

  #detectWords(scan: Scan, findings: Finding[]): void {
    const { tokens } = scan;
    for (let token = 0; token < tokens.count; token += 1) {
      if (tokens.kinds[token] === 0) continue;
      const folded = scan.folding(token);
      for (const sequence of this.#sequences.get(folded) ?? []) {
        const last = matchSequence(scan, token, sequence.tokens);
        if (last >= 0)
          findings.push({
            start: tokens.starts[token] as number,
            end: tokens.ends[last] as number,
            type: sequence.type,
            entity: sequence.entity,
          });
      }
      if (tokens.kinds[token] !== 1) continue;
      const entity = this.#entityOf(scan, token, folded);
      if (entity)
        findings.push({
          start: tokens.starts[token] as number,
          end: tokens.ends[token] as number,
          type: 'PERSON',
          entity,
        });
    }
  }

  #entityOf(scan: Scan, token: number, folded: string): string | undefined {
    const first = kindOf(scan.text.charCodeAt(scan.tokens.starts[token] as number));
    const capital = first !== Kind.lower;
    const exact = this.#words.get(folded);
    if (exact)
      return capital || (folded.length >= 3 && !AMBIGUOUS.has(folded) && !NOT_NAMES.has(folded)) ? exact : undefined;
    if (!capital) return undefined;
    for (let cut = 1; cut <= 5 && folded.length - cut >= 3; cut += 1) {
      const entity = this.#stems.get(folded.slice(0, -cut));
      if (entity && ENDINGS.has(folded.slice(-cut))) return entity;
    }
    const bare = first === Kind.uncased ? folded.replace(/^(?:وال|ال|و|ب|ل|ו|ל|ב|מ|ה)/, '') : folded;
    return bare !== folded ? this.#words.get(bare) : undefined;
  }

  #detectFragments(scan: Scan, findings: Finding[]): void {
    for (const { text, type, entity, bounded } of this.#fragments) {
      for (let at = scan.folded.indexOf(text); at >= 0; at = scan.folded.indexOf(text, at + text.length)) {
        const end = at + text.length;
        const inside = bounded && (touchesWord(scan.folded, at - 1) || touchesWord(scan.folded, end));
        if (!inside) findings.push({ start: at, end, type, entity });
      }
    }
  }

  #detectPhones(scan: Scan, findings: Finding[]): void {
    for (const tail of this.#phones) {
      for (const run of scan.runs) {
        const at = run.digits.indexOf(tail);
        if (at >= 0)
          findings.push({
            ...digitRange(scan.text, run.start, run.end, at + tail.length),
            type: 'PHONE',
            entity: tail,
          });
      }
    }
  }
}

const touchesWord = (text: string, at: number) => at >= 0 && at < text.length && isWordCode(text.charCodeAt(at));

/** From the start of a run (with its plus or bracket) to its `count`-th digit. */
function digitRange(text: string, start: number, end: number, count: number): { start: number; end: number } {
  let seen = 0;
  let at = start;
  while (at < end && seen < count) {
    if (isDigit(text.charCodeAt(at))) seen += 1;
    at += 1;
  }
  const from = text.slice(Math.max(0, start - 2), start).search(/\+?\(?$/);
  return { start: start - (Math.min(2, start) - from), end: at };
}

const wordsAndNumbers = (text: string): string[] => {
  const tokens = tokenise(text);
  const words: string[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 0) words.push(text.slice(tokens.starts[token], tokens.ends[token]));
  }
  return words;
};

/** Words and numbers in order, with up to two punctuation marks between them; the last token, or -1. */
function matchSequence(scan: Scan, first: number, words: readonly string[]): number {
  let token = first;
  for (const word of words.slice(1)) {
    let next = token + 1;
    while (next <= token + 2 && next < scan.tokens.count && scan.tokens.kinds[next] === 0) next += 1;
    if (next >= scan.tokens.count || scan.folding(next) !== word) return -1;
    token = next;
  }
  return token;
}

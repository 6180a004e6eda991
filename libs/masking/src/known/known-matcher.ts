import { isPublic } from '../names/public-names.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isDigit, isUnspaced, isWordCode } from '../text/characters.ts';
import { normalise } from '../text/normalise.ts';
import { tokenise } from '../text/tokens.ts';
import type { KnownValues, PiiType } from '../types.ts';
import { KnownNames } from './known-names.ts';

const LEGAL_FORM =
  /[ ,]+(?:gmbh(?: & co\.? kg)?|ag|kg|ug|ohg|e\.v\.|ltd\.?|limited|llc|llp|inc\.?|corp\.?|plc|pty|bv|b\.v\.|nv|n\.v\.|sa|s\.a\.|sarl|sas|srl|s\.r\.l\.|spa|s\.p\.a\.|oy|ab|as|aps|a\/s|sp\. z o\.o\.|s\.r\.o\.|kft|zrt|sl|s\.l\.|lda|株式会社|有限会社|有限公司)$/i;

const SHARED_MAILBOX =
  /^(?:info|support|admin|sales|contact|office|hello|service|billing|helpdesk|noreply|statuspage)$/;

interface Sequence {
  type: PiiType;
  words: readonly string[];
  entity: string;
}

interface Fragment {
  text: string;
  type: PiiType;
  entity: string;
  /** Whether it must stand between characters that are no letters or digits. */
  bounded: boolean;
  /** Why it is believed. */
  mark: Mark;
}

/** `certain` where the ticket itself gives a value, `elsewhere` where a single word of the text was shown to be a name. */
type Mark = Pick<Finding, 'certain' | 'elsewhere'>;
const CERTAIN: Mark = { certain: true };
const ELSEWHERE: Mark = { elsewhere: true };

/** Everything known of one customer, compiled for one pass over the words of a text; more names can be learned. */
export class KnownMatcher {
  readonly #names = new KnownNames();
  /** By their first word. */
  readonly #sequences = new Map<string, Sequence[]>();
  readonly #fragments: Fragment[] = [];
  readonly #phones: string[] = [];
  #named = false;
  /** Whose names the ticket itself gives; the others were learned. */
  #entity: string | undefined;
  /** Who was shown with a given name and a surname. */
  readonly #wholes = new Set<string>();

  constructor(known: KnownValues) {
    if (known.name) this.#add(known.name, true);
    if (known.email) this.#addEmail(known.email);
    if (known.phone) this.#addPhone(known.phone);
    if (known.company) this.#addCompany(known.company);
    if (known.address) this.#addAddress(known.address);
  }

  /** A name that its context showed. */
  learn(name: string): void {
    this.#add(name, false);
  }

  #add(name: string, certain: boolean): void {
    this.#named = true;
    const { entity, pieces, isWhole } = this.#names.add(name, certain);
    if (certain) this.#entity = entity;
    if (isWhole) this.#wholes.add(entity);
    const mark = certain ? CERTAIN : ELSEWHERE;
    for (const text of pieces) this.#fragments.push({ text, type: 'PERSON', entity, bounded: false, mark });
  }

  readonly detect: Detector = (scan, findings) => {
    if (this.#named) this.#detectNames(scan, findings);
    if (this.#sequences.size > 0) this.#detectSequences(scan, findings);
    for (const fragment of this.#fragments) detectFragment(scan, fragment, findings);
    for (const tail of this.#phones) detectPhone(scan, tail, findings);
  };

  #addEmail(email: string): void {
    const folded = foldText(normalise(email).text.trim());
    const local = folded.split('@')[0] as string;
    this.#fragments.push({ text: folded, type: 'EMAIL', entity: folded, bounded: true, mark: CERTAIN });
    const telling = /[._-]/.test(local) ? local.length >= 4 : local.length >= 5;
    if (telling && !SHARED_MAILBOX.test(local))
      this.#fragments.push({ text: local, type: 'PERSON', entity: local, bounded: true, mark: CERTAIN });
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
        if (text.length >= 3) this.#fragments.push({ text, type: 'COMPANY', entity, bounded: false, mark: CERTAIN });
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
    const words = wordsAndNumbers(text);
    const first = words[0];
    if (first === undefined || words.length > 24) return;
    this.#sequences.set(first, [...(this.#sequences.get(first) ?? []), { type, words, entity }]);
  }

  #detectNames(scan: Scan, findings: Finding[]): void {
    const { count, kinds } = scan.tokens;
    for (let token = 0; token < count; token += 1) {
      if (kinds[token] !== 1) continue;
      const entity = this.#names.entityOf(scan, token);
      if (entity !== undefined) this.#found(scan, token, entity, findings);
    }
  }

  #found(scan: Scan, token: number, entity: string, findings: Finding[]): void {
    const [start, end] = [scan.tokens.starts[token] as number, scan.tokens.ends[token] as number];
    const finding: Finding = { start, end, type: 'PERSON', entity };
    if (entity === this.#entity) finding.certain = true;
    // A thing may bear the name that a person bears elsewhere in the text: Drucker „Emma“.
    else if (isPublic(scan, finding)) return;
    else if (!this.#wholes.has(entity)) finding.elsewhere = true;
    findings.push(finding);
  }

  /** At every place where the first word of a sequence stands. */
  #detectSequences(scan: Scan, findings: Finding[]): void {
    for (const [first, sequences] of this.#sequences) {
      let token = 0;
      for (let at = scan.folded.indexOf(first); at >= 0; at = scan.folded.indexOf(first, at + first.length)) {
        token = tokenAt(scan, at, token);
        if (token >= scan.tokens.count) break;
        if (scan.tokens.starts[token] !== at || scan.tokens.ends[token] !== at + first.length) continue;
        for (const { type, words, entity } of sequences) {
          const last = matchSequence(scan, token, words);
          if (last >= 0)
            findings.push({ start: at, end: scan.tokens.ends[last] as number, type, entity, certain: true });
        }
      }
    }
  }
}

/** The first token from `from` on that begins at `at` or later. */
function tokenAt({ tokens }: Scan, at: number, from: number): number {
  let low = from;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function detectFragment(scan: Scan, { text, type, entity, bounded, mark }: Fragment, findings: Finding[]): void {
  for (let at = scan.folded.indexOf(text); at >= 0; at = scan.folded.indexOf(text, at + text.length)) {
    const end = at + text.length;
    const inside = bounded && (touchesWord(scan.folded, at - 1) || touchesWord(scan.folded, end));
    if (!inside) findings.push({ start: at, end, type, entity, ...mark });
  }
}

function detectPhone(scan: Scan, tail: string, findings: Finding[]): void {
  for (const run of scan.runs) {
    const at = run.count < tail.length ? -1 : run.digits.indexOf(tail);
    if (at >= 0)
      findings.push({
        ...digitRange(scan.text, run.start, run.end, at + tail.length),
        type: 'PHONE',
        entity: tail,
        certain: true,
      });
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

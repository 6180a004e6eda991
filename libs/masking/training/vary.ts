import type { LabelledRecord, LabelledSpan } from '../src/score/labelled-file.ts';
import type { PiiType } from '../src/types.ts';

/** Numbers from 0 to 1. */
export type Random = () => number;

/** From how many values on a language is rich enough to be taken from alone. */
const RICH = 40;

/** The values of labelled tickets by type and language. */
export class ValuePool {
  readonly #values = new Map<string, string[]>();

  add({ text, lang, spans }: LabelledRecord): void {
    for (const { start, end, type, optional } of spans) {
      if (optional) continue;
      for (const key of [`${type}/${lang}`, type]) {
        const values = this.#values.get(key) ?? [];
        this.#values.set(key, values);
        values.push(text.slice(start, end));
      }
    }
  }

  pick(type: string, lang: string | undefined, random: Random): string | undefined {
    const own = this.#values.get(`${type}/${lang}`) ?? [];
    const values = own.length > RICH && random() < 0.75 ? own : (this.#values.get(type) ?? []);
    return values[Math.floor(random() * values.length)];
  }
}

/** How often a text is written in lower case, and how often some of its values are masked already. */
const LOWERED = 0.06;
const MASKED = 0.12;

/** The ticket with other values of the same kinds: what is learnt is the place, not the value. */
export function varied(record: LabelledRecord, pool: ValuePool, random: Random): LabelledRecord {
  const lowered = random() < LOWERED;
  const masked = random() < MASKED;
  const spans: LabelledSpan[] = [];
  let text = '';
  let at = 0;
  for (const span of record.spans.toSorted((left, right) => left.start - right.start)) {
    if (span.start < at) continue;
    text += otherDigits(record.text.slice(at, span.start), random);
    at = span.end;
    if (masked && random() < 0.6) {
      text += `[${span.type}_${spans.length + 1}]`;
      continue;
    }
    const value = otherValue(record, span, pool, random);
    spans.push({ ...span, start: text.length, end: text.length + value.length });
    text += value;
  }
  text += otherDigits(record.text.slice(at), random);
  return { ...record, text: lowered && text.toLowerCase().length === text.length ? text.toLowerCase() : text, spans };
}

/** Long numbers that are kept say as little by their digits as those that are masked. */
const otherDigits = (text: string, random: Random): string =>
  random() < 0.5 ? text.replace(/[0-9]{5,}/g, (digits) => shuffled(digits, random)) : text;
const shuffled = (text: string, random: Random) => text.replace(/[0-9]/g, () => String(Math.floor(random() * 10)));

/** Types whose values are told by their shape; the others are replaced whole. */
const REPLACED: ReadonlySet<string> = new Set<PiiType>(['ADDRESS', 'DOB', 'PASSWORD', 'SECRET']);
const UNTOUCHED: ReadonlySet<string> = new Set<PiiType>(['EMAIL']);

function otherValue({ text, lang }: LabelledRecord, span: LabelledSpan, pool: ValuePool, random: Random): string {
  const own = text.slice(span.start, span.end);
  const chance = random();
  if (span.optional || UNTOUCHED.has(span.type)) return own;
  if (span.type === 'PERSON') return chance < 0.8 ? otherName(own, lang, pool, random) : own;
  if (!REPLACED.has(span.type) && chance < 0.5) return shuffled(own, random);
  if (chance > (REPLACED.has(span.type) ? 0.6 : 0.7)) return own;
  const other = pool.pick(span.type, lang, random);
  return other && scriptOf(other) === scriptOf(own) && other.includes('\n') === own.includes('\n') ? other : own;
}

const isPlainName = (text: string) => /^[\p{L}\p{M}'’.\- ]+$/u.test(text);

function otherName(own: string, lang: string | undefined, pool: ValuePool, random: Random): string {
  if (!isPlainName(own)) return own;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const other = pool.pick('PERSON', lang, random);
    if (!other || !isPlainName(other) || scriptOf(other) !== scriptOf(own)) continue;
    const parts = other.split(' ');
    const isOneWord = !/[ -]/.test(own);
    return cased(own, isOneWord && parts.length > 1 ? (parts[Math.floor(random() * 2)] as string) : other);
  }
  return own;
}

function cased(model: string, text: string): string {
  const [lower, upper] = [model.toLowerCase(), model.toUpperCase()];
  if (lower === upper) return text;
  if (model === lower) return text.toLowerCase();
  return model === upper && model.length > 2 ? text.toUpperCase() : text;
}

const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['unspaced', /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u],
];
const scriptOf = (text: string): string => SCRIPTS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

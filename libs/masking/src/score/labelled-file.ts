import type { KnownValues } from '../types.ts';

export interface LabelledSpan {
  start: number;
  end: number;
  /** A type of the masker or any other word: a span leaks or not whatever it is called. */
  type: string;
  /** Organisations and user names: masking them scores neither way. */
  optional?: boolean;
  /** The stretch itself, where the file quotes it. */
  text?: string;
}

/** One line of a labelled file; offsets are UTF-16 units, end exclusive. `keep` lists strings that must survive. */
export interface LabelledRecord {
  id: string | number;
  text: string;
  lang?: string;
  tags?: string[];
  known?: KnownValues;
  spans: LabelledSpan[];
  keep: string[];
}

const KNOWN = ['name', 'email', 'phone', 'company', 'address'] as const;

/** Hears of a label that cannot be right; the message names the line and never its content. */
export type OnDoubt = (message: string) => void;

/**
 * Records of a JSON-lines text. Fields that are missing or unknown are no error.
 *
 * @param onDoubt hears of spans outside their text, which are left out, and of spans that are not the `text` they quote (offsets
 * counted in another unit); without it either is an error
 * @throws Error for a line that is no record; it names the line and never its content
 */
export function parseRecords(jsonLines: string, onDoubt: OnDoubt = refuse): LabelledRecord[] {
  return jsonLines
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseRecord(line, index + 1, onDoubt)]));
}

const refuse: OnDoubt = (message) => {
  throw new Error(message);
};

function parseRecord(line: string, number: number, onDoubt: OnDoubt): LabelledRecord {
  const record = jsonOf(line, number);
  const text = record.text;
  if (typeof text !== 'string') throw new Error(`line ${number} has no text`);
  return {
    ...record,
    id: typeof record.id === 'number' ? record.id : String(record.id ?? number),
    text,
    spans: listOf(record.spans).flatMap((span) =>
      spanOf(span, text, (doubt) => onDoubt(`line ${number} has ${doubt}`)),
    ),
    keep: listOf(record.keep).filter((kept): kept is string => typeof kept === 'string' && kept !== ''),
  };
}

function jsonOf(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`line ${number} is not JSON`);
  }
  if (!isObject(value)) throw new Error(`line ${number} is not an object`);
  return value;
}

function spanOf(span: unknown, text: string, onDoubt: OnDoubt): LabelledSpan[] {
  const { start, end, type, optional, text: quoted } = isObject(span) ? span : {};
  if (!isOffset(start, text) || !isOffset(end, text) || start >= end) {
    onDoubt('a span outside its text');
    return [];
  }
  if (typeof quoted === 'string' && quoted !== text.slice(start, end)) {
    onDoubt('a span that is not the text it quotes; offsets are UTF-16 units');
  }
  return [
    {
      start,
      end,
      type: String(type ?? 'UNKNOWN'),
      ...(optional === true && { optional }),
      ...(typeof quoted === 'string' && { text: quoted }),
    },
  ];
}

/** Known values of a record, strings of the fields the masker knows only: what else a file tells of a customer is not used. */
export function knownOf({ known }: { known?: unknown }): KnownValues {
  if (!isObject(known)) return {};
  return Object.fromEntries(KNOWN.flatMap((key) => (typeof known[key] === 'string' ? [[key, known[key]]] : [])));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isOffset = (value: unknown, text: string): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= text.length;

import type { Finding } from '../scan.ts';
import { isDigit } from '../text/characters.ts';
import type { PiiType } from '../types.ts';

type Reader = (text: string, at: number) => { start: number; end: number; type: PiiType } | undefined;

/** Words that end a key, and what may be said of the value after it. */
const LABELS: readonly (readonly [words: string, read: Reader])[] = [
  ['password passwd passphrase passcode pwd kennwort passwort contrasena senha otp pin cvv cvc', password],
  ['secret token apikey api_key api-key accesskey access_key access-key secretkey secret_key secret-key', opaque],
  ['authorization credential credentials privatekey private_key signature assertion proof verifier', opaque],
  ['cookie', restOfLine],
  ['phone telephone tel mobile msisdn phonenumber phone_number phone-number fax whatsapp', phone],
];

const readers = new Map<string, Reader>();
/** By the last letter of a key and the one before: most keys of a log end like none of these words. */
const endings = new Uint8Array(1 << 10);
const endingOf = (last: number, before: number): number => ((before & 31) << 5) | (last & 31);

for (const [words, read] of LABELS) {
  for (const word of words.split(' ')) {
    readers.set(word, read);
    endings[endingOf(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2))] = 1;
  }
}
const LABEL = new RegExp(
  `(?:${[...readers.keys()].sort((left, right) => right.length - left.length).join('|')})$`,
  'i',
);
const LABEL_MAX = 16;

/** The value after a key that ends with a telling word, where `mark` is the `:` or `=` between them. */
export function labelledValue(text: string, mark: number): Finding | undefined {
  let end = mark;
  while (end > 0 && mark - end < 3 && ' "\'\\`*'.includes(text[end - 1] as string)) end -= 1;
  if (endings[endingOf(text.charCodeAt(end - 1), text.charCodeAt(end - 2))] === 0) return undefined;
  const label = LABEL.exec(text.slice(Math.max(0, end - LABEL_MAX), end))?.[0];
  const read = label === undefined ? undefined : readers.get(label.toLowerCase());
  return read?.(text, valueStart(text, mark));
}

const LEAD_MAX = 6;

function valueStart(text: string, mark: number): number {
  let at = mark + 1;
  while (at - mark <= LEAD_MAX && ' >"\'\\`[{'.includes(text[at] ?? 'x')) at += 1;
  return at;
}

/** What ends an unquoted value in logs, query strings, JSON and YAML. */
const VALUE = /[^\s"'`<>,;&)}\]\\\ue000]+/y;
const SCHEME = /(?:bearer|basic|dpop|digest|token|apikey) /iy;
const NO_SECRET =
  /^(?:null|nil|none|true|false|undefined|required|optional|missing|invalid|expired|redacted|hidden|masked|empty|present|absent|string|[*•x.-]+|\[.*)$/i;

const valueAt = (text: string, start: number): string => {
  VALUE.lastIndex = start;
  return VALUE.exec(text)?.[0] ?? '';
};

function password(text: string, start: number): ReturnType<Reader> {
  const value = valueAt(text, start);
  return value.length < 3 || NO_SECRET.test(value) ? undefined : { start, end: start + value.length, type: 'PASSWORD' };
}

function opaque(text: string, start: number): ReturnType<Reader> {
  SCHEME.lastIndex = start;
  const from = SCHEME.test(text) ? SCHEME.lastIndex : start;
  const value = valueAt(text, from);
  const made = value.length >= 16 || /[0-9]|[a-z][A-Z]|[A-Z].*[a-z]/.test(value.slice(0, 16));
  return value.length < 8 || !made || NO_SECRET.test(value)
    ? undefined
    : { start: from, end: from + value.length, type: 'SECRET' };
}

const LINE = /[^\n\r"\ue000]{4,}/y;

function restOfLine(text: string, start: number): ReturnType<Reader> {
  LINE.lastIndex = start;
  const value = LINE.exec(text)?.[0].trimEnd();
  return value === undefined ? undefined : { start, end: start + value.length, type: 'SECRET' };
}

const PHONE = /\+?\(?[0-9][0-9 ()./-]{4,22}[0-9]/y;

function phone(text: string, start: number): ReturnType<Reader> {
  PHONE.lastIndex = start;
  const value = PHONE.exec(text)?.[0] ?? '';
  const digits = value.replace(/[^0-9]/g, '').length;
  return digits < 6 || digits > 15 || isDigit(text.charCodeAt(start + value.length))
    ? undefined
    : { start, end: start + value.length, type: 'PHONE' };
}

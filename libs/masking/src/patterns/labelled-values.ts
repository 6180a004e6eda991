import type { Finding } from '../scan.ts';
import { CachedRun } from '../text/cached-run.ts';
import { isDigit } from '../text/characters.ts';

type ValueKind = 'password' | 'opaque' | 'line' | 'phone';

/** Words that end a key, by what may be said of the value after it. */
const LABELS: Record<ValueKind, string> = {
  password: 'password passwd passphrase passcode pwd kennwort passwort contrasena senha otp pin cvv cvc',
  opaque:
    'secret token apikey api_key api-key accesskey access_key access-key secretkey secret_key secret-key authorization credential credentials privatekey private_key signature assertion proof verifier',
  line: 'cookie',
  phone: 'phone telephone tel mobile msisdn phonenumber phone_number phone-number fax whatsapp',
};

const kinds = new Map<string, ValueKind>();
/** By the last letter of a key and the one before: most keys of a log end like none of these words. */
const endings = new Uint8Array(1 << 10);
const endingOf = (last: number, before: number): number => ((before & 31) << 5) | (last & 31);

for (const [kind, words] of Object.entries(LABELS) as [ValueKind, string][]) {
  for (const word of words.split(' ')) {
    kinds.set(word, kind);
    endings[endingOf(word.charCodeAt(word.length - 1), word.charCodeAt(word.length - 2))] = 1;
  }
}
const LABEL = new RegExp(`(?:${[...kinds.keys()].sort((left, right) => right.length - left.length).join('|')})$`, 'i');
const LABEL_MAX = 16;
const LEAD_MAX = 6;

const SCHEME = /(?:bearer|basic|dpop|digest|token|apikey) /iy;
const NO_SECRET =
  /^(?:null|nil|none|true|false|undefined|required|optional|missing|invalid|expired|redacted|hidden|masked|empty|present|absent|string|[*•x.-]+|\[.*)$/i;
/** Longer values are no word of the list above, whatever they are. */
const NO_SECRET_MAX = 64;
/** Up to what ends an unquoted value in logs, query strings, JSON and YAML. */
const VALUE = /[^\s"'`<>,;&)}\]\\\x7f]+/y;
const LINE = /[^\n\r"\x7f]+/y;
const PHONE = /\+?\(?[0-9][0-9 ()./-]{4,22}[0-9]/y;

/** The values of one text that stand after `:` or `=` and a telling key. */
export class LabelledValues {
  readonly #text: string;
  readonly #value = new CachedRun(VALUE);
  readonly #line = new CachedRun(LINE);

  constructor(text: string) {
    this.#text = text;
  }

  /** The value whose `:` or `=` stands at `mark`, if the key before it ends with a telling word. */
  at(mark: number): Finding | undefined {
    const text = this.#text;
    let end = mark;
    while (end > 0 && mark - end < 3 && ' "\'\\`*'.includes(text[end - 1] as string)) end -= 1;
    if (endings[endingOf(text.charCodeAt(end - 1), text.charCodeAt(end - 2))] === 0) return undefined;
    const label = LABEL.exec(text.slice(Math.max(0, end - LABEL_MAX), end))?.[0];
    if (label === undefined) return undefined;
    let start = mark + 1;
    while (start - mark <= LEAD_MAX && ' >"\'\\`[{'.includes(text[start] ?? 'x')) start += 1;
    return this.#read(kinds.get(label.toLowerCase()) as ValueKind, start);
  }

  #read(kind: ValueKind, start: number): Finding | undefined {
    if (kind === 'phone') return this.#phone(start);
    if (kind === 'line') {
      const end = this.#line.endAt(this.#text, start);
      return end - start < 4 ? undefined : { start, end, type: 'SECRET' };
    }
    if (kind === 'opaque') return this.#opaque(start);
    const end = this.#value.endAt(this.#text, start);
    return end - start < 3 || this.#isPlain(start, end) ? undefined : { start, end, type: 'PASSWORD' };
  }

  /** A key or token: long, or of digits and letters of both cases; after `Bearer` and the like the token alone. */
  #opaque(from: number): Finding | undefined {
    SCHEME.lastIndex = from;
    const start = SCHEME.test(this.#text) ? SCHEME.lastIndex : from;
    const end = this.#value.endAt(this.#text, start);
    const made = end - start >= 16 || /[0-9]|[a-z][A-Z]|[A-Z].*[a-z]/.test(this.#text.slice(start, end));
    return end - start < 8 || !made || this.#isPlain(start, end) ? undefined : { start, end, type: 'SECRET' };
  }

  #phone(start: number): Finding | undefined {
    PHONE.lastIndex = start;
    const value = PHONE.exec(this.#text)?.[0] ?? '';
    const digits = value.replace(/[^0-9]/g, '').length;
    const end = start + value.length;
    return digits < 6 || digits > 15 || isDigit(this.#text.charCodeAt(end)) ? undefined : { start, end, type: 'PHONE' };
  }

  #isPlain(start: number, end: number): boolean {
    return end - start <= NO_SECRET_MAX && NO_SECRET.test(this.#text.slice(start, end));
  }
}

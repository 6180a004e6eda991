/** A decoded escape: the characters it stands for and how many code units of the text it took. */
export interface Escape {
  text: string;
  length: number;
}

const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    commat: '@',
    period: '.',
    colon: ':',
    lowbar: '_',
    hyphen: '-',
    dash: '-',
    ndash: '-',
    mdash: '-',
    plus: '+',
    num: '#',
    sol: '/',
    shy: '',
    zwnj: '',
    zwj: '',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    aacute: 'á',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
    ntilde: 'ñ',
    ccedil: 'ç',
    ecirc: 'ê',
    ocirc: 'ô',
    acirc: 'â',
    atilde: 'ã',
    otilde: 'õ',
    aring: 'å',
    oslash: 'ø',
    aelig: 'æ',
    Eacute: 'É',
    scaron: 'š',
  }),
);

const LONGEST_ENTITY = 10;

const printable = (code: number): string | undefined =>
  code >= 32 && code !== 127 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;

/** `&#64;`, `&#x40;`, `&commat;` at `at`, where the text has an ampersand. */
export function htmlEntity(text: string, at: number): Escape | undefined {
  const first = text.charCodeAt(at + 1);
  if (first !== 35 && !((first | 32) >= 97 && (first | 32) <= 122)) return undefined;
  const end = text.slice(at + 1, at + 1 + LONGEST_ENTITY).indexOf(';');
  if (end < 1) return undefined;
  const name = text.slice(at + 1, at + 1 + end);
  const numeric = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  const decoded = numeric
    ? printable(numeric[1] ? Number.parseInt(numeric[1], 16) : Number(numeric[2]))
    : NAMED.get(name);
  return decoded === undefined ? undefined : { text: decoded, length: end + 2 };
}

/** One UTF-8 encoded character written as `%C3%A9` or, in quoted-printable, as `=C3=A9`. */
export function hexBytes(text: string, at: number, mark: '%' | '='): Escape | undefined {
  const first = byteAt(text, at, mark);
  if (first === undefined) return undefined;
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  const bytes = Array.from({ length }, (_, index) => byteAt(text, at + index * 3, mark) ?? 0);
  if (length === 0 || bytes.slice(1).some((byte) => (byte & 0xc0) !== 0x80)) return undefined;
  const decoded = Buffer.from(bytes).toString('utf8');
  const code = decoded.codePointAt(0) as number;
  return decoded.includes('\ufffd') || printable(code) === undefined
    ? undefined
    : { text: decoded, length: length * 3 };
}

function byteAt(text: string, at: number, mark: string): number | undefined {
  if (text[at] !== mark) return undefined;
  const high = hexDigit(text.charCodeAt(at + 1));
  const low = hexDigit(text.charCodeAt(at + 2));
  return high < 0 || low < 0 ? undefined : high * 16 + low;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const CONTROL = new Map([
  ['n', '\n'],
  ['r', '\n'],
  ['t', '\t'],
  ['"', '"'],
  ['/', '/'],
  ["'", "'"],
]);

/** `\u0040`, `\x40`, `\u{40}` and JSON's `\n \t \" \/` at `at`, where the text has a backslash. */
export function backslash(text: string, at: number): Escape | undefined {
  const next = text[at + 1];
  if (next !== 'u' && next !== 'x') {
    const control = CONTROL.get(next ?? '');
    return control === undefined ? undefined : { text: control, length: 2 };
  }
  const hex = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\})/.exec(text.slice(at, at + 10));
  if (!hex) return undefined;
  const decoded = printable(Number.parseInt((hex[1] ?? hex[2] ?? hex[3]) as string, 16));
  return decoded === undefined ? undefined : { text: decoded, length: hex[0].length };
}

/** Writers of quoted-printable break lines near 76 characters, and never behind them (RFC 2045 §6.7). */
const SOFT_BREAK_FROM = 60;
const SOFT_BREAK_TO = 77;
/** Padding of base64, which ends lines of logs and fields: digits and capitals in one long run. */
const PADDED = /(?=[^\s]*[0-9])(?=[^\s]*[A-Z])[0-9A-Za-z+/_-]{15,}$/;

/** Whether `=XX` in this text is quoted-printable and not an assignment. */
export function looksQuotedPrintable(text: string): boolean {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    const next = text.charCodeAt(at + 1);
    // `=3D`, a soft line break, `=C3=A4` or `=E2=80`
    const breaks = next === 10 || (next === 13 && text[at + 2] === '\n');
    const column = breaks ? at - text.lastIndexOf('\n', at) : 0;
    if (column > SOFT_BREAK_FROM && column < SOFT_BREAK_TO && !PADDED.test(text.slice(Math.max(0, at - 64), at)))
      return true;
    if (next === 51 && text[at + 2] === 'D') return true;
    if ((next === 67 || next === 69) && /^=(?:C[23]=[89AB][0-9A-F]|E2=80)/.test(text.slice(at, at + 6))) return true;
  }
  return text.includes('quoted-printable');
}

/** A quoted-printable soft line break: `=` at the end of a line, standing for nothing. */
export function softBreak(text: string, at: number): Escape | undefined {
  if (text[at + 1] === '\n') return { text: '', length: 2 };
  return text[at + 1] === '\r' && text[at + 2] === '\n' ? { text: '', length: 3 } : undefined;
}

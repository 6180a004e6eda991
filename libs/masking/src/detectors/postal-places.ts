import type { Detector, Scan } from '../scan.ts';
import { foldText, isDigit, Kind, kindOf } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { windowsAround } from '../text/windows.ts';
import { WordSet } from '../text/word-set.ts';
import { growLeft, growRight, isAddressWord, isTechnicalWord, leadingNonAddress } from './address-parts.ts';

const TOWN = "(?:'s-)?\\p{Lu}[\\p{L}\\p{M}'’-]{1,28}";
const US_STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY';

/** Where the codes of a pattern can stand: beside a state, or letters and digits in one. */
type Beginning = 'state' | 'mixed' | 'cep';

/** Postcodes that are like nothing else, with the town before them where one stands: they are an address alone. */
const STRONG: readonly { at: Beginning; pattern: RegExp }[] = (
  [
    // United Kingdom
    [
      'mixed',
      `(?:${TOWN} ){0,3}(?<![0-9A-Za-z-])(?:GIR ?0AA|(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]) [0-9][ABD-HJLNP-UW-Z]{2})(?![0-9A-Za-z-])`,
    ],
    // Ireland
    [
      'mixed',
      `(?:(?!Eircode)${TOWN},? ){0,3}(?:Co\\.? ${TOWN},? )?(?<![0-9A-Za-z-])(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) (?=[A-Z]{0,3}[0-9])(?=[0-9]{0,3}[A-Z])[0-9AC-FHKNPRTV-Y]{4}(?![0-9A-Za-z-]|[.][0-9])`,
    ],
    // Canada
    [
      'mixed',
      `(?:${TOWN},? ){0,3}(?:[A-Z]{2},? )?(?<![0-9A-Za-z-])[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9](?![0-9A-Za-z-])`,
    ],
    // United States: Tacoma, WA 98406
    ['state', `(?:${TOWN} ){0,2}${TOWN},? (?:${US_STATES}),? [0-9]{5}(?:-[0-9]{4})?(?![0-9A-Za-z-])`],
    // Australia
    ['state', `(?:${TOWN} ){0,2}${TOWN},? (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? [0-9]{4}(?![0-9A-Za-z:-]|[.][0-9])`],
    // Post of the armed forces: USS Dixon, FPO AP 68230
    ['state', `(?:US[A-Z]{1,3} ${TOWN}(?: ${TOWN})?,? )?[AFD]PO,? A[AEP],? [0-9]{5}(?:-[0-9]{4})?(?![0-9A-Za-z-])`],
    // Brazil
    ['cep', `(?:CEP|cep):? ?[0-9]{5}-?[0-9]{3}(?![0-9])`],
  ] as const
).map(([at, source]) => ({ at, pattern: new RegExp(source, 'gu') }));

/** Postcode and town, as most of the world writes them; an address only beside a numbered street. */
const PLACE = new RegExp(
  `(?<![\\p{L}\\p{N}./:#-])(?:[0-9]{3} [0-9]{2}\\n${TOWN}(?=[.,;\\n]|$)|(?:[A-Z]{1,2}-)?(?:[0-9]{4,6}|[0-9]{3} [0-9]{2}|[0-9]{2}-[0-9]{3}|[0-9]{4}-[0-9]{3})(?: [A-Z]{2}(?= ))?,? (?:г\\. ?|гр\\. ?|m\\. ?)?${TOWN}|${TOWN}(?:,| -| –)? [0-9]{5,6}(?:-[0-9]{3})?(?![0-9\\p{L}]))`,
  'gu',
);

/** What stands before a postcode when it is a street: words and a house number, in either order, or no number at all ("s/n"). */
const STREET_END =
  /(?:^|[^\p{L}\p{N}'’-])((?:[\p{Lu}0-9"][\p{L}\p{M}\p{N}.'’"/½-]{0,28} ){0,5}[\p{Lu}][\p{L}\p{M}.'’"-]{1,28}(?: (?:de|del|du|des|la|le|der|den|dem|am|an|im|van|von|di|da|do|dos|das|of|the|ul|na|pod|nad|u|v|od|av|de la|de los)){0,2}(?: [\p{Lu}][\p{L}\p{M}.'’"-]{0,28}){0,3},? (?:n[º°r.]? ?|No\.? ?|č\. ?|д\. ?|#)?(?:[0-9]{1,4}(?: ?[a-zA-Z](?![\p{L}]))?(?:[-/](?:[0-9]{1,4}[a-zA-Z]?|[A-Z]))?|s\/n|snc)\.?)$/u;
/** A unit right behind the number of a house: "Meir 107 bus 2". */
const UNIT_END =
  / (?:bus|bte|boîte|box|apt\.?|app\.?|lgh|m\.?|lok\.?|kv\.?|кв\.?|top|whg\.?|as\.?|byt|dv\.?) ?[0-9]{1,4}[A-Z]?$/iu;
/** What {@link STREET_END} ends with. */
const ENDS_IN_NUMBER = /(?:[0-9](?: ?[a-zA-Z]|\/[A-Z])?|s\/n|snc)\.?$/;
const NUMBER_FIRST = /(?:^|[^\p{L}\p{N}.:/-])([0-9]{1,5}[a-zA-Z]?,? (?:[\p{L}][\p{L}\p{M}.'’-]{0,28} ?){1,5})$/u;

const STATES = new WordSet(`${US_STATES}|NSW|VIC|QLD|SA|TAS|ACT|NT|AA|AE|AP`.toLowerCase().split('|'));
const CEP = new WordSet(['cep']);
/** How far a match of {@link STRONG} and of {@link PLACE} reaches from what shows that it may stand there. */
const STRONG_BEFORE = 110;
const STRONG_AFTER = 24;
const PLACE_BEFORE = 48;
const PLACE_AFTER = 48;

/** A state and, at most a comma and a space after it, a number. */
function isState({ tokens }: Scan, token: number): boolean {
  if (!STATES.hasId(tokens.ids[token] as number)) return false;
  const next = tokens.kinds[token + 1] === 0 ? token + 2 : token + 1;
  return (
    next < tokens.count &&
    tokens.kinds[next] === 2 &&
    (tokens.starts[next] as number) - (tokens.ends[token] as number) < 3
  );
}

/** One or two capitals and a digit without a space: `SW1A`, `K1A`. */
function isMixed({ tokens, text }: Scan, token: number): boolean {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  return (
    tokens.kinds[token] === 1 &&
    end - start < 3 &&
    isDigit(text.charCodeAt(end)) &&
    kindOf(text.charCodeAt(start)) === Kind.upper
  );
}

/** A number of two to six digits with a capital a few units before or after it. */
function isPlaceNumber({ tokens, text }: Scan, token: number): boolean {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const size = end - start;
  if (tokens.kinds[token] !== 2 || size < 2 || size > 6) return false;
  // A time, an amount, a version or part of a longer number.
  if ('.:/%'.includes(text[end] ?? '.') && size < 5) return false;
  if ('.:/#'.includes(text[start - 1] ?? ' ')) return false;
  const capital = (other: number) =>
    tokens.kinds[other] === 1 && kindOf(text.charCodeAt(tokens.starts[other] as number)) === Kind.upper;
  for (
    let next = token + 1;
    next < token + 6 && next < tokens.count && (tokens.starts[next] as number) - end < 16;
    next += 1
  )
    if (capital(next)) return true;
  for (
    let before = token - 1;
    before > token - 4 && before >= 0 && start - (tokens.ends[before] as number) < 4;
    before -= 1
  )
    if (capital(before)) return true;
  return false;
}

const SIDE = '(?: ?(?:sur|norte|este|oeste))?';
/** `carrera 58 # 44-37 sur`: in Colombia a street, the one that crosses it, and how far it is from there. */
const COLOMBIAN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:carrera|cra|kra|cr|kr|calle|cll|cl|transversal|transv|tv|diagonal|diag|dg|avenida|av|circular)\\.? ?[0-9]{1,3} ?[A-Z]{0,2}(?: bis)?${SIDE} ?(?:#|n[°ºo]\\.? ?|nro\\.? ?|número ) ?[0-9]{1,3} ?[A-Z]{0,2}(?: bis)?${SIDE} ?[-–] ?[0-9]{1,3}${SIDE}(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Towns with their postcodes, and the street before them. */
export const postalPlaces: Detector = (scan, findings) => {
  const { text } = scan;
  const windows = {
    state: windowsAround(scan, STRONG_BEFORE, STRONG_AFTER, (token) => isState(scan, token)),
    mixed: windowsAround(scan, STRONG_BEFORE, STRONG_AFTER, (token) => isMixed(scan, token)),
    cep: windowsAround(scan, STRONG_BEFORE, STRONG_AFTER, (token) => CEP.hasId(scan.tokens.ids[token] as number)),
  };
  for (const { at, pattern } of STRONG) {
    windows[at].eachMatch(pattern, (match) => {
      const lead = (/^[\s]*/.exec(match[0])?.[0] ?? '').length + leadingNonAddress(match[0].trimStart());
      const start = streetBefore(text, match.index + lead) ?? match.index + lead;
      findings.push({
        start: growLeft(text, start),
        end: growRight(text, match.index + match[0].length),
        type: 'ADDRESS',
      });
    });
  }
  eachMatch(COLOMBIAN, text, ({ index, 0: street }) => {
    findings.push({ start: index, end: growRight(text, index + street.length), type: 'ADDRESS' });
  });
  windowsAround(scan, PLACE_BEFORE, PLACE_AFTER, (token) => isPlaceNumber(scan, token)).eachMatch(PLACE, (match) => {
    const building = growLeft(text, match.index);
    const start = match[0].split(' ').some(isTechnicalWord)
      ? undefined
      : (streetBefore(text, match.index) ?? (building < match.index ? building : undefined));
    if (start === undefined) return;
    findings.push({
      start: growLeft(text, start),
      end: growRight(text, townEnd(text, match.index + match[0].length)),
      type: 'ADDRESS',
    });
  });
};

/** Where the street before a postcode begins, if one does: `Hinter der Mühle 7, ` or `12 Rue X\n`. */
function streetBefore(text: string, place: number): number | undefined {
  const before = text.slice(Math.max(0, place - 84), place);
  const joint = /(?: ?, ?\n?| ?\n| - | – | · | )$/u.exec(before);
  if (!joint) return undefined;
  const head = before.slice(0, joint.index);
  const line = head.slice(
    Math.max(
      head.lastIndexOf('\n'),
      head.lastIndexOf(': '),
      head.lastIndexOf('; '),
      head.lastIndexOf('('),
      head.lastIndexOf('\x7f'),
    ) + 1,
  );
  if (!/[0-9]|s\/n|snc/.test(line)) return undefined;
  // The unit that follows the street has a comma of its own: `Nygade 5, 3. tv., 8000 Aarhus`.
  for (const own of [
    line,
    line.replace(/, [^,]{1,20}$/u, ''),
    line.replace(/(?:, [^,]{1,20}){2}$/u, ''),
    line.replace(UNIT_END, ''),
  ]) {
    const street =
      (ENDS_IN_NUMBER.test(own) ? STREET_END.exec(own) : null) ?? (joint[0] === ' ' ? null : NUMBER_FIRST.exec(own));
    if (!street) continue;
    const words = (street[1] as string).split(' ');
    while (words.length > 2 && !isAddressWord(words[0] as string)) words.shift();
    if (words.some(isTechnicalWord)) continue;
    if (!words.every((word) => isAddressWord(word) || /^\p{Ll}{2,12}$/u.test(word))) continue;
    return place - joint[0].length - (line.length - (own.length - words.join(' ').length));
  }
  return undefined;
}

/** The rest of a town's name: `Praha 1`, `Aarhus C`, `Bad Homburg`, `Inzinzac-Lochrist`. */
function townEnd(text: string, from: number): number {
  const more =
    /^(?: (?:\p{Lu}[\p{L}\p{M}'’-]{1,24}|[0-9]{1,2}(?![0-9])|[A-Z]{1,2}(?![\p{L}])|am|an der|im|in der|ob der|sur|en|de|la|del|di|nad|pod)){1,4}/u.exec(
      text.slice(from, from + 48),
    )?.[0] ?? '';
  let end = 0;
  for (const word of more.split(/(?= )/u)) {
    if (!isAddressWord(word.trim())) break;
    end += word.length;
  }
  return from + end;
}

const BOX =
  /(?<![\p{L}])(?:P\. ?O\. ?Box|P ?O Box|PO Box|Post Office Box|PMB|GPO Box|Private Bag|Postfach|Postbus|Postboks|Postbox|Boîte Postale|BP|case postale|Case postale|Apartado(?: de Correos| Postal)?|Apdo\.?|Caixa Postal|Casella postale|C\.P\.|а\/я|А\/я|skr\. ?poczt\.|skrytka pocztowa|P\.O\.B\.|ת\.ד\.|ص\.ب\.?|PL|Pf\.|P\.K\.|RR [0-9]{1,2},? Box|HC [0-9]{1,3},? Box)\.? ?(?:n[º°o.]? ?)?[0-9][0-9 -]{0,12}[0-9]?(?![0-9A-Za-z])/gu;

/** One word of every kind of box in {@link BOX}. */
const BOX_WORDS = new WordSet(
  foldText(
    'box pmb bag postfach postbus postboks postbox postale bp apartado apdo postal c я а poczt pocztowa b ת ד ص ب pl pf p k',
  ).split(' '),
);
const BOX_BEFORE = 32;
const BOX_AFTER = 40;

/** Post-office boxes. */
export const postBoxes: Detector = (scan, findings) => {
  const { text } = scan;
  const boxes = windowsAround(scan, BOX_BEFORE, BOX_AFTER, (token) =>
    BOX_WORDS.hasId(scan.tokens.ids[token] as number),
  );
  boxes.eachMatch(BOX, (match) => {
    if (
      /^(?:BP|PL|C\.P\.)/.test(match[0]) &&
      !/^(?: ?,| ?-| ?\n| ?[0-9]{4,5} \p{Lu})/u.test(
        text.slice(match.index + match[0].length, match.index + match[0].length + 12),
      )
    )
      return;
    const size = match[0].trimEnd().length;
    findings.push({ start: growLeft(text, match.index), end: growRight(text, match.index + size), type: 'ADDRESS' });
  });
};

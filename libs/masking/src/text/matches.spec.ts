import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_PIECES, HOSTILE_UNITS } from '../hostile/units.ts';
import { scanOf } from '../scan.ts';
import { matchesIn, matchesOf, mayMatch } from './matches.ts';

const PATTERNS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])\p{L}(?:-\p{L}){3,24}(?![\p{L}\p{N}-])/gu,
  /(?<![\p{L}])(?:P\. ?O\. ?Box|Postfach|Apdo\.?|а\/я|ת\.ד\.)\.? ?[0-9][0-9 -]{0,12}/gu,
  /(?<![\p{L}\p{N}])(?:name|user_?name|nom|naam|имя)["']?\s?[:=]\s?["']?([\p{L}][\p{L}.-]{1,20})/giu,
  /(?<![0-9.:/-])[0-3]?[0-9][./-] ?[01]?[0-9][./-] ?(?:19[0-9]{2}|200[0-9])(?![0-9])/g,
  /(?<![0-9A-Za-z])[A-Z]{1,2}-[0-9]{5,8}(?![0-9A-Za-z-])/gi,
  /(?<![0-9])[0-9]{4}([ .-])[0-9]{4}\1[0-9]{4}(?![0-9])/g,
  /\p{Lu}[\p{L}-]{0,30}(?:straße|gasse|weg)[ \n][0-9]{1,5}/gu,
  /(?:[.!?)] {1,2}|\n)(\p{Lu}\p{Ll}{1,14})(?= ?(?:\n|$))/gu,
  /a(?=b)b?|(?<=b)a/g,
  /[^a]@|.\.|\x41|\u{42}|\bA\B/gu,
  /(?:密码|密碼|パスワード)[:：]? ?([0-9A-Za-z]{4,12})/gu,
  /(?<![0-9A-Za-z_-])[a-z]{2,8}-(?=[0-9A-Za-z]{0,40}[0-9])(?=[0-9A-Za-z]{0,40}[A-Z])[0-9A-Za-z]{6,64}/g,
  /(?<=[x1])(?:[A-Z0-9._-]{7,}@|\p{Ll}{6,9}\.?)/giu,
  /(?<![^\s"])(?=[^\s"]{0,9}[!#@])[^\s",;]{8,40}(?![0-9])/gu,
];
const isPlain = (pattern: RegExp) => new RegExp(pattern.source, pattern.flags.replace('g', ''));

const PIECES = [
  ...HOSTILE_PIECES,
  ...HOSTILE_UNITS,
  ...[
    'P.O. Box 12',
    'ab-c1D2E3f4',
    '1ABC_DEF.9@',
    'xſtraße.',
    '#Abcdefg1 ',
    'É'.repeat(7),
    'Postfach 4711',
    'naam: Jan',
    'NOM=Éva',
    'ſurname',
    'K-O-W-A-L',
    '12.05.1999',
    'ab-123456',
  ],
  ...['4111 1111 1111', 'Lindenweg 7', '. Leo\n', 'ba', 'ab', '密码 a1b2c3', 'İ', 'ς', '\u{1d400}', '😀'],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('').toWellFormed());

describe('searching a text that was read', () => {
  it('finds what searching it place by place finds, with any pattern, as written and folded', () => {
    fc.assert(
      fc.property(text, (any) => {
        const scan = scanOf(any);
        for (const pattern of PATTERNS) {
          for (const own of [scan.text, scan.folded]) {
            const found = matchesOf(pattern, own).map((match) => [match.index, ...match]);
            expect(found, String(pattern)).toEqual([...own.matchAll(pattern)].map((match) => [match.index, ...match]));
            expect(matchesIn(isPlain(pattern), own)).toBe(found.length > 0);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('rules out a pattern whose words a text does not hold', () => {
    const [street, error] = [/straße|gasse/u, /error [0-9]/];
    const text = 'The export stops with error 1603 since the upgrade.';
    const { text: first } = scanOf(text);
    for (const pattern of [street, error]) mayMatch(pattern, first);
    const { text: read, folded } = scanOf(text);
    expect(mayMatch(PATTERNS[1] as RegExp, read)).toBe(false);
    expect(mayMatch(street, folded)).toBe(false);
    expect(mayMatch(error, read)).toBe(true);
  });

  it('finds what a pattern matches in the text it is met in, which was read without its words', () => {
    const { text: read } = scanOf('The export stops with error 1603 since the upgrade.');
    expect(mayMatch(PATTERNS[1] as RegExp, read)).toBe(false);
    expect(matchesOf(/upgrade|downgrade/g, read).map(([found]) => found)).toEqual(['upgrade']);
    expect(matchesIn(/exports? stops/, read)).toBe(true);
  });

  it('knows nothing of a text that it was not given', () => {
    scanOf('one text');
    expect(mayMatch(PATTERNS[1] as RegExp, 'another')).toBe(true);
    expect(matchesOf(/o./g, 'another one').map(([found]) => found)).toEqual(['ot', 'on']);
  });
});

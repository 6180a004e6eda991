import type { Detector, Finding, Scan } from '../scan.ts';
import { Feature } from '../text/characters.ts';

/** What joins a second password or code to the first. */
const SECOND =
  /^["'”“»«)\]]{0,2},? ?(?:and|und|et|y|e|og|och|ja|i|a|και|и|та|й|ve|dan|và|or|oder|ou|o|eller|lub|nebo|vagy|sau|или|або|then|dann|now|jetzt|\/|,|→|->|=>|to|auf|en|à|a|su|til|till|na|на) ["'„“”«(]{0,2}([^\s"'„“”»«(),;]{5,64})/iu;
/** In brackets or quotes behind a password cue, with words between: "das vom Kollegen (Sonnentau-1999)". */
const ENCLOSED = /[("„“«]([^\s"„“”»«()]{6,40})[)"”“»]/gu;
const SENTENCE = 120;

/** Letters with digits or signs among them, as people make passwords: no plain word, number, version, path or code. */
const looksChosen = (value: string): boolean =>
  /\p{L}/u.test(value) &&
  (/[0-9]/.test(value) || /\p{L}[!#$%&*+@^~]\p{L}/u.test(value)) &&
  !/^[A-Z]{1,6}[-_ ]?[0-9]{1,8}$|^[A-Z0-9]{2,}(?:[_-][A-Z0-9]+)+$|^v?[0-9]+(?:\.[0-9]+)+|:\/\/|^[/.\\]|\.\w{2,4}$|^[0-9]+\p{L}{1,3}$|^[0-9]{1,4}(?:-|st|nd|rd|th)|^[0-9a-f]{7,}$|^[0-9a-f]{8}-[0-9a-f]{4}-|^[a-z]+(?:[-_][a-z]+)*[-_]?[0-9]{1,3}$/u.test(
    value,
  );

/** Passwords that follow another one. Reads those found before. */
export const pairedSecrets: Detector = (scan, findings) => {
  const { text } = scan;
  const mayEnclose = (scan.features & Feature.foreign) !== 0 || text.includes('(');
  const found: Finding[] = [];
  for (const { type, end } of findings) {
    if (type !== 'PASSWORD') continue;
    const second = SECOND.exec(text.slice(end, end + 96));
    const isKey = second && /^["']?\s?[:=]/.test(text.slice(end + second[0].length, end + second[0].length + 3));
    const value = isKey ? undefined : second?.[1]?.replace(/[.!?:]+$/, '');
    if (second && value && looksChosen(value)) {
      const start = end + second[0].length - (second[1] as string).length;
      found.push({ start, end: start + value.length, type: 'PASSWORD' });
    }
    if (!mayEnclose) continue;
    const sentence = text.slice(end, end + SENTENCE).split(/[.!?]\s\p{Lu}|\n\n/u)[0] as string;
    for (const match of sentence.matchAll(ENCLOSED)) {
      const inner = match[1] as string;
      if (!looksChosen(inner) || !/\p{Ll}/u.test(inner) || /[/\\:=@]/.test(inner)) continue;
      const start = end + match.index + 1;
      found.push({ start, end: start + inner.length, type: 'PASSWORD' });
    }
  }
  for (const finding of found) findings.push(finding);
  repeatedNumbers(scan, findings);
  continuedValues(scan, findings);
};

const REPEATED: ReadonlySet<Finding['type']> = new Set(['NATIONAL_ID', 'CREDIT_CARD', 'IBAN', 'PASSPORT']);
const REPEATED_MIN = 8;

/** A number that was found, written again with other separators or none: "SSN 219-09-9999 (219099999 without dashes)". */
function repeatedNumbers(scan: Scan, findings: Finding[]): void {
  const known = new Map<string, Finding['type']>();
  for (const { type, start, end } of findings) {
    if (!REPEATED.has(type)) continue;
    const digits = scan.text.slice(start, end).replace(/[^0-9]/g, '');
    if (digits.length >= REPEATED_MIN && !/^(.)\1+$/.test(digits)) known.set(digits, type);
  }
  if (known.size === 0) return;
  for (const run of scan.runs) {
    const type = run.count < REPEATED_MIN ? undefined : known.get(run.digits);
    if (type && !findings.some(({ start, end }) => start < run.end && run.start < end))
      findings.push({ start: run.start, end: run.end, type });
  }
}

/** The other part of a number in two: "646873 pa onda 83565", "741126 tengah 14 belakang 4801". */
const GOES_ON =
  /^["'”»)]?,? ?(?:and )?(?:then|und dann|dann|et puis|puis|y luego|luego|y después|e depois|depois|e poi|poi|en dan|dan|och sen|sen|og så|så|ja sitten|sitten|a potem|potem|i potem|a pak|pak|a potom|potom|majd|aztán|și apoi|apoi|потом|а потом|и потом|потім|pa onda|onda|nato|po tom|μετά|sonra|אחר כך|ثم|बाद|फिर|lalu|terus|tengah|belakang|rồi|kisha|the rest(?: is)?|rest|middle|last|end)[: ]{1,2}([0-9]{1,8})(?![0-9A-Za-z]|[.,:/][0-9])/iu;
/** The rest of a key: "begins with sk_live_… and carries on …". */
const KEY_GOES_ON =
  /^[^\n]{0,48}?(?:carries on|continues?|rest|then|second half|followed by|suite|reste|puis|weiter|hälfte|rest|fortgesetzt|resto|sigue|continúa|continua|segue|verder|vervolg|resten|dalej|zbytek|дальше|далее|потом)[^\n]{0,16}?[ :"'«„]((?=[0-9A-Za-z_-]{0,40}[0-9])(?=[0-9A-Za-z_-]{0,40}[A-Z])(?=[0-9A-Za-z_-]{0,40}[a-z])[0-9A-Za-z_-]{10,64})(?![0-9A-Za-z_-])/iu;

function continuedValues({ text }: Scan, findings: Finding[]): void {
  const found: Finding[] = [];
  for (const { type, start, end } of findings) {
    if (type !== 'NATIONAL_ID' && type !== 'SECRET') continue;
    let stop = end;
    for (let part = 0; part < 2; part += 1) {
      const next = (type === 'SECRET' ? KEY_GOES_ON : GOES_ON).exec(text.slice(stop, stop + 140));
      const value = next?.[1];
      if (!next || !value || (type === 'NATIONAL_ID' && end - start > 9)) break;
      stop += next[0].length;
      found.push({ start: stop - value.length, end: stop, type });
    }
  }
  for (const finding of found) findings.push(finding);
}

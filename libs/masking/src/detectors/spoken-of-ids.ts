import { isNumberOfThing } from '../cues/other-numbers.ts';
import type { DigitRun } from '../digit-run.ts';
import type { Detector, Scan } from '../scan.ts';
import { foldText, isAlphanumeric } from '../text/characters.ts';
import { eachMatch, matchesIn } from '../text/matches.ts';
import { windowsAround } from '../text/windows.ts';
import * as check from '../validators/checksums.ts';
import * as world from '../validators/world-ids.ts';
import { numberCandidates } from './number-candidates.ts';
import { RulesByShape } from './rules-by-shape.ts';

interface Scheme {
  /** What a text says that holds such a number somewhere; folded. Undefined where the number shows itself. */
  spoken?: string;
  shape: RegExp;
  valid: (digits: string) => boolean;
}

/** Numbers of persons that a text may hold anywhere once it speaks of their kind, and some that show themselves. */
const SCHEMES: readonly Scheme[] = [
  { shape: /^11$|^6 5$|^6 3 2$/, valid: world.fodselsnummer },
  { shape: /^13$|^6 4 2 1$|^6 4 3$/, valid: world.southAfrican },
  { shape: /^11$/, valid: world.balticCode },
  { shape: /^13$/, valid: world.jmbg },
  { shape: /^1-4-5-2-1$|^1 4 5 2 1$/, valid: world.thai },
  { shape: /^4[ -]6$|^4 2 2 2$/, valid: world.austrianSocial },
  { shape: /^3-4-7-1$/, valid: (digits) => digits.startsWith('784') },
  { shape: /^14$/, valid: world.egyptian },
  { shape: /^6-4$/, valid: world.kennitala },
  { spoken: 'bsn|burgerservice|sofinummer', shape: /^9$|^4[. ]2[. ]3$|^3[. ]3[. ]3$/, valid: check.bsn },
  { spoken: 'steuer|st\\.-?nr|idnr|finanzamt|eheleute', shape: /^11$|^2 3 3 3$/, valid: check.steuerId },
  { spoken: 'егн|\\begn\\b', shape: /^10$/, valid: world.egn },
  { spoken: '\\boib\\b', shape: /^11$/, valid: world.oib },
  { spoken: 'αφμ|\\bafm\\b', shape: /^9$/, valid: world.afm },
  { spoken: 'αμκα|\\bamka\\b', shape: /^11$/, valid: world.amka },
  { spoken: 'תעודת זהות|ת\\.ז|ת"ז|ת״ז|ת ז|teudat', shape: /^[89]$|^8-1$|^9$/, valid: world.israeli },
  { spoken: 'الهوية|هويه|اقامة|إقامة|iqama|national id', shape: /^10$/, valid: world.saudi },
  { spoken: 'บัตรประชาชน|thai id|ประจำตัว', shape: /^13$/, valid: world.thai },
  { spoken: 'sv-nummer|svnr|sozialversicherung|sv nummer', shape: /^10$/, valid: world.austrianSocial },
  { spoken: 'иин|\\biin\\b', shape: /^12$/, valid: world.kazakh },
  { spoken: '\\bnik\\b|\\bktp\\b', shape: /^16$|^4 4 4 4$|^6 6 4$/, valid: world.nik },
  { spoken: 'cccd|can cuoc|cmnd', shape: /^12$|^3 3 3 3$/, valid: world.cccd },
  { spoken: '\\bcpr\\b|personnummer|cpr-n', shape: /^6-?4$|^10$|^6 4$/, valid: world.cpr },
  { spoken: 'cedula|ecuador', shape: /^10$|^9-1$/, valid: world.ecuadorian },
  { spoken: '\\btfn\\b|tax file', shape: /^9$|^3 3 3$/, valid: world.tfn },
  { spoken: 'medicare', shape: /^10$|^4 5 1$/, valid: world.medicare },
  { spoken: '\\btaj\\b', shape: /^9$|^3[ -]3[ -]3$/, valid: world.taj },
  { spoken: 'adoazonosito|adojel', shape: /^10$/, valid: world.hungarianTax },
  { spoken: '\\bnif\\b|contribuinte', shape: /^9$|^3 3 3$/, valid: world.nif },
  { spoken: '\\bnhs\\b|\\bgp\\b|patient|prescri|surgery|pharmac', shape: /^10$|^3[ -]3[ -]4$/, valid: check.nhs },
  { spoken: '\\bsin\\b|social insurance', shape: /^9$|^3[ -]3[ -]3$/, valid: check.luhn },
  { spoken: 'aadhaar|aadhar|आधार', shape: /^12$|^4[ -]4[ -]4$/, valid: check.verhoeff },
  { spoken: 'マイナンバー|個人番号|my number', shape: /^12$|^4[ -]4[ -]4$/, valid: check.myNumber },
  { spoken: 'снилс|snils', shape: /^11$|^3-3-3[ -]2$|^3 3 3 2$/, valid: check.snils },
  { spoken: 'инн|\\binn\\b', shape: /^12$/, valid: check.inn },
  { spoken: 'рнокпп|іпн|ипн|код платника|ідентифікаційн', shape: /^10$/, valid: check.rnokpp },
  { spoken: 'rodne cislo|\\brc\\b|rodneho', shape: /^10$|^6[/ ]4$/, valid: check.rodneCislo },
  {
    spoken: 'ssn|social security',
    shape: /^9$|^3[ -.]2[ -.]4$/,
    valid: (digits) => !/^(?:000|666)|^...00|0000$/.test(digits),
  },
  { spoken: 'impots|fiscal|\\bspi\\b', shape: /^2 2 3 3 3$/, valid: (digits) => /^[0-3]/.test(digits) },
  {
    spoken: 'last (?:4|four) of (?:my |the |your )?social|my social|\\bsocials?:|w-?9\\b|1099|payroll',
    shape: /^3[ -.]2[ -.]4$/,
    valid: (digits) => !/^(?:000|666)|^...00|0000$/.test(digits),
  },
  { spoken: '\\bcpf\\b', shape: /^11$|^3\.3\.3-2$|^3 3 3 2$/, valid: check.cpf },
  { spoken: '\\bahv\\b|\\bavs\\b', shape: /^13$|^3[. ]4[. ]4[. ]2$/, valid: check.ahv },
  { spoken: 'kimlik|\\btckn\\b', shape: /^11$|^3 3 3 2$/, valid: check.tckn },
  { spoken: 'pesel', shape: /^11$/, valid: check.pesel },
  {
    spoken: 'rijksregister|registre national|numero national',
    shape: /^11$|^2[. ]2[. ]2[- ]3[. ]2$/,
    valid: check.belgianRegister,
  },
];

/** Identifiers with letters: shape and check. */
const LETTERED: readonly { pattern: RegExp; valid: (value: string) => boolean; spoken?: RegExp }[] = [
  { pattern: /(?<![0-9A-Za-z])[A-Z][1289][0-9]{8}(?![0-9A-Za-z])/g, valid: world.taiwanese },
  { pattern: /(?<![0-9A-Za-z])[STFGM][0-9]{7}[A-Z](?![0-9A-Za-z])/g, valid: world.nric },
  { pattern: /(?<![0-9A-Za-z])[A-Z]{1,2}[0-9]{6}\([0-9A]\)/g, valid: () => true },
  {
    pattern: /(?<![0-9A-Za-z])[0-9]{7}[A-W][A-IW]?(?![0-9A-Za-z])/g,
    valid: world.pps,
    spoken: /\bpps|\bpsp\b|uimhir|social welfare|mywelfare|revenue\.ie|custaimeir/,
  },
  {
    pattern: /(?<![0-9A-ZΑ-Ω])[A-ZΑ-Ω]{2}[ -]?[0-9]{6}(?![0-9A-Za-z])/g,
    valid: () => true,
    spoken: /ταυτοτητ|\bαδτ\b|α\.δ\.τ/,
  },
  // Dictated or scanned: a letter read for a digit, in a text that speaks of the document.
  { pattern: /(?<![0-9A-Za-z])[0-9OolI]{8}-?[A-Z](?![0-9A-Za-z])/g, valid: () => true, spoken: /\bdni\b/ },
];

const compiled = new RulesByShape(
  SCHEMES.map(({ spoken, ...scheme }) => ({
    ...scheme,
    spoken: spoken ? new RegExp(foldText(spoken).replaceAll('\\\\b', '\\b')) : undefined,
  })),
);

const isFree = (text: string, run: DigitRun) =>
  !/[A-Za-z#]/.test(text[run.start - 1] ?? ' ') &&
  !/[A-Za-z]/.test(text[run.end] ?? ' ') &&
  !/[0-9A-Za-z][-.:/]$/.test(text.slice(Math.max(0, run.start - 2), run.start)) &&
  !/^[-.:][0-9]|^[-:][A-Za-z]/.test(text.slice(run.end, run.end + 2));

/** Numbers of persons anywhere in a text that speaks of their kind, and those of more countries that show themselves. */
export const spokenOfIds: Detector = (scan, findings) => {
  const { text, folded } = scan;
  const candidates = numberCandidates(scan).filter(
    (run) => run.count > 7 && run.count < 17 && isFree(text, run) && !isNumberOfThing(folded, run.start),
  );
  for (const run of candidates) {
    for (const { spoken, valid } of compiled.of(run.shape.replaceAll('\t', ' '))) {
      if (valid(run.digits) && (!spoken || matchesIn(spoken, folded)))
        findings.push({ start: run.start, end: run.end, type: 'NATIONAL_ID' });
    }
  }
  const lettered = windowsAround(scan, 4, 8, (token) => isLettered(scan, token));
  for (const { pattern, valid, spoken } of LETTERED) {
    const found = ({ index, 0: value }: RegExpExecArray) => {
      if (valid(value)) findings.push({ start: index, end: index + value.length, type: 'NATIONAL_ID' });
    };
    if (!spoken) lettered.eachMatch(pattern, found);
    else if (matchesIn(spoken, folded)) eachMatch(pattern, text, found);
  }
};

/** Six digits or more with a letter right before them. */
function isLettered({ tokens, text }: Scan, token: number): boolean {
  const start = tokens.starts[token] as number;
  return (
    tokens.kinds[token] === 2 &&
    (tokens.ends[token] as number) - start > 5 &&
    isAlphanumeric(text.charCodeAt(start - 1))
  );
}

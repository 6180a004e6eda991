import { foldText } from '../text/characters.ts';

/** Cues that mean other things, too: they count where a value of the right shape follows. */
export interface Abbreviation {
  type: 'NATIONAL_ID' | 'PASSPORT';
  /** The value without spaces and separators, in capitals. */
  shape: RegExp;
}

/** A digit, or a letter that scanners and people take for one. */
const D = '[0-9OILSB]';
/** Notation of the phrases as in `PHRASES`; shapes are matched as a whole. */
const NATIONAL: readonly (readonly [phrases: string, shape: string])[] = [
  // Europe
  ['ni|nat ins', `[A-Z]{2}${D}{6}[A-D]?`],
  ['chi|utr|hcn|hscn', `${D}{10}`],
  ['pps|psp|ppsn|upsp|psc', `${D}{7}[A-Z]{1,2}`],
  ['dps|gms|lti', `[A-Z]?${D}{7,8}[A-Z]?`],
  ['gnib|irp', `[A-Z]{0,3}${D}{6,9}`],
  ['brp', '[A-Z]{2}[0-9X][0-9]{6}'],
  ['osebna', '[0-9]{9}'],
  ['azr', `${D}{12}`],
  ['egk|kv nr|kvnr', `[A-Z]${D}{9}|${D}{20}`],
  ['peid', `${D}{5,7}`],
  ['rsin|sns|crib', `${D}{9}`],
  ['rn|nn|rr|rrn|inss|insz|niss|bis', `${D}{11}`],
  ['sis|isi', `${D}{10,13}`],
  ['eid|id', `${D}{12}|784${D}{12}|[0-9]{2}[01][0-9][0-3][0-9]{5}[01][89][0-9]`],
  ['spi|nif', `${D}{13}|${D}{9}|[XYZ]?${D}{7,8}[A-Z]`],
  ['vitale', `[12]${D}{12}(?:${D}{2})?`],
  ['fs nr|fs', `(?=(?:.*[0-9]){4})[0-9A-Z]{10,11}`],
  ['ss|sécu', `[12]${D}{12}(?:${D}{2})?|${D}{11,12}|${D}{9}`],
  ['tie', `[XYZ]${D}{7}[A-Z]|E${D}{8}`],
  ['cip', `[A-Z]{4}${D}{10,14}|[A-Z]{4}${D}{6,12}[A-Z]?|[0-9A-Z]{1,4}${D}{5,10}`],
  ['tsi|naf|nuss|nass', `${D}{11,12}|[A-Z]{4}${D}{8,12}`],
  ['nia|cass', `${D}{6}[A-Z]`],
  ['nrt', `[A-Z]${D}{6}[A-Z]`],
  ['nan', `${D}{8}[A-Z]`],
  ['sip', '[0-9]{6,8}'],
  ['carnet|carné', `${D}{6,8}[A-Z]{2}`],
  ['bilhete|bi', `${D}{7,9}|${D}{9}[A-Z]{2}${D}{3}|[A-Z]{2}(?:NR)?${D}{6}`],
  ['cc', `${D}{6,11}|${D}{9}[A-Z]{2}${D}`],
  [
    'ci|c i|cie|c i e|c id',
    `[A-Z]{2}${D}{5}[A-Z]{2}|[A-Z]{2}${D}{6,7}|${D}{7}[A-Z]{2}|[VE]?${D}{6,8}(?:[A-Z]{2})?|${D}{9,12}`,
  ],
  ['ts|team', `${D}{20}`],
  ['cf|c f', `[A-Z]{6}[0-9A-Z]{10}|${D}{11}`],
  ['stp|eni', `(?:STP|ENI)?[0-9A-Z]{3}${D}{10,13}`],
  ['pnr|p nr', '(?:[0-9]{2})?[0-9]{2}[01][0-9][0-36-9][0-9][0-9]{4}'],
  ['lma|lma nr', `${D}{8}`],
  ['fnr|f nr|dnr|d nr', `${D}{11}`],
  ['duf', `${D}{12}`],
  ['kt|kt nr', `${D}{10}`],
  ['ik|p k|ak|a k|i k', `${D}{11}`],
  ['atk', `${D}{8}`],
  ['do|d o|dow', `[A-Z]{3}${D}{6}`],
  ['pwz', `${D}{7}`],
  ['op|cop|obč', `${D}{9}|[A-Z]{2}${D}{6}|${D}{6}[A-Z]{2}${D}{2}`],
  ['rc|r c|rč', `${D}{9,10}`],
  ['řp|rp|vp', `[A-Z]{1,2}${D}{6}`],
  ['dič|dic', `(?:CZ|SK)?${D}{9,10}`],
  ['szig|sz ig', `${D}{6}[A-Z]{2}|[A-Z]{2}${D}{6,7}`],
  ['mbo|lbo|ebs', `${D}{9,11}`],
  ['lk|лк|л к', `${D}{9}|[A-Z]{2}${D}{7}`],
  ['embg|emb|емб', `${D}{13}`],
  ['at|α τ|αρ τ|adt|α δ τ', `[A-ZΑ-Ω]{1,2}${D}{6}`],
  ['arc', `[A-Z]{3}[0-9]{7}|[A-Z][A-D89]${D}{8}|${D}{13}|${D}{8,10}`],
  ['nid', `[A-Z]${D}{8}[A-Z]|${D}{9,17}`],
  // Eastern Europe, Caucasus, Central Asia
  ['ву|в у', `${D}{2}[0-9A-ZА-Я]{2}${D}{6}`],
  ['енп|омс', `${D}{16}`],
  ['внж|рвп', `${D}{2}(?:NO|NR|N)?${D}{7}|${D}{7,9}`],
  ['идно|идент|ид|л н', `${D}{7}[A-Z]${D}{3}[A-Z]{2}${D}|${D}{13}`],
  ['პ ნ|ს ნ|p n', `${D}{11}`],
  ['fin|fi̇n', `(?=.*${D}.*${D})[0-9A-Z]{7}|[FGM]${D}{7}[A-Z]|${D}{12}`],
  ['pin|пин', `[AP]${D}{9}[A-Z]|${D}{14}|GHA${D}{10}`],
  ['рд|rd', `[А-ЯӨҮA-Z]{2}${D}{8}`],
  ['рма|рмш|inps|стир|stir', `${D}{9}|${D}{14}`],
  // Türkiye and the Arab countries
  ['tc|t c|tck', `[1-9]${D}{10}`],
  ['vkn', `${D}{10}`],
  ['ykn', `9${D}{10}`],
  ['cin|cine|cnie|cni', `(?=.*[0-9])(?=.*[A-Z])[0-9A-Z]{9}|[A-Z]{1,3}${D}{5,7}|${D}{8,17}`],
  ['ice', `${D}{15}`],
  ['cnss|amo|inam|cnps|cmu|npi|ifu|cnops|cnam', `${D}{7,13}`],
  ['nin', `[A-Z]{2}${D}{6}[A-D]|${D}{11}|${D}{18}|C[MF][0-9A-Z]{12}|[0-9A-Z]{11,16}`],
  ['qid', `[23]${D}{10}`],
  ['tz|t z', `${D}{8,9}`],
  // The Americas
  ['dl|dln|lic|licence|license|permis', `(?=(?:.*[0-9]){5})[0-9A-Z]{6,16}|WDL[0-9A-Z]{9}`],
  ['soc', `${D}{9}`],
  ['ss', `${D}{9}`],
  ['ein|itin|tin|sin|nas|fein', `${D}{9,14}`],
  ['nam', `[A-Z]{4}${D}{8}`],
  ['phn|msp|ohip|hcn|ahc', `${D}{9,10}[A-Z]{0,2}`],
  ['mcp', `${D}{12}`],
  ['uci|iuc', `${D}{8}|${D}{10}`],
  ['bcdl', `[0-9OI]{7}`],
  ['ktn|nexus|passid|twic', `${D}{8,9}|TT[0-9A-Z]{7}`],
  ['npi', `${D}{10}`],
  ['ine|ife', `${D}{9,13}|[A-Z]{6}${D}{8}[HM]${D}{3}|${D}{9}[A-Z]{2}|${D}{10}[A-Z]`],
  ['cic', `(?:IDMEX)?${D}{9,11}`],
  ['nss', `${D}{9,11}`],
  ['cui', `${D}{13}`],
  ['nit', `${D}{6,14}[0-9K]|${D}{11}`],
  ['dui', `${D}{9}`],
  ['rtn', `${D}{14}`],
  ['dimex', `${D}{11,12}`],
  ['rnc|nui|ruc', `${D}{6,14}`],
  ['rif', `[VEJPG]?${D}{8,10}`],
  ['ce|c e|ti|t i|c c|ppt|pep|ptp|cpp', `${D}{6,15}`],
  ['lc|l c|le|l e', `${D}{6,7}`],
  ['run', `${D}{7,8}[0-9K]`],
  ['cdi', `${D}{11}`],
  ['rg|r g', `${D}{7,10}[0-9X]?|[A-Z]{2}${D}{6,8}`],
  ['pis|nis|nit', `${D}{11}`],
  ['cns|sus', `[1-9]${D}{14}`],
  ['trn', `${D}{9}|${D}{13}`],
  ['nis', `[A-Z]?${D}{6,9}`],
  // South Asia
  ['uan|uid|ppo|pran', `${D}{12}`],
  ['pan', `[A-Z]{5}${D}{4}[A-Z]`],
  ['epic|voter', `[A-Z]{2,4}${D}{6,8}`],
  ['tan', `[A-Z]{4}${D}{5}[A-Z]`],
  ['oci', `[A-Z]${D}{6,7}`],
  ['nic', `${D}{9}[VX]|${D}{12,13}|[A-Z]${D}{12}[0-9A-Z]`],
  ['ntn', `${D}{7,8}`],
  ['brn', `${D}{10}|${D}{17}`],
  ['cid', `${D}{11}`],
  // Southeast and East Asia
  ['ic|kp|k p', `${D}{12}|[STFGM]${D}{7}[A-Z]|${D}{8}`],
  ['wp|ep|work permit|work pass', `[0-9]?[FGM]?${D}{7,9}[A-Z]?`],
  ['kk|kia', `${D}{16}`],
  ['sim', `${D}{12,14}`],
  ['sss', `${D}{10}`],
  ['gsis|umid|crn', `${D}{11,12}|${D}{9}[A-Z]|${D}{10}`],
  ['mid|hdmf|pcn|psn', `${D}{12}|${D}{16}|${D}{10}`],
  ['ltms|lto', `[A-Z]${D}{10}|${D}{2}${D}{13}`],
  ['nrc', `${D}{9}`],
  [
    'dok nr|dok|dokumendi number|dokumendinumber|document number|document no|document nr|doc no|doc number|doc nr|dokumentennummer|dokumentnummer|documentnummer|número de documento|numero documento|numéro de document|numer dokumentu|číslo dokladu|okmányszám',
    `[A-Z]{1,3}[0-9]{6,8}|(?=(?:.*[0-9]){2})(?=.*[A-Z])[0-9A-Z]{9}`,
  ],
  // Oceania and Africa
  ['tfn', `${D}{8,9}`],
  ['dva', `[A-Z]{2,4}${D}{4,7}[A-Z]?`],
  ['ihi', `80036${D}{11}`],
  ['usi', `(?=.*${D})(?=.*[A-Z])[0-9A-Z]{10}`],
  ['ird', `${D}{8,9}`],
  ['nhi', `[A-Z]{3}${D}{4}|[A-Z]{3}${D}{2}[A-Z]{2}`],
  ['csc|swn|nsn', `${D}{9,16}`],
  ['pdp|prdp', `${D}{8,13}[A-Z]{0,2}`],
  ['vnin', `[A-Z]{2}${D}{12}[A-Z]{2}`],
  ['pvc', `(?=(?:.*${D}){6})[0-9A-Z]{16,20}`],
  ['bvn|rsa', `(?:PEN)?${D}{11,12}`],
  ['ssnit', `[A-Z]${D}{12}|${D}{13}`],
  ['kra', `[AP]${D}{9}[A-Z]`],
  ['fan|fcn', `${D}{12}|${D}{16}`],
  ['nuit|dire', `${D}{9}|${D}{8}[A-Z]`],
  ['nina', `${D}{10,15}[A-Z]?`],
  ['niu', `[A-Z]${D}{12}[A-Z]`],
];

const PASSPORTS: readonly (readonly [phrases: string, shape: string])[] = [
  ['pass|pas|pp|ppt|pasa|pase', `[A-Z]{1,3}${D}{6,9}|(?=(?:.*${D}){2})(?=.*[A-Z])[CFGHJKLMNPRTVWXYZ0-9]{9}`],
  ['pas|pasa', '[0-9]{8,9}'],
  ['pass', '(?!(?:19|20)[0-9]{2}[01])[0-9]{8}'],
  ['pass|pp', `${D}{2}[A-Z]{2}${D}{5}`],
];

const shapes = new Map<string, Abbreviation[]>();
function add(type: Abbreviation['type'], list: typeof NATIONAL): string {
  for (const [phrases, shape] of list) {
    for (const phrase of phrases.split('|')) {
      const folded = foldText(phrase.normalize('NFC'));
      shapes.set(folded, [...(shapes.get(folded) ?? []), { type, shape: new RegExp(`^(?:${shape})$`, 'u') }]);
    }
  }
  return list.map(([phrases]) => phrases).join('|');
}

/** The abbreviations as cue phrases. */
export const NATIONAL_ABBREVIATIONS = add('NATIONAL_ID', NATIONAL);
export const PASSPORT_ABBREVIATIONS = add('PASSPORT', PASSPORTS);

/** What may follow a cue that is an abbreviation (its folded text); undefined for all others. */
export const abbreviationOf = (cue: string): readonly Abbreviation[] | undefined =>
  shapes.get(cue.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));

/** Whether a folded word is one of them: "DNI/NIE 73639254Q" has one value, not two. */
export const isAbbreviation = (word: string): boolean => shapes.has(word) || ISSUERS.has(word);

/** Who issues a number, written between its name and its value. */
const ISSUERS = new Set(
  'zemis caf cpam msa inps anses imss issste nadra nhs dob dvla vic nsw qld tas act bsn dni rut cpf usa uk eu'.split(
    ' ',
  ),
);

/** Words of everyday language that count as abbreviations only in capitals or with a colon behind them. */
const EVERYDAY = new Set(
  'le lc do at is team ice tan run pin bis ti ce cc mid vin id tin sin sim pan dire ak ik pk lic bi ci cc nn rn rr ss op'.split(
    ' ',
  ),
);

export const isEveryday = (cue: string): boolean => EVERYDAY.has(cue);

/** Abbreviations that mean nothing else: a number behind them is masked though it was mistyped. */
const PLAIN = new Set(
  'nin tfn ird nhi nino bvn kra kvnr egk inss niss insz rrn vkn tckn cine nrc ohip phn ssnit gsis umid ikn mbo lbo lma embg емб vnin prdp ihi uan pran ntn dimex rtn rnc szig psp ppsn upsp pps peid azr fnr dnr atk cass nuss tsi'.split(
    ' ',
  ),
);

export const isPlain = (cue: string): boolean => PLAIN.has(cue);

import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { WordSet } from '../text/word-set.ts';
import { cbu, routingNumber } from '../validators/bank-accounts.ts';
import { mod97 } from '../validators/checksums.ts';

/** Banks of the countries whose accounts are no IBANs, and words for accounts that only banks use. */
const NAMES = new WordSet(
  foldText(
    `ocbc dbs posb uob maybank cimb rhb ambank bsn bpi bdo metrobank landbank unionbank chinabank rcbc bochk hsbc icbc
    scb kbank ktb bbl krungthai kasikorn vietcombank vcb techcombank agribank bidv mbbank vpbank acb sacombank tpbank vietinbank
    bca bri bni mandiri bsi danamon permata btn gtbank gtb zenith uba fcmb fidelity sterling wema opay kuda kcb ncba stanbic absa
    fnb capitec nedbank crdb nmb cbe hdfc icici sbi axis kotak canara nbp hbl ubl meezan alfalah sampath bancolombia davivienda
    banamex banorte interbank bradesco itau nubank caixa bancoestado banrisul postfinance raiffeisen handelsbanken
    handelsbankskonto handelsbankskontot swedbank swedbankkonto nordea nordeakonto sparbanken lansforsakringar icabanken
    savings checking chequing barclays natwest monzo starling lloyds santander halifax westpac commbank anz nab bendigo kiwibank
    tbc acleda bcel`,
  )
    .trim()
    .split(/\s+/),
);
const UNSPACED =
  /(?:국민|신한|우리|하나|농협|기업|카카오뱅크|카카오|토스뱅크|토스|새마을금고|새마을|우체국|수협|대구|부산|케이뱅크|SC제일)(?:은행)?|三菱UFJ|みずほ|三井住友|ゆうちょ|りそな|楽天銀行|工商银行|工行|建设银行|建行|农业银行|农行|中国银行|中行|招商银行|招行|交通银行|邮储|滙豐|汇丰|恒生|中銀|渣打|台新|國泰|玉山|中國信託|กสิกร|กรุงไทย|ไทยพาณิชย์|กรุงเทพ|ออมสิน|អេប៊ីអេ|វីង|អេស៊ីលីដា/g;
/** Eight to sixteen digits in the groups accounts are written with; no calling code before and no decimals behind. */
const SHAPE = /^[0-9]{1,16}(?:[ -][0-9]{1,9}){0,4}$/;
const OTHER =
  /call|tel|phone|mobile|card|ref|ticket|error|err\b|code|case|branch code|swift|otp|pin|id\b|amount|order|txn|transaction|loan|since|from|date|app|version|v[0-9]/;
const REACH = 28;

function accountsBehindBanks(scan: Scan, findings: Finding[]): void {
  const { tokens, text, folded, runs } = scan;
  let next = 0;
  const read = (end: number) => {
    while (next < runs.length && (runs[next] as DigitRun).start < end) next += 1;
    const run = runs[next];
    if (!run || run.start - end > REACH || run.count < 8 || run.count > 16) return;
    const between = folded.slice(end, run.start);
    const written = text.slice(run.start, run.end);
    if (/[0-9\n.;()+@\x7f]|,.*,/.test(between) || OTHER.test(between) || !SHAPE.test(written)) return;
    if (
      /^[A-Za-z_%]|^[.:/-][0-9A-Za-z]/.test(text.slice(run.end, run.end + 2)) ||
      /^(?:19|20)[0-9]{2}[ -]/.test(written)
    )
      return;
    findings.push({ start: run.start, end: run.end, type: 'BANK_ACCOUNT' });
  };
  for (let token = 0; token < tokens.count; token += 1)
    if (NAMES.hasId(tokens.ids[token] as number)) read(tokens.ends[token] as number);
  next = 0;
  eachMatch(UNSPACED, text, ({ index, 0: bank }) => read(index + bank.length));
}

const belgian = (digits: string): boolean => (Number(digits.slice(0, 10)) % 97 || 97) === Number(digits.slice(10));

/** Accounts by what stands right beside them: sort codes, IFSC codes, members of records, clearing numbers. */
const SHAPES: readonly { pattern: RegExp; valid?: (digits: string) => boolean }[] = [
  // United Kingdom: sort code, then eight digits.
  {
    pattern:
      /(?<![0-9-])[0-9]{2}-[0-9]{2}-[0-9]{2}[ ,;/|&]{1,4}(?:a\/?c |acc(?:ount|t)?\.? )?([0-9]{8}|[0-9]{4} [0-9]{4})(?![0-9A-Za-z]|[-./:][0-9])/gi,
  },
  // India: a number beside its branch (RBI, IFSC).
  {
    pattern:
      /(?<![0-9A-Za-z+.-])([0-9]{9,18}|[0-9]{4}(?: [0-9]{4}){1,3}(?: [0-9]{1,4})?)["']?[,;|\t /]{1,3}["']?[A-Z]{4}0[A-Z0-9]{6}(?![A-Za-z0-9])/g,
  },
  { pattern: /(?<![A-Za-z0-9])[A-Z]{4}0[A-Z0-9]{6}["']?[,;|\t /]{1,3}["']?([0-9]{9,18})(?![0-9A-Za-z])/g },
  // Members of records.
  {
    pattern:
      /["'](?:ac|acc|acct|a\/c|account|bank_?account|account_?(?:no|num|number)|acct_?(?:no|num)|konto|kontonr|kto|rek|norek|cuenta|conta|compte|rekening|clabe|cbu|cvu|nuban|계좌|口座|账号|帳號)["']\s?[:=]>?\s?["']?([0-9][0-9 -]{5,26}[0-9])(?=["',}\s])/gi,
  },
  // Sweden: clearing number, comma, account.
  {
    pattern:
      /(?<![0-9])[1-9][0-9]{3}(?:-[0-9])?, ?[0-9]{1,3}(?: [0-9]{3}){1,3}-[0-9](?![0-9])|(?<![0-9])[1-9][0-9]{3}-[0-9]{2,3} [0-9]{3} [0-9]{2,3}-?[0-9]?(?![0-9])/g,
  },
  // Belgium before 2011: twelve digits, the last two modulo 97.
  { pattern: /(?<![0-9-])[0-9]{3}-[0-9]{7}-[0-9]{2}(?![0-9-])/g, valid: belgian },
  // Serbia, Bosnia, North Macedonia and Montenegro: bank, account, check digits modulo 97.
  {
    pattern: /(?<![0-9-])[0-9]{3}-[0-9]{6,13}-[0-9]{2}(?![0-9-])/g,
    valid: (digits) => mod97(digits.slice(0, 3) + digits.slice(3, -2).padStart(13, '0') + digits.slice(-2)) === 1,
  },
  // Croatia: bank and account.
  { pattern: /(?<![0-9-])[12][0-9]{6}-[0-9]{10}(?![0-9-])/g },
  // United States: routing numbers (ABA).
  {
    pattern: /(?<![A-Za-z])(?:routing|aba|rtn)[^0-9\n]{0,24}([0-9]{9})(?![0-9A-Za-z]|[-.][0-9])/gi,
    valid: (digits) => Number(digits) > 0 && routingNumber(digits),
  },
  // Hong Kong: bank, branch, kind, account.
  { pattern: /(?<![0-9-])0[0-9]{2}-[0-9]{3}-[0-9]-[0-9]{6,7}(?:-[0-9]{3})?(?![0-9-])/g },
  // Switzerland: postal accounts behind their name.
  {
    pattern:
      /(?<![\p{L}])(?:PC|CCP|Postkonto|Post-?Konto|PostFinance|Postscheck\p{L}{0,6}|PC-Konto)[^0-9\n]{0,16}([0-9]{2}-[0-9]{1,6}-[0-9])(?![0-9-])/gu,
  },
  // The Netherlands: giro numbers; Japan: kind and seven digits.
  { pattern: /(?<![\p{L}])[Gg]iro(?:nummer|rekening)?[ :]{1,2}([0-9]{3,9})(?![0-9A-Za-z]|[.,:-][0-9])/gu },
  { pattern: /(?:普通|当座|貯蓄)\s?(?:預金|口座)?(?:番号)?[\s:：]{0,4}([0-9](?: ?[0-9]){6})(?![0-9])/gu },
];

/** A key behind an account, as in Algeria and France: "0018820441 clé 72". */
const KEY = /^ ?[,;]? ?(?:cl[ée]f?|key|المفتاح|مفتاح|rib)[ :.]{1,3}([0-9]{2})(?![0-9])/iu;

/** Accounts beside the names of banks and in the shapes of countries without IBANs, and the keys behind them. */
export const bankNames: Detector = (scan, findings) => {
  const { text, runs } = scan;
  accountsBehindBanks(scan, findings);
  for (const { pattern, valid } of SHAPES)
    eachMatch(pattern, text, ({ index, 0: whole, 1: value = whole }) => {
      if (valid && !valid(value.replace(/[^0-9]/g, ''))) return;
      const start = index + whole.indexOf(value);
      findings.push({ start, end: start + value.length, type: 'BANK_ACCOUNT' });
    });
  // Argentina: a CBU told in its two blocks.
  for (let at = 0; at + 1 < runs.length; at += 1) {
    const [first, second] = [runs[at], runs[at + 1]] as [DigitRun, DigitRun];
    if (first.count === 8 && second.count === 14 && second.start - first.end < 48 && cbu(first.digits + second.digits))
      for (const { start, end } of [first, second]) findings.push({ start, end, type: 'BANK_ACCOUNT' });
  }
};

/** What follows an account that was found. */
export const accountKeys: Detector = ({ text }, findings) => {
  const found: Finding[] = [];
  for (const { type, end } of findings) {
    const key = type === 'BANK_ACCOUNT' ? KEY.exec(text.slice(end, end + 20))?.[0] : undefined;
    if (key) found.push({ start: end - 1, end: end + key.length, type: 'BANK_ACCOUNT' });
  }
  for (const finding of found) findings.push(finding);
};

import type { DigitRun } from '../digit-run.ts';
import type { Detector, Scan } from '../scan.ts';
import { windowsAround } from '../text/windows.ts';
import { WordSet } from '../text/word-set.ts';
import * as check from '../validators/bank-accounts.ts';

/** Accounts whose shape and check digits stand without a cue. */
const RULES: readonly { shape: RegExp; valid: (digits: string) => boolean }[] = [
  { shape: /^22$|^8[ -]14$/, valid: check.cbu },
  { shape: /^18$|^3 3 11 1$/, valid: check.clabe },
  { shape: /^4\.2\.5$|^4 2 5$|^4\.2\.4\.1$/, valid: check.norwegianAccount },
  { shape: /^26$|^2 4 4 4 4 4 4$/, valid: check.polishAccount },
  { shape: /^8-8(?:-8)?$/, valid: check.hungarianAccount },
  {
    shape: /^20$|^4[ -]4[ -]2[ -]10$/,
    valid: (digits) =>
      check.spanishAccount(digits) || /^(?:40[0-9]|42[0-9]|301)[0-9]{2}(?:810|643|840|978|156|933)/.test(digits),
  },
  // Thailand: bank accounts are written 3-1-5-1.
  { shape: /^3-1-5-1$/, valid: () => true },
  // New Zealand: bank, branch, account, suffix.
  { shape: /^2-4-7-[23]$/, valid: () => true },
];

/** Words beside which a short number is a bank account: they name a bank's own numbers. */
const BESIDE =
  /(?<![\p{L}])(?:sort ?code|bsb|savings account|checking account|current account|chequing|account with|bank account|direct debit|lloyds|barclays|natwest|monzo|hsbc|santander|halifax|nationwide|wells fargo|chase|westpac|anz|commbank|aba|routing(?: number| no)?|ifsc(?: code)?|swift(?: code)?|bankleitzahl|blz|clearing(?:nummer|nr)?|transit|institution)(?![\p{L}])/giu;
/** One word of every phrase in {@link BESIDE}. */
const BANK_WORDS = new WordSet(
  'sort sortcode bsb savings checking current chequing account bank debit lloyds barclays natwest monzo hsbc santander halifax nationwide wells chase westpac anz commbank ifsc swift bankleitzahl blz clearing clearingnummer clearingnr transit institution'.split(
    ' ',
  ),
);
const BESIDE_REACH = 24;
const BEFORE = 48;
const AFTER = 72;
const SHORT = /^(?:[6-9]|1[0-2]|2[- ]2[- ]2|3[- ]3|2 2 2 2|4 4|3 3 3|4 [34] [34]|2 4 4|3 4 4|2 3 3)$/;

const isFree = ({ text }: Scan, run: DigitRun) =>
  !/[\p{L}_#.,:$€£/+-]$/u.test(text.slice(Math.max(0, run.start - 1), run.start)) &&
  !/^[\p{L}_%]|^[-.:/,][0-9\p{L}]/u.test(text.slice(run.end, run.end + 2));

/** Bank accounts by check digits, and short numbers beside the words that belong to an account. */
export const bankAccounts: Detector = (scan, findings) => {
  for (const run of scan.runs) {
    if (
      run.count > 9 &&
      isFree(scan, run) &&
      RULES.some(({ shape, valid }) => shape.test(run.shape) && valid(run.digits))
    )
      findings.push({ start: run.start, end: run.end, type: 'BANK_ACCOUNT' });
  }
  let next = 0;
  const beside = windowsAround(scan, BESIDE_REACH, BESIDE_REACH, (token) =>
    BANK_WORDS.hasId(scan.tokens.ids[token] as number),
  );
  beside.eachMatch(BESIDE, ({ index, 0: words }) => {
    const end = index + words.length;
    while (next < scan.runs.length && (scan.runs[next] as DigitRun).end < index - BEFORE) next += 1;
    for (let at = next; at < scan.runs.length && (scan.runs[at] as DigitRun).start < end + AFTER; at += 1) {
      const run = scan.runs[at] as DigitRun;
      const between = run.start >= end ? scan.text.slice(end, run.start) : scan.text.slice(run.end, index);
      if (run.end > index && run.start < end) continue;
      if (
        run.start < index &&
        !/account|acct|a\/c|acc\b|konto|no\.?|number|#|:|,/i.test(
          scan.text.slice(Math.max(0, run.start - 24), run.start),
        )
      )
        continue;
      if (
        SHORT.test(run.shape) &&
        !(run.count === 9 && check.routingNumber(run.digits)) &&
        isFree(scan, run) &&
        !/[.!?] \p{Lu}|\n\n|\x7f/u.test(between) &&
        !/order|ticket|invoice|booking|case|ref|id\b/i.test(scan.text.slice(Math.max(0, run.start - 12), run.start))
      )
        findings.push({ start: run.start, end: run.end, type: 'BANK_ACCOUNT' });
    }
  });
};

import type { Detector } from '../scan.ts';
import { eachMatch, matchesIn } from '../text/matches.ts';

/** The word account, in whatever language, and a number of six digits or more right behind it. */
const ACCOUNT =
  /(?<![\p{L}\p{N}_-])(?:account|acct|a\/c|acc|konto|compte|cuenta|conta|conto|rekening|rachunek|účet|számla|cont|сметка|счёт|счет|рахунок|λογαριασμός|hesap|חשבון|حساب|खाता|tài khoản|rekening|บัญชี)(?: ?(?:no|number|nr|num|n|nº|n°|№|#)\.?)?[ \t]?[:#]?[ \t]{0,2}([0-9](?:[ -]?[0-9]){5,19})(?![0-9A-Za-z_]|[-.:/][0-9A-Za-z])/giu;
/** Words that only banks use: a text with one of them speaks of money. */
const BANK =
  /\b(?:agencia|ag|filial|reg nr|reg\.? ?nr|aba|routing|sort ?code|bsb|bank\w*|swift|bic|iban|wire|ach|direct debit|direct deposit|payroll|ifsc|blz|clearing\w*|uberweis\w*|lastschrift|virement|prelevement|transferencia|bonifico|przelew\w*|overschrijving|payout|payee|beneficiary|remit)\b|банк|трапез|τραπεζ|בנק|بنك|बैंक|ngan hang|ธนาคาร/u;

/** Branches that stand before an account: "agência 1234 conta 12345-6", "reg.nr. 1234 konto". */
const BRANCH =
  /(?<![\p{L}\p{N}])(?:agência|agencia|ag\.?|sucursal|filial|reg\.? ?nr\.?|branch(?: code)?)[ :]{1,2}([0-9]{3,5}(?:-[0-9X])?)(?=[ ,;/|-]{1,3}(?:conta|cuenta|c\/c|cc|konto|kontonr|account|acct|op)(?![\p{L}]))/giu;

/** Accounts named as such in texts that speak of banking: "ABA 071000013, Account 55 0417 7288". */
export const namedAccounts: Detector = ({ text, folded }, findings) => {
  if (!matchesIn(BANK, folded)) return;
  eachMatch(BRANCH, text, (match) => {
    const end = match.index + match[0].length;
    findings.push({ start: end - (match[1] as string).length, end, type: 'BANK_ACCOUNT' });
  });
  eachMatch(ACCOUNT, text, (match) => {
    const value = match[1] as string;
    if (/^20[0-9]{2}[ -][01][0-9][ -][0-3][0-9]/.test(value)) return;
    const end = match.index + match[0].length;
    findings.push({ start: end - value.length, end, type: 'BANK_ACCOUNT' });
  });
};

import type { Finding, Scan } from '../../scan.ts';
import { before, cut, type Edge, writtenBefore } from './edge.ts';

/** Words that are put where a mailbox goes: "name at domain dot com". */
const SAMPLE =
  /^(?:n[\W_]*a[\W_]*m[\W_]*e|user|username|you|your[._-]?name|vorname[._-]nachname|first[._-]?name[._-]?last[._-]?name|someone|somebody|nombre|nom|nome|naam|mail|email|e-mail)(?:@| at | \(at\) |\[at\])(?:domain|example|company|firma|firm|beispiel|exemple|ejemplo|esempio|bedrijf|provider|host|server|mail|email)(?:\.| dot |\(punkt\))/iu;
/** What follows the sign is an address of the network, or a file. */
const NO_HOST =
  /@[0-9]{1,3}(?:\.[0-9]{1,3}){3}$|@[^@]*\.(?:xlsx?|docx?|csv|pdf|png|jpe?g|zip|txt|log|exe|dll|sql|sh|tgz|gz)$/i;
/** `Call-ID: 38482…@atlanta.example` (RFC 3261 §20.8): a call; numbers of mailboxes are shorter. */
const CALL = /^[0-9a-f.-]{12,}@/i;
const CALLED = /(?:call|message|content)-?id["']?[:=] ?<?$/u;

const EAST = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]';
/** What stands before an address without a space, or with one. */
const LABEL = /^(?:邮箱是?|信箱是?|メールは?|이메일은?)(?=[a-z0-9])/iu;
const SENTENCE = new RegExp(`^[^@]*${EAST}(?=[a-z0-9][a-z0-9._+-]*@)`, 'iu');
const SMALL_WORD =
  /^(?:邮箱是?|信箱是?|メールは?|이메일은?|mij op|el correu|correu|correo|sposti|adres|at|op|mail|e-?mail|is|es|est) (?=\S)|^\p{Lu}+_[0-9]+\n/iu;
const BEHIND = new RegExp(`(?<=[a-z])${EAST}+$`, 'iu');

const sizeOf = (pattern: RegExp, value: string): number => pattern.exec(value)?.[0].length ?? 0;

export const email: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  if (isNone(value, scan, finding)) return undefined;
  return cut(finding, finding.start + leadOf(value), finding.end - sizeOf(BEHIND, value));
};

function isNone(value: string, scan: Scan, finding: Finding): boolean {
  if (SAMPLE.test(value) || NO_HOST.test(value) || /=40[0-9.]+$/.test(value)) return true;
  if (CALL.test(value) && CALLED.test(before(scan, finding, 16))) return true;
  // `@help@social.example`: who somebody is in a network of servers; `https://key@host`: who logs in.
  return /(?:^|[\s(])@$/.test(writtenBefore(scan, finding, 2)) || writtenBefore(scan, finding, 3) === '://';
}

function leadOf(value: string): number {
  const hasSign = value.includes('@');
  const line = hasSign ? 0 : value.lastIndexOf('\n') + 1;
  return line || sizeOf(LABEL, value) || (hasSign ? sizeOf(SENTENCE, value) : 0) || sizeOf(SMALL_WORD, value);
}

import type { TextDetector } from '../scan.ts';

const PEM = '-----BEGIN ';

/** PEM blocks that hold keys (RFC 7468); a block without its end runs to the end of the text. */
export const pemBlocks: TextDetector = ({ text }, findings) => {
  for (let start = text.indexOf(PEM); start >= 0; start = text.indexOf(PEM, start + 1)) {
    const label = text.slice(start + PEM.length, start + 64).split('-----')[0] as string;
    if (!/KEY|SECRET/i.test(label)) continue;
    const close = text.indexOf('-----END ', start);
    const lineEnd = close < 0 ? -1 : text.indexOf('-----', close + 9);
    const end = lineEnd < 0 ? text.length : lineEnd + 5;
    findings.push({ start, end, type: 'SECRET', certain: true });
    start = end;
  }
};

/** URLs whose authority holds a user's password (RFC 3986 §3.2.1), the whole URL: host and path name the account. */
export const urlCredentials: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    let start = at;
    while (start > 0 && at - start < 24 && /[a-z0-9+.-]/i.test(text[start - 1] as string)) start -= 1;
    const authority = /^[^\s/?#"'<>]{1,256}/.exec(text.slice(at + 3, at + 259))?.[0] ?? '';
    if (!/^[^:@]{0,128}:[^@]{1,200}@/.test(authority)) continue;
    const rest = /^[^\s"'<>`]{0,512}/.exec(text.slice(at + 3, at + 515))?.[0] ?? '';
    findings.push({ start, end: at + 3 + rest.replace(/[.,;:)\]}]{1,8}$/, '').length, type: 'SECRET' });
  }
};

const COMMAND_LINE = /(?<=\s)(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']{1,64}:([^\s"']{3,128})/y;

/** `curl -u user:password`. */
export const commandLinePasswords: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('-u'); at >= 0; at = text.indexOf('-u', at + 2)) {
    for (const start of [at, at - 1, at - '--proxy'.length]) {
      COMMAND_LINE.lastIndex = Math.max(0, start);
      const match = COMMAND_LINE.exec(text);
      const end = COMMAND_LINE.lastIndex;
      if (match) findings.push({ start: end - (match[1] as string).length, end, type: 'PASSWORD' });
    }
  }
};

import type { TextDetector } from '../scan.ts';

const PEM = '-----BEGIN ';

/** PEM blocks that hold keys (RFC 7468), public ones apart; a block without its end runs to the end of the text. */
export const pemBlocks: TextDetector = ({ text }, findings) => {
  for (let start = text.indexOf(PEM); start >= 0; start = text.indexOf(PEM, start + 1)) {
    const label = text.slice(start + PEM.length, start + 64).split('-----')[0] as string;
    if (!/KEY|SECRET/i.test(label) || /PUBLIC/i.test(label)) continue;
    const close = text.indexOf('-----END ', start);
    const lineEnd = close < 0 ? -1 : text.indexOf('-----', close + 9);
    const end = lineEnd < 0 ? text.length : lineEnd + 5;
    findings.push({ start, end, type: 'SECRET', certain: true });
    start = end;
  }
};

/** Passwords with a slash, hash or question mark that nobody encoded stand before the last `@` of the word. */
const UNENCODED = /^[^\s:/?#@"'<>`\x7f]{0,128}:(?![0-9]{1,5}(?:[/?#]|$))[^\s"'<>`@\x7f]{1,128}@(?=[\w.-])/;

/** `app:p@ss#1@host`: a password with both. A host is followed by a path, not by a fragment with an `@`. */
const BEHIND_HASH = /^[^\s/?"'<>`\x7f]{1,250}(?=@[\w-]+\.?[\w.-]*(?:[:/?\s"'<>`]|$))/;

const USERINFO_MAX = 260;

/** The user and password that a text, which follows `://`, begins with; empty where it begins with none. */
function userinfoOf(text: string): string {
  const authority = /^[^\s/?#"'<>\x7f]{1,256}/.exec(text)?.[0] ?? '';
  if (!authority.includes('@')) return UNENCODED.exec(text)?.[0].slice(0, -1) ?? '';
  const behind = text[authority.length] === '#' ? BEHIND_HASH.exec(text)?.[0] : undefined;
  return behind ?? authority.slice(0, authority.lastIndexOf('@'));
}

/** What handbooks show before a host: `user:password`. */
const SHOWN =
  /^(?:user(?:name)?|usr|foo|usuario|benutzer|utilisateur|db_?user):(?:passwor[dt]|passwd|pass|pwd|pw|bar|secret|contrase(?:n|ñ)a|motdepasse)$/i;

/** Passwords in the authority of URLs and connection strings (RFC 3986 §3.2.1); scheme, user, host and path stay. */
export const urlCredentials: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const from = at + 3;
    const userinfo = userinfoOf(text.slice(from, from + USERINFO_MAX));
    const colon = userinfo.indexOf(':');
    if (colon < 0 || colon + 1 >= userinfo.length || SHOWN.test(userinfo)) continue;
    findings.push({ start: from + colon + 1, end: from + userinfo.length, type: 'PASSWORD' });
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

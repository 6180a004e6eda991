import type { Cue } from '../cues/find-cues.ts';
import { distantColon, opaqueEnd, valueStart } from '../cues/value-after.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { eachPrefixedKey } from './key-prefixes.ts';

/** Vendors' keys and JSON web tokens, by prefix and length. */
export const prefixedSecrets: Detector = (scan, findings) =>
  eachPrefixedKey(scan, (start, end) => findings.push({ start, end, type: 'SECRET', certain: true }));

const PEM = '-----BEGIN ';

/** PEM blocks that hold keys (RFC 7468); a block without its end runs to the end of the text. */
export const pemBlocks: Detector = ({ text }, findings) => {
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
export const urlCredentials: Detector = ({ text }, findings) => {
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
export const commandLinePasswords: Detector = ({ text }, findings) => {
  for (let at = text.indexOf('-u'); at >= 0; at = text.indexOf('-u', at + 2)) {
    for (const start of [at, at - 1, at - '--proxy'.length]) {
      COMMAND_LINE.lastIndex = Math.max(0, start);
      const match = COMMAND_LINE.exec(text);
      const end = COMMAND_LINE.lastIndex;
      if (match) findings.push({ start: end - (match[1] as string).length, end, type: 'PASSWORD' });
    }
  }
};

const LITERALS = new Set(
  'null true false none undefined required invalid expired missing wrong incorrect empty string changed reset forgotten optional redacted hidden hunter failed rejected revoked unknown number object value example here there type name ttl bearer basic'.split(
    ' ',
  ),
);

/** Whether something looks made up for secrecy: a digit, a symbol inside, or case changing inside. */
const looksSecret = (value: string) =>
  /[0-9]/.test(value) || /[a-z][A-Z]/.test(value) || /\p{L}[^\p{L}\s'’-]\p{L}/u.test(value);

/** Keys and tokens after `api_key=`, `"token":`, `Authorization: Bearer`. */
export function cuedSecret(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  const end = opaqueEnd(scan, begin.at);
  const value = scan.text.slice(begin.at, end);
  const scheme =
    /^(?:bearer|basic)/.test(scan.folded.slice(cue.start, cue.end)) ||
    scan.folded.slice(cue.start, cue.end).endsWith('basic');
  const marked = begin.explicit || scheme;
  if (!marked || value.length < 8 || !looksSecret(value) || isPlain(value)) return undefined;
  return { start: begin.at, end, type: 'SECRET' };
}

/** Timestamps, UUIDs, error names and the like stand after "token" in logs and are no secrets. */
const isPlain = (value: string) =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(value) ||
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value) ||
  /^[A-Z]{2,}(?:[_-][A-Z0-9]+){1,6}$/.test(value) ||
  /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(value) ||
  value.includes('://');

/** Passwords after their cue, in the forms people write: `password: x`, "mot de passe x1!", "the password is x". */
export function cuedPassword(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  return passwordAt(scan, begin) ?? distantPassword(scan, cue);
}

function distantPassword(scan: Scan, cue: Cue): Finding | undefined {
  const colon = distantColon(scan, cue);
  if (colon === undefined) return undefined;
  const at = colon + (/^[ "'`]{0,4}/.exec(scan.text.slice(colon, colon + 4))?.[0].length ?? 0);
  return passwordAt(scan, { at, explicit: false });
}

function passwordAt(scan: Scan, begin: { at: number; explicit: boolean }): Finding | undefined {
  const end = opaqueEnd(scan, begin.at);
  const value = scan.text.slice(begin.at, end);
  if (value.length < (begin.explicit ? 3 : 5) || LITERALS.has(value.toLowerCase()) || /^[*•.x]{3,}$/i.test(value))
    return undefined;
  if (!begin.explicit && !looksSecret(value)) return undefined;
  if (begin.explicit && !looksSecret(value) && /^\s+\p{Ll}/u.test(scan.text.slice(end, end + 3))) return undefined;
  return isError(value) ? undefined : { start: begin.at, end, type: 'PASSWORD' };
}

const isError = (value: string) => /^[A-Z]{2,}(?:[_-][A-Z0-9]+){1,6}$/.test(value) || value.includes('://');

const ONE_TIME =
  /^(?:[0-9]{3,4}[ -][0-9]{3,4}|[0-9]{4,8}|[A-Z0-9]{4,6}(?:-[A-Z0-9]{3,6}){1,5})(?![0-9A-Za-z:/]|\.[0-9])/i;

/** One-time codes, PINs and backup codes after their cue. */
export function cuedOneTimeCode(scan: Scan, cue: Cue): Finding | undefined {
  const near = scan.text.slice(cue.end, cue.end + 48).split('\n')[0] as string;
  const lead = /^[^0-9\ue000]{0,28}/.exec(near)?.[0].length ?? 0;
  for (const offset of [
    valueStart(scan, cue)?.at ?? -1,
    cue.end + lead,
    cue.end + near.search(/[A-Z0-9]{4}-[A-Z0-9]/),
  ]) {
    if (offset < cue.end) continue;
    const match = ONE_TIME.exec(scan.text.slice(offset, offset + 48));
    if (match && /[0-9]/.test(match[0]) && !/[0-9A-Za-z_-]/.test(scan.text[offset - 1] ?? ' ')) {
      return { start: offset, end: offset + match[0].length, type: 'PASSWORD' };
    }
  }
  return undefined;
}

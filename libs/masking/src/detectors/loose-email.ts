import type { Finding, TextDetector } from '../scan.ts';
import { isWordCode } from '../text/characters.ts';

const TAG = '<\\/?[A-Za-z][^<>\\n]{0,60}>';
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62})';
/** Letter by letter: `j o @ s h o p . e x a m p l e`. */
const LETTERS_AFTER = /(?: [\p{L}\p{N}._-](?![\p{L}\p{N}])){4,80}/uy;
/** With spaces around the sign or around every dot, tags between, or a line break inside the host. */
const LOOSE_AFTER = new RegExp(
  `(?:\\n[> ]{0,3}|(?: |${TAG}){0,3})${LABEL}(?:(?: \\. |(?:${TAG}){0,2}\\.(?:${TAG}){0,2})${LABEL}){1,6}`,
  'uy',
);
const BROKEN_AFTER = new RegExp(
  `(?:\\n[> ]{0,3})?${LABEL}(?:\\.${LABEL}){0,4}[.-]?\\n[> ]{0,3}[.-]?${LABEL}(?:\\.${LABEL}){0,4}`,
  'uy',
);
const TAG_BEFORE = /<\/?[A-Za-z][^<>\n]{0,60}>$/;
const TLD = /\.\s?(?:<[^<>]*>)*([\p{L}]{2,24})$/u;
const NOT_HOST = /^(?:js|ts|mjs|py|rb|go|rs|java|kt|css|html|json|ya?ml|md|service|socket|local)$/i;
const PROSE = /^(?:us|you|at|is|are|was|to|me|us|by|the|and|or|for|meeting|lunch|today|tomorrow)$/i;

/** Addresses around an `@` that spaces, tags or a line break pull apart. */
export const looseEmails: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const finding = lettered(text, at) ?? loose(text, at);
    if (finding) findings.push(finding);
  }
};

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function lettered(text: string, at: number): Finding | undefined {
  if (text[at - 1] !== ' ' || text[at + 1] !== ' ') return undefined;
  const host = matchAt(LETTERS_AFTER, text, at + 1);
  if (!host?.includes(' . ')) return undefined;
  let start = at;
  while (
    at - start < 130 &&
    text[start - 1] === ' ' &&
    /[^\s]/.test(text[start - 2] ?? ' ') &&
    isAlone(text, start - 2)
  )
    start -= 2;
  return at - start < 4
    ? undefined
    : { start, end: at + 1 + host.trimEnd().replace(/[ ._-]+$/, '').length, type: 'EMAIL' };
}

const isAlone = (text: string, at: number) =>
  /[\p{L}\p{N}._+%-]/u.test(text[at] as string) && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');

function loose(text: string, at: number): Finding | undefined {
  const start = localStart(text, at);
  if (start === at) return undefined;
  const spaced = matchAt(LOOSE_AFTER, text, at + 1);
  const host = spaced && isHost(spaced) ? spaced : brokenHost(text, at);
  if (!host) return undefined;
  const local = text.slice(start, at);
  // A plain address is found elsewhere; here something must be out of the ordinary.
  const odd = /[\s<]/.test(local) || /[\s<]/.test(host);
  return odd && !PROSE.test(local.trim()) ? { start, end: at + 1 + host.length, type: 'EMAIL' } : undefined;
}

const isLocal = (text: string, at: number) => isWordCode(text.charCodeAt(at)) || '._%+-'.includes(text[at] ?? ' ');

/** Where the local part before `@` begins, over tags, one space or line break, and dots with spaces around. */
function localStart(text: string, at: number): number {
  let end = at;
  for (let tags = 0; tags < 3 && text[end - 1] === '>'; tags += 1) {
    const tag = TAG_BEFORE.exec(text.slice(Math.max(0, end - 64), end))?.[0];
    if (!tag) return at;
    end -= tag.length;
  }
  if (end === at && (text[at - 1] === ' ' || text[at - 1] === '\n')) end -= 1;
  let start = end;
  for (let parts = 0; parts < 4; parts += 1) {
    const before = start;
    while (end - start < 64 && start > 0 && isLocal(text, start - 1)) start -= 1;
    if (start === before) return parts === 0 ? at : before + 3;
    if (text.slice(start - 3, start) !== ' . ') return start;
    start -= 3;
  }
  return start + 3;
}

const isHost = (host: string) => {
  const tld = TLD.exec(host)?.[1];
  return tld !== undefined && !NOT_HOST.test(tld);
};

function brokenHost(text: string, at: number): string | undefined {
  const host = matchAt(BROKEN_AFTER, text, at + 1);
  if (!host) return undefined;
  const [head, tail] = host.trimStart().split('\n') as [string, string | undefined];
  // A whole host at the end of its line needs nothing of the next one.
  if (tail === undefined) return isHost(host) && host.startsWith('\n') ? host : undefined;
  return !TLD.test(head) && isHost(host) ? host : undefined;
}

const LOCAL_ENCODED = /(?:[\p{L}\p{N}_+-]|\.|[%=]2[BDE]|[%=]5F){1,64}$/iu;
const HOST_ENCODED = /[\p{L}\p{N}-]{1,63}(?:(?:\.|[%=]2E)[\p{L}\p{N}-]{1,63}){1,6}/iuy;

/** Percent signs encoded twice, and quoted-printable in a text that is not: `jo%40shop.example`, `jo=40shop=2Eexample`. */
export const encodedEmails: TextDetector = ({ text }, findings) => {
  for (let at = text.indexOf('40', 2); at > 0; at = text.indexOf('40', at + 1)) {
    if (text[at - 1] !== '%' && text[at - 1] !== '=') continue;
    const host = matchAt(HOST_ENCODED, text, at + 2);
    const local = host ? LOCAL_ENCODED.exec(text.slice(Math.max(0, at - 33), at - 1))?.[0] : undefined;
    if (!host || !local) continue;
    findings.push({ start: at - 1 - local.length, end: at + 2 + host.length, type: 'EMAIL' });
  }
};

import { isStandIn } from '../stand-ins.ts';
import { after, cut, type Edge, writtenBefore } from './edge.ts';

/** `SHA256:SK7sSg…`: within a fingerprint. */
const FINGERPRINT = /(?:sha-?(?:1|256|384|512)|md5)[:=-][0-9A-Za-z+/=]{0,40}$/i;

const NO_SECRET: readonly RegExp[] = [
  // An address or a transaction of a chain of blocks, unless it is named a key.
  /^0x[0-9a-f]{40}$/i,
  // What code asks for at run time, and what a shell or a template puts there.
  /^\$[A-Z_({]|^\{\{|^%[A-Z_]+%$|^(?:process\.env|os\.environ|system\.getenv|config|settings|env|secrets|vault|var|local)(?:[.[(]|\.get\()/i,
  // `ghp_xxxxxxxxxxxx`: what handbooks show.
  /([x*•])\1{7,}$/i,
  // A digest by its name.
  /^sha-?(?:1|256|384|512)[:=-]/i,
  // A resource's name, not its value.
  /^projects\/[^/\s]+\/secrets\//,
];
/** `"token": "****", "order_id": …`: the next member. */
const MEMBER = /^[a-z][a-z_.-]+$/i;
const IS_NAME = /^["'`]\s{0,2}[:=]/;

/** `connect.sid=s:…`, `BASE=adf2…`: the name is no part of the value; base64 ends with its `=`. */
const NAME_BEFORE =
  /^(?:[a-z][a-z_.-]{0,40}[a-z]|[A-Z][A-Z_.-]{0,40}[A-Z]|[A-Za-z]+(?:[-_.][A-Za-z]+){0,5})=(?=[^=]{8})/;
/** The next line's first word, or the next member. */
const TAIL = /(?<=[\w=+/-]{16})\n\p{L}{1,12}$|(?<=.{6});[A-Za-z_ ]{2,24}=.*$/u;

export const secret: Edge = (scan, finding) => {
  const { start, end } = finding;
  const value = scan.text.slice(start, end);
  if (isStandIn(value)) return undefined;
  if (NO_SECRET.some((pattern) => pattern.test(value))) return undefined;
  if (FINGERPRINT.test(writtenBefore(scan, finding, 50))) return undefined;
  if (MEMBER.test(value) && IS_NAME.test(after(scan, finding, 4))) return undefined;
  const tail = TAIL.exec(value)?.[0].length ?? 0;
  return cut(finding, start + (NAME_BEFORE.exec(value)?.[0].length ?? 0), end - tail);
};

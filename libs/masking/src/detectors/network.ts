import { isIP } from 'node:net';
import type { Detector } from '../scan.ts';

const V4 = /(?<![0-9A-Za-z.:_-])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9A-Za-z_]|\.[0-9])/g;
const V6 = /(?<![0-9A-Za-z:.])[0-9A-Fa-f:]{3,39}(?:\.[0-9]{1,3}){0,3}(?![0-9A-Za-z:])/g;
const MAC =
  /(?<![0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![0-9A-Za-z]|[:-][0-9A-Fa-f]{2})|(?<![0-9A-Za-z.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![0-9A-Za-z.])/g;

/** Addresses that name no one: loopback, unspecified, broadcast and netmasks. */
const IMPERSONAL = /^(?:127\.|0\.0\.0\.0$|255\.|::1?$)/;
const VERSION_BEFORE = /(?:\bv|version|build|release|\brev)[ :=]{0,3}$/i;

/** Eight pairs with colons are a serial number or a fingerprint, not an address. */
const isWritten = (address: string) => address.length > 4 && (address.includes('::') || /[0-9A-Fa-f]{3}/.test(address));

/** IPv4 and IPv6 addresses of persons and hosts; four-part versions and object ids stay. */
export const ipAddresses: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(V4)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (isIP(match[0]) === 4 && !IMPERSONAL.test(match[0]) && !VERSION_BEFORE.test(before)) {
      findings.push({ start: match.index, end: match.index + match[0].length, type: 'IP' });
    }
  }
  for (const match of text.matchAll(V6)) {
    const address = match[0].replace(/^:(?!:)|(?<!:):$/g, '');
    if (isIP(address) === 6 && isWritten(address) && !IMPERSONAL.test(address)) {
      const start = match.index + match[0].indexOf(address);
      findings.push({ start, end: start + address.length, type: 'IP' });
    }
  }
};

/** Hardware addresses: six pairs with `:` or `-`, or three dotted quadruples. */
export const macAddresses: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(MAC)) {
    findings.push({ start: match.index, end: match.index + match[0].length, type: 'MAC' });
  }
};

import type { WrittenTicket } from './marked-up.ts';

/** What is wrong with a ticket's labels, in words; empty when nothing is. */
export function faultsOf({ id, lang, tags, text, spans, keep, known }: WrittenTicket): string[] {
  const faults: string[] = [];
  if (!/^[a-z]{2}$/.test(lang)) faults.push(`language "${lang}"`);
  if (text.trim() === '') faults.push('no text');
  if (known.email && !known.email.includes('@')) faults.push(`known e-mail "${known.email}"`);
  let reached = 0;
  let outside = '';
  for (const span of spans) {
    if (span.start < reached || span.end <= span.start) faults.push(`span "${span.text}" overlaps or is empty`);
    if (text.slice(span.start, span.end) !== span.text) faults.push(`span "${span.text}" is elsewhere`);
    if (span.text !== span.text.trim()) faults.push(`span "${span.text}" has spaces around it`);
    if (span.type === 'CREDIT_CARD' && /^[\d -]+$/.test(span.text) && !luhn(span.text))
      faults.push(`card "${span.text}" fails Luhn`);
    if (span.type === 'IBAN' && /^[A-Z0-9 ]+$/.test(span.text) && !mod97(span.text))
      faults.push(`IBAN "${span.text}" fails mod 97`);
    outside += `${text.slice(reached, span.start)}\uE000`;
    reached = span.end;
  }
  outside += text.slice(reached);
  for (const value of keep) {
    if (value.length < 3) faults.push(`keep "${value}" is too short to mean anything`);
    if (!outside.includes(value)) faults.push(`keep "${value}" is not outside the spans`);
  }
  const personal = spans.filter((span) => !span.optional && isTelling(span.text)).map((span) => span.text);
  for (const value of [...personal, known.name, known.email]) {
    if (value && !tags.includes('names-as-words') && outside.includes(value))
      faults.push(`"${value}" stands unlabelled`);
  }
  return faults.map((fault) => `${id}: ${fault}`);
}

/** Long enough that the same characters elsewhere are the same value; a surname in Han or Hangul is short. */
function isTelling(text: string): boolean {
  return text.length > 4 || (text.length > 1 && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(text));
}

/** ISO/IEC 7812-1 annex B. */
function luhn(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (1 + (index % 2));
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616-1, clause 6: letters count from 10, the first four characters go to the end. */
function mod97(text: string): boolean {
  const iban = text.replaceAll(' ', '');
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((character) => Number.parseInt(character, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

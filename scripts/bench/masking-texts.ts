import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateTickets } from '../../libs/masking/corpus/generator/generate.ts';
import { type LabelledRecord, parseRecords } from '../../libs/masking/src/score/labelled-file.ts';

/** Honest text: generated tickets and, where they exist, about five times as many of those written by hand, evenly spread. */
export function honestTickets(generated: number): LabelledRecord[] {
  const lines = Array.from(generateTickets({ seed: 7, count: generated }), (ticket) => JSON.stringify(ticket));
  const file = join(import.meta.dirname, '../../libs/masking/corpus/written/development.jsonl');
  const written = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const step = Math.max(1, Math.floor(written.length / (generated * 5)));
  return parseRecords([...lines, ...written.filter((_, index) => index % step === 0)].join('\n'));
}

/** Lengths of tickets with their history, in UTF-16 units, in turn. */
const LENGTHS = [512, 1_024, 2_048, 4_096];

/**
 * Tickets as long as those of a help desk are with their history, half a kilobyte to four: the same tickets, joined with others
 * of their language until they have the next length.
 */
export function ticketsWithHistory(tickets: readonly LabelledRecord[]): LabelledRecord[] {
  const joined: LabelledRecord[] = [];
  const open = new Map<string, { ticket: LabelledRecord; length: number }>();
  for (const ticket of tickets) {
    const language = ticket.lang ?? '';
    const own = open.get(language);
    if (own && own.ticket.text.length < own.length) {
      own.ticket.text += `\n\n${ticket.text}`;
      continue;
    }
    const next = { ticket: { ...ticket }, length: LENGTHS[joined.length % LENGTHS.length] as number };
    open.set(language, next);
    joined.push(next.ticket);
  }
  // What was left over at the end of a language.
  return joined.filter(({ text }) => text.length >= (LENGTHS[0] as number));
}

/** What attackers repeat: each unit, many times over, once drove some detector of some masker into quadratic time. */
export const ADVERSARIAL: Record<string, string> = {
  'letter a': 'a',
  'a and dot': 'a.',
  'digit and dash': '1-',
  digits: '1',
  'digits in fours': '4111 ',
  'at signs': '@',
  'a at a': 'a@',
  'a at a dot': 'a@a.',
  spaces: ' ',
  'line breaks': '\n',
  'tabs and letters': 'a\t',
  'percent escapes': '%41',
  'broken percent escapes': '%4',
  'open entities': '&#',
  entities: '&#65;',
  'unicode escapes': '\\u0041',
  backslashes: '\\',
  'zero-width and letters': 'a\u200b',
  'zero-width alone': '\u200b',
  'bidi marks': '\u202e1\u202c',
  'soft hyphens': 'a\u00ad',
  brackets: '[',
  'bracket pairs': '[PERSON_',
  parentheses: '(((',
  braces: '{"name":',
  'Mr and space': 'Mr ',
  'Name label': 'Name: ',
  'my name is': 'my name is ',
  'capitalised words': 'Anna ',
  'capitals joined': 'Anna-',
  'base64 letters': 'QUJD',
  'base64 with breaks': 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n',
  hexadecimal: '0aF9',
  colons: '02:',
  'double colons': '::',
  'dots and digits': '1.',
  'long path': '/home/a',
  'long URL': 'https://a.b/c?d=',
  'password label': 'password: ',
  'password assignments': 'password=a&',
  'bearer labels': 'Bearer ',
  'key blocks': '-----BEGIN PRIVATE KEY-----\n',
  'web tokens': 'eyJhbGciOi.',
  'key prefixes': 'ghp_AKIAsk_live_',
  'IBAN beginnings': 'DE89 3704 ',
  'street words': 'Main Street 1, ',
  'date parts': '01.02.',
  'born on': 'born 1.',
  degrees: "12°34'",
  'spelled out': 'a at b dot ',
  'spaced letters': 'a @ b . ',
  'full-width digits': '１２３',
  'Arabic digits': '٠١٢',
  'Chinese characters': '王小明',
  kana: 'かな',
  Hangul: '김철수',
  Thai: 'สมชาย',
  Cyrillic: 'Иван ',
  'Arabic letters': 'محمد ',
  'combining marks': 'e\u0301',
  'many combining marks': '\u0301',
  emoji: '👩‍👩‍👧',
  'comma rows': 'a,b,',
  'semicolon rows': '1;2;\n',
  'tab rows': '1\ta\n',
  'quoted printable': '=41=',
  'plus signs': '+1 ',
  'mixed separators': '1 . - / ',
  everything: 'a1 @.-:/%41&#65;\u200b(Mr Anna)\n',
};

/** `length` UTF-16 units of a unit repeated; well-formed. */
export const repeated = (unit: string, length: number): string =>
  unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, length)
    .toWellFormed();

import { Random } from '../../libs/masking/corpus/generator/random.ts';
import type { LabelledRecord } from '../../libs/masking/src/score/labelled-file.ts';

const SERVICES = ['checkout', 'ledger', 'search-api', 'mailer', 'gateway', 'report-builder'];
const PATHS = [
  '/api/v2/orders',
  '/api/v2/carts/items',
  '/healthz',
  '/login',
  '/api/v1/reports/export',
  '/static/app.js',
];
const ERRORS = ['ECONNRESET', 'PAY-4092', 'TimeoutError', 'HTTP 503', 'deadlock detected', 'cache miss'];
/** Of so many lines one holds a value that must not stay. */
const LINES_TO_A_VALUE = 8;
const VALUES = [
  'login ok user=jo.lindqvist@shop.example ip=203.0.113.7',
  'Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhYmMifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg',
  'card declined pan=4242 4242 4242 4242 code=HTTP 402',
  'sms to +49 30 5550 1234 queued',
  'connect failed dsn=postgres://app:Tr0ub4dor@10.0.0.12:5432/shop',
];

/** Texts of 2 to 8 KiB as services log them: times, levels, ids and durations, and now and then what has to be masked. */
export function logTexts(count: number): LabelledRecord[] {
  const random = new Random(23);
  return Array.from({ length: count }, (_, index) => ({
    id: `log-${index}`,
    text: Array.from({ length: random.int(16, 64) }, () => line(random)).join('\n'),
    spans: [],
    keep: [],
  }));
}

function line(random: Random): string {
  const two = (from: number, to: number) => String(random.int(from, to)).padStart(2, '0');
  const time = `2026-${two(1, 12)}-${two(1, 28)}T${two(0, 23)}:${two(0, 59)}:${two(0, 59)}.${random.int(100, 999)}Z`;
  const hex = (digits: number) => Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  const head = `${time} ${random.pick(['INFO', 'INFO', 'DEBUG', 'WARN', 'ERROR'])} [${random.pick(SERVICES)}]`;
  if (random.int(1, LINES_TO_A_VALUE) === 1) return `${head} ${random.pick(VALUES)} trace=${hex(32)}`;
  return random.chance(0.7)
    ? `${head} GET ${random.pick(PATHS)}?page=${random.int(1, 90)} status=200 durationMs=${random.int(1, 900)} trace=${hex(32)}`
    : `${head} ${random.pick(ERRORS)} after ${random.int(1, 5)} retries, shard ${random.int(0, 63)}, commit ${hex(10)}`;
}

import { type Part, pickFor } from '../part.ts';
import { ALPHANUMERIC, HEX, LOWER_AND_DIGITS, type Random } from '../random.ts';
import { two } from './birth.ts';
import { failingLuhn } from './check-digits.ts';

/* Technical strings that look like personal values and must survive: engineers need them. */

const SERVICES = [
  'payments-api',
  'checkout',
  'auth-gateway',
  'ledger',
  'invoice-worker',
  'search-indexer',
  'webhooks',
  'notifier',
  'edge-proxy',
  'billing-cron',
  'report-builder',
  'tenant-sync',
];
const CODES = [
  'ERR_CONNECTION_RESET',
  'ECONNREFUSED',
  'ORA-12154',
  'SQLSTATE[42P01]',
  '0x80070035',
  '0xC0000005',
  'HTTP 503',
  'E11000',
  'TS2345',
  'PAY-4092',
  'ERR_SSL_PROTOCOL_ERROR',
  'NET::ERR_CERT_DATE_INVALID',
  'SIGSEGV',
  'OOMKilled',
  'CrashLoopBackOff',
  'exit code 137',
  'E-217',
  'ENOSPC',
  'AADSTS50011',
  'GRPC_STATUS 14',
  'X509_V_ERR_CERT_HAS_EXPIRED',
  'KB5034441',
  'CVE-2024-3094',
  'S3 NoSuchKey',
  'BSOD 0x0000007E',
  'ER_DUP_ENTRY 1062',
  'ORA-00942',
  'HTTP/2 RST_STREAM',
  'error 1603',
  'INVALID_GRANT',
  'TLSV1_ALERT_UNKNOWN_CA',
];
/** Products and ideas that bear the names of people. */
const NAMED = [
  'Jenkins',
  'Cassandra',
  'Kafka',
  'Ruby',
  'Julia',
  'Ada',
  'Grafana',
  'Athena',
  'Apollo',
  'Watson',
  'Alexa',
  'Siri',
  'Claude',
  'Jupyter',
  'MariaDB',
  'Hudson',
  'Gatsby',
  'Django',
  'Prometheus',
  'Dijkstra',
  'Bellman-Ford',
  'Levenshtein',
  'Diffie-Hellman',
  "Let's Encrypt",
  'Pascal',
  'Haskell',
  'Erlang',
  'Loki',
  'Tempo',
  'Hermes',
  'Maxwell',
  'Darwin',
  'Tesla P40',
  'Ampere',
  'Kepler',
  'Turing',
  'Merkle',
  'Bloom',
  'Kalman',
  'Samba',
  'Elastic',
  'Oracle',
  'Drupal',
];
const REGIONS = [
  'eu-central-1',
  'us-east-1',
  'ap-southeast-2',
  'sa-east-1',
  'europe-west4',
  'westeurope',
  'Frankfurt',
  'Dublin',
  'Singapore',
  'São Paulo',
  'Ohio',
  'Paris',
  'Sydney',
  'Mumbai',
  'Tokyo',
  'Virginia',
];
const HOSTS = [
  'localhost:5432',
  '127.0.0.1:8080',
  'db.internal',
  'redis-0.redis.svc.cluster.local',
  'status.example.com',
  '0.0.0.0',
  '255.255.255.0',
  '10.0.0.0/8',
  'api.stripe.com',
  '::1',
];
const PLACEHOLDERS = [
  '<API_KEY>',
  '$(DB_PASSWORD)',
  'process.env.API_TOKEN',
  '********',
  'sk_live_***',
  '{{secret}}',
  '$GITHUB_TOKEN',
  'YOUR_API_KEY',
  '[REDACTED]',
  'xxxx-xxxx',
  '%PASSWORD%',
  'vault:kv/data/app#password',
];
const FILES = [
  'src/checkout/session.ts:214',
  '/var/log/nginx/error.log',
  'C:\\Program Files\\Agent\\bin\\agent.exe',
  'config/application.yml',
  'node_modules/express/lib/router/index.js:284:7',
  '/etc/ssl/certs/ca.pem',
  'main.go:88',
  'App\\Http\\Kernel.php',
  'com.acme.billing.InvoiceService.render(InvoiceService.java:142)',
  'std::vector<int>::at',
  'git@github.com:acme/portal.git',
  '@types/node@24.1.0',
  'lodash@4.17.21',
  'org.springframework:spring-core:6.1.4',
  'nginx:1.27-alpine',
  'arn:aws:s3:::prod-exports',
];

const uuid = (random: Random) =>
  [
    random.string(8, HEX),
    random.string(4, HEX),
    `4${random.string(3, HEX)}`,
    `a${random.string(3, HEX)}`,
    random.string(12, HEX),
  ].join('-');
const day = (random: Random) => `${random.int(2023, 2026)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
const clock = (random: Random) => `${two(random.int(0, 23))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;

const MAKERS = {
  error: (random, part) => pickFor(part, random, CODES),
  service: (random, part) => pickFor(part, random, SERVICES),
  product: (random, part) => pickFor(part, random, NAMED),
  region: (random, part) => pickFor(part, random, REGIONS),
  host: (random, part) => pickFor(part, random, HOSTS),
  setting: (random, part) => pickFor(part, random, PLACEHOLDERS),
  file: (random, part) => pickFor(part, random, FILES),
  version: (random, part) =>
    random.pattern(
      pickFor(part, random, [
        'v4.##.#',
        '%.#.#',
        '10.0.190##.3803',
        '2024.1#.2#.1',
        '%.##.#-rc.%',
        '1%.4.#+build.####',
        '3.1#.2%',
        '22.04.%',
      ]),
    ),
  hash: (random, part) =>
    random.string(Number(pickFor(part, random, ['7', '12', '32', '40', '64'])), HEX).replace(/^\d+$/, 'deadbee'),
  digest: (random) => `sha256:${random.string(64, HEX)}`,
  uuid: (random) => uuid(random),
  trace: (random, part) =>
    pickFor(part, random, ['hex', 'parent', 'ray', 'amzn']) === 'parent'
      ? `00-${random.string(32, HEX)}-${random.string(16, HEX)}-01`
      : random.string(32, HEX),
  id: (random, part) =>
    random.pattern(
      pickFor(part, random, [
        'PAY-%###',
        'INV-2025-0####',
        'INC00%#####',
        'CS-#####',
        'evt_**********',
        'ch_3**************',
        'req_************',
        'ORD-%#######',
        'BUG-%###',
        'i-0###a###b###c###f',
        'job_%####',
        'PR \\#%###',
        'case \\#0%###',
        'OPS-%##',
        'build %####',
      ]),
    ),
  order: (random, part) => {
    const kind = pickFor(part, random, ['card-like', 'ten', 'dashes', 'twelve', 'letters', 'ean', 'epoch']);
    if (kind === 'card-like')
      return failingLuhn(random.pattern(random.pick(['4', '5', '9', '1']) + '#'.repeat(14)), random);
    if (kind === 'ten') return random.pattern('%#########');
    if (kind === 'epoch') return `${random.int(1_700_000_000, 1_790_000_000)}`;
    if (kind === 'ean') return failingLuhn(random.pattern('40%#########'), random);
    return random.pattern(
      {
        dashes: '302-%######-#######',
        twelve: failingLuhn(random.pattern('%##########'), random),
        letters: 'SO%#####-AB',
      }[kind] ?? '%#####',
    );
  },
  pod: (random) =>
    `${random.pick(SERVICES)}-${random.string(10, LOWER_AND_DIGITS)}-${random.string(5, LOWER_AND_DIGITS)}`,
  time: (random, part) => {
    const kind = pickFor(part, random, ['iso', 'iso zone', 'clock', 'space', 'epoch ms', 'apache', 'compact']);
    const [date, time] = [day(random), clock(random)];
    if (kind === 'iso') return `${date}T${time}Z`;
    if (kind === 'iso zone') return `${date}T${time}.${random.digits(3)}+02:00`;
    if (kind === 'space') return `${date} ${time},${random.digits(3)}`;
    if (kind === 'epoch ms') return `17${random.digits(11)}`;
    if (kind === 'apache') return `${date.slice(8)}/Mar/${date.slice(0, 4)}:${time} +0100`;
    return kind === 'compact' ? `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}Z` : time;
  },
  date: (random) => day(random),
  count: (random, part) =>
    random.pattern(
      pickFor(part, random, [
        '%,###,###',
        '%#.### ms',
        '1920x1080',
        '%##/1000',
        '12/2%',
        '99.9#%',
        '%# GB',
        '%##,## €',
        '$%,###.00',
        '%#-%##',
        'p99=%##.## ms',
        '0.%#, 1.%#, 2.%#',
      ]),
    ),
  url: (random, part) => {
    const kind = pickFor(part, random, ['docs', 'incident', 'query', 'anchor', 'repository', 'port']);
    if (kind === 'docs') return `https://docs.example.com/v${random.int(1, 4)}/errors#E${random.digits(4)}`;
    if (kind === 'incident') return `https://status.example.com/incidents/${random.string(12, LOWER_AND_DIGITS)}`;
    if (kind === 'query') return `https://app.example.com/orders?page=${random.int(1, 90)}&sort=-created&limit=50`;
    if (kind === 'repository') return `https://github.com/acme/portal/commit/${random.string(40, HEX)}`;
    return kind === 'port'
      ? 'http://localhost:3000/healthz'
      : `https://app.example.com/reports/${uuid(random)}#summary`;
  },
  fingerprint: (random, part) =>
    pickFor(part, random, ['ssh', 'cert']) === 'ssh'
      ? `SHA256:${random.string(43, ALPHANUMERIC)}`
      : (random.string(40, HEX).toUpperCase().match(/../g) ?? []).join(':'),
} satisfies Record<string, (random: Random, part: Part) => string>;

export type LookAlike = keyof typeof MAKERS;
export const LOOK_ALIKES = Object.keys(MAKERS) as LookAlike[];

/** One technical string of the kind. */
export const lookAlike = (kind: LookAlike, random: Random, part: Part): string => MAKERS[kind](random, part);

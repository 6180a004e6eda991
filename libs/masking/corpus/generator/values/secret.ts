import { type Part, pickFor } from '../part.ts';
import { ALPHANUMERIC, DIGITS, HEX, LETTERS, LOWER_AND_DIGITS, type Random } from '../random.ts';

const BASE64 = `${ALPHANUMERIC}+/`;
const URL_SAFE = `${ALPHANUMERIC}-_`;
const ALPHABETS: Record<string, string> = {
  a: ALPHANUMERIC,
  h: HEX,
  l: LOWER_AND_DIGITS,
  u: `${LETTERS}${DIGITS}`,
  d: DIGITS,
  b: BASE64,
  s: URL_SAFE,
  t: `${LETTERS}234567`,
};

/**
 * Keys known by their shape: literal prefix, then `<letter><length>` in angle brackets for random characters (a alphanumeric,
 * h hexadecimal, l lower case, u upper case, d digits, b base64, s URL-safe, t base32).
 */
const SHAPES: readonly string[] = [
  'AKIA<u16>',
  'ASIA<u16>',
  'ghp_<a36>',
  'gho_<a36>',
  'ghs_<a36>',
  'github_pat_<a22>_<a59>',
  'glpat-<s20>',
  'sk_live_<a24>',
  'rk_live_<a24>',
  'sk_test_<a24>',
  'whsec_<a32>',
  'xoxb-<d12>-<d12>-<a24>',
  'xoxp-<d11>-<d11>-<d12>-<h32>',
  'xapp-1-A<u10>-<d13>-<h64>',
  'AIza<s35>',
  'ya29.<s68>',
  'GOCSPX-<s28>',
  'SG.<s22>.<s43>',
  'sk-proj-<a48>',
  'sk-ant-api03-<s93>AA',
  'hf_<a34>',
  'npm_<a36>',
  'pypi-AgEIcHlwaS5vcmc<s70>',
  'dckr_pat_<s27>',
  'dop_v1_<h64>',
  'shpat_<h32>',
  'shpss_<h32>',
  'sq0atp-<s22>',
  'key-<h32>',
  'hvs.<s24>',
  'dapi<h32>',
  'lin_api_<a40>',
  'secret_<a43>',
  'ntn_<a46>',
  'figd_<s40>',
  'PMAK-<h24>-<h34>',
  'glsa_<a32>_<h8>',
  'sntrys_<a64>',
  'NRAK-<u27>',
  'AGE-SECRET-KEY-1<u58>',
  'dp.pt.<a43>',
  'pscale_tkn_<s43>',
  'ATATT3xFfGF0<s60>',
  '<d10>:AA<s33>',
  'SK<h32>',
  'rubygems_<h48>',
  'EAACEdEose0cBA<a80>',
  'gsk_<a52>',
  'r8_<a37>',
];

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token (RFC 7519) with honest header and claims. */
export function jwt(random: Random): string {
  const header = encode({ alg: random.pick(['HS256', 'RS256', 'ES256']), typ: 'JWT' });
  const claims = encode({ sub: random.digits(10), iat: random.int(1_700_000_000, 1_790_000_000), scope: 'read write' });
  return `${header}.${claims}.${random.string(43, URL_SAFE)}`;
}

export function pemKey(random: Random): string {
  const kind = random.pick([
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
  ]);
  const lines = Array.from({ length: random.int(4, 9) }, () => random.string(64, BASE64));
  return [
    `-----BEGIN ${kind}-----`,
    ...lines,
    `${random.string(random.int(20, 50), BASE64)}==`,
    `-----END ${kind}-----`,
  ].join('\n');
}

/** A key, token or private key that its own shape betrays. */
export function shapedSecret(random: Random, part: Part): string {
  const shape = pickFor(part, random, SHAPES);
  return shape.replace(/<(\w)(\d+)>/g, (_, alphabet: string, length: string) =>
    random.string(Number(length), ALPHABETS[alphabet] ?? HEX),
  );
}

/** Words before and after a value that has no shape of its own. */
const CUED: readonly string[] = [
  'client_secret: "<a40>"',
  'api_key=<h32>',
  'X-API-Key: <a32>',
  'aws_secret_access_key = <b40>',
  'Authorization: Bearer <s43>',
  'Authorization: Basic <a31>=',
  'AccountKey=<b86>==',
  'sessionid=<l32>',
  'Cookie: connect.sid=s%3A<a32>',
  'refresh_token=<s48>',
  '"access_token":"<s56>"',
  'SECRET_KEY_BASE=<h64>',
  'API key <h8>-<h4>-4<h3>-a<h3>-<h12>',
  'token: <a40>',
  'signing secret <h32>',
  'x-auth-token: <h40>',
  '?sig=<a43>%3D',
  '&access_token=<a32>',
  'NPM_TOKEN=<a36>',
  'otpauth://totp/app?secret=<t32>',
  'https://hooks.slack.com/services/T<u8>/B<u8>/<a24>',
  'csrf_token=<h32>',
  'encryption key: <h64>',
  'license key <u5>-<u5>-<u5>-<u5>',
];

/** The cue and the secret after it, in this order; what follows the value (a quote) comes third. */
export function cuedSecret(random: Random, part: Part): [before: string, secret: string, after: string] {
  const shape = pickFor(part, random, CUED);
  const start = shape.startsWith('https://hooks') ? 0 : shape.indexOf('<') - (/s%3A</.test(shape) ? 4 : 0);
  const end = shape.endsWith('"') ? shape.length - 1 : shape.length;
  const filled = (text: string) =>
    text.replace(/<(\w)(\d+)>/g, (_, alphabet: string, length: string) =>
      random.string(Number(length), ALPHABETS[alphabet] ?? HEX),
    );
  return [shape.slice(0, start), filled(shape.slice(start, end)), shape.slice(end)];
}

const WORDS = [
  'Tiger',
  'summer',
  'Orchid',
  'velvet',
  'Comet',
  'harbour',
  'Pickle',
  'winter',
  'Bamboo',
  'falcon',
  'Marble',
  'copper',
  'Lantern',
  'sunset',
  'Biscuit',
  'thunder',
];

/** A password as people choose them; it ends in a letter, digit or exclamation mark. */
export function password(random: Random, part: Part): string {
  const style = pickFor(part, random, ['word', 'random', 'passphrase', 'leet', 'year', 'long', 'symbols']);
  const word = () => random.pick(WORDS);
  if (style === 'passphrase') return `${word()}-${word()}-${word()}-${random.int(10, 99)}`.toLowerCase();
  if (style === 'word') return `${word()}${random.int(10, 9999)}!`;
  if (style === 'year') return `${word()}@${random.int(1970, 2025)}`;
  if (style === 'leet')
    return `${word().replace(/[aeio]/g, (v) => ({ a: '@', e: '3', i: '1', o: '0' })[v] ?? v)}#${random.int(10, 99)}`;
  if (style === 'long') return `${random.string(20, ALPHANUMERIC)}${random.digits(2)}`;
  if (style === 'symbols')
    return `${random.string(4, ALPHANUMERIC)}$${random.string(4, `${ALPHANUMERIC}!%^*_`)}&${random.string(3, ALPHANUMERIC)}${random.digits(1)}`;
  return `${random.string(1, LETTERS)}${random.string(9, ALPHANUMERIC)}${random.digits(2)}`;
}

import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { windowsAround } from '../text/windows.ts';
import { WordSet } from '../text/word-set.ts';
import { assignedPasswords } from './assigned-passwords.ts';

/** `name = value`, `"name": "value"`, `name=value` with a value that could be a key; group 1 the name, 2 the value. */
const ASSIGNED =
  /(?<![\w])([A-Za-z_][A-Za-z0-9_.-]{2,48})["'`]{0,2}\s{0,3}(?:=>|:=|[:=])\s{0,3}(?:["'`]{1,2})?([A-Za-z0-9+/_=~.%:-]{14,512})/g;
/** Name and value of a cookie, header or setting written as two members: `"name": "session", "value": "…"`. */
const NAMED = /"(?:name|key)"\s{0,2}:\s{0,2}"([\w.-]{2,48})"\s{0,2},\s{0,4}"value"\s{0,2}:\s{0,2}"([^"\s]{10,512})"/g;
/** The same as attributes: `<add key="SmtpPassword" value="…"/>`. */
const XML_NAMED = /\b(?:name|key)=["']([\w.:-]{2,48})["']\s{1,4}value=["']([^"'\s]{4,512})(?=["'])/g;
const SECRET_NAME =
  /secret|token|passw|pwd|api_?-?key|auth_?-?key|access_?-?key|account_?key|shared_?(?:access_?)?key|private|signing|signature|credential|(?:^|[_.-])auth(?:$|[_.-]|oriz)|session|sessid|connect\.sid|csrf|xsrf|cookie|remember_?(?:me|token)|(?:^|[_.-])sid$|(?:^|[_.-])sig$|jwt|aspxauth|webhook_?key|client[-_]?key|key[-_]data|master_?key|encryption|hmac|salt|bearer|licen[cs]e_?key|app_?key|_key$|^key$/i;
const HARMLESS_NAME =
  /type$|expir|ttl|(?:^|[_.-])id$|public|(?:^|[_.-])count|length|limit|size|url|uri|path|name$|algorithm|alg$|version|scope|lifetime|timeout|endpoint|header|idempotency|partition|primary|foreign|cache|sort_?key|row_?key|object_?key|s3_?key|key_?(?:name|type|size|usage)|error|status|message|reason|policy|region/i;

/** High enough in entropy for a key: letters and digits mixed, many different ones, no word, path, date or id. */
export function looksRandom(value: string): boolean {
  if (/^(?:s:)?[A-Za-z]{24,64}$/.test(value)) return (value.match(/[a-z][A-Z]/g)?.length ?? 0) > 4;
  if (value.length < 14 || !/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)) return false;
  if (
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}|^v?[0-9]+\.[0-9]+\.|^(?:https?|file):|^[/.]|^age1|^ssh-|\.(?:com|org|net|io|example|json|js|ts|py|java|xml|ya?ml|html|log|txt|pem)(?:[/:]|$)/.test(
      value,
    )
  )
    return false;
  const body = value.replace(/[=%]+$/, '');
  if (/^[A-Z]{2,}(?:[_-][A-Z0-9]+)+$/.test(body) || /^[a-z]+(?:[-_.][a-z0-9]{1,12})+$/.test(body)) return false;
  return new Set(body).size >= Math.min(10, Math.ceil(body.length * 0.45));
}

/** Tokens known by the shape of the whole: Telegram bots, chat webhooks. Group 1, where there is one, is the token. */
const SHAPES: readonly RegExp[] = [
  // Licence keys in blocks of five.
  /(?<![0-9A-Za-z-])(?=[0-9A-Z-]*[0-9])(?=[0-9A-Z-]*[A-Z])[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3,5}(?![0-9A-Za-z-])/g,
  /(?<![0-9A-Za-z])[0-9]{8,10}:[A-Za-z0-9_-]{30,50}(?![A-Za-z0-9_-])/g,
  /((?:https:\/\/)?hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{16,128})/g,
  /\/(?:services|workflows|triggers)\/([TE][0-9A-Z]{6,14}\/[A-Za-z0-9/_-]{16,128})/g,
  /\/webhooks?\/[0-9]{6,24}\/([A-Za-z0-9_-]{16,128})/g,
  // Discord's bots; Mailchimp; Asana; client secrets of Entra ID; Terraform Cloud.
  /(?<![0-9A-Za-z_-])[MNO][0-9A-Za-z_-]{22,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{26,40}(?![0-9A-Za-z_-])/g,
  /(?<![0-9A-Za-z])[0-9a-f]{32}-us[0-9]{1,2}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z/])[12]\/[0-9]{10,20}:[0-9a-f]{32}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z_~.-])[0-9A-Za-z_~.-]{3}[78]Q~[0-9A-Za-z_~.-]{30,36}(?![0-9A-Za-z_~.-])/g,
  /(?<![0-9A-Za-z])[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{40,80}/g,
  // Any vendor's: `xyz_live_…`, `agt-…-prod`.
  /(?<![0-9A-Za-z_-])[a-z][a-z0-9]{1,11}[_-](?:live|test|prod|sandbox|secret|sk|pk|key|tok|token|pat|api)[_-](?=[0-9A-Za-z_-]{0,80}[0-9])(?=[0-9A-Za-z_-]{0,80}[A-Z]|[0-9a-f]{16})[0-9A-Za-z_-]{14,128}/g,
  /(?<![0-9A-Za-z_-])[a-z]{2,8}-(?=[0-9A-Za-z]{0,40}[0-9])(?=[0-9A-Za-z]{0,40}[A-Z])[0-9A-Za-z]{16,64}-(?:prod|dev|test|live|staging|stage)(?![0-9A-Za-z-])/g,
  /(?<![0-9A-Za-z_.-])[a-z]{2,8}\.[a-z0-9]{1,4}\.(?=[0-9A-Za-z]{0,40}[0-9])(?=[0-9A-Za-z]{0,40}[A-Z])(?=[0-9A-Za-z]{0,40}[a-z])[0-9A-Za-z]{18,64}(?![0-9A-Za-z.])/g,
  // Okta; Cloudflare and others: forty characters of all kinds.
  /(?<![0-9A-Za-z_+/=.-])(?=[0-9A-Za-z_-]{0,39}[A-Z][0-9A-Za-z_-]{0,39}[A-Z])(?=[0-9A-Za-z_-]{0,39}[a-z])(?=[0-9A-Za-z_-]{0,39}[0-9][0-9A-Za-z_-]{0,39}[0-9])[0-9A-Za-z_-]{40,42}(?![0-9A-Za-z_+/=.-])/g,
  // Recovery keys of BitLocker: eight groups of six digits.
  /(?<![0-9-])[0-9]{6}(?:-[0-9]{6}){7}(?![0-9-])/g,
  // Shared files and folders that whoever has the link may open.
  /\/(?:s|share|shared|sharing|f|d|dl|public\.php\/dav\/files)\/((?=[0-9A-Za-z]{0,40}[0-9])(?=[0-9A-Za-z]{0,40}[a-z])(?=[0-9A-Za-z]{0,40}[A-Z])[0-9A-Za-z]{14,64})(?=[/?"'\s)]|$)/g,
  /\.webhook\.office\.com\/webhookb2\/([A-Za-z0-9/@_-]{24,256})/g,
  /api\.telegram\.org\/bot([0-9]{6,12}:[A-Za-z0-9_-]{16,64})/g,
  /\/bot([0-9]{8,12}:AA[A-Za-z0-9_-]{30,36})(?![A-Za-z0-9_-])/g,
  /https:\/\/([0-9a-f]{32}(?::[0-9a-f]{32})?)(?=@[\w.-]{1,64}sentry)/g,
  /(?<![A-Za-z])dsn["'`]?\s{0,3}[:=]?\s{0,3}["'`]?https?:\/\/([0-9a-z]{10,64})(?=@)/gi,
  // Hooks that whoever knows them may call; calendars and workspaces that whoever has the link may read.
  /((?:https:\/\/)?hooks\.zapier\.com\/hooks\/(?:catch|standard)\/[0-9]{4,12}\/[0-9A-Za-z]{4,16})/g,
  /((?:https:\/\/)?maker\.ifttt\.com\/trigger\/[\w-]{1,64}(?:\/json)?\/with\/key\/[0-9A-Za-z_-]{16,64})/g,
  /((?:https:\/\/)?outlook\.office(?:365)?\.com\/webhook\/[0-9A-Za-z/@_-]{24,256})/g,
  /(?:hook\.[a-z0-9]{2,4}\.make\.com|hook\.integromat\.com|webhook\.site|api\.pipedream\.com|[\w-]{4,40}\.m\.pipedream\.net|chat\.googleapis\.com\/v1\/spaces)\/([0-9A-Za-z][0-9A-Za-z_/?=&%-]{10,200})/g,
  /\/(private-[0-9a-f]{16,40})\//g,
  /\/shared_invite\/(zt-[0-9a-z-]{8,16}-[0-9A-Za-z~_-]{16,64})/g,
  // Cloudflare's origin keys; Amazon's marketplaces; Twitter's application tokens; X509 of none.
  /(?<![0-9A-Za-z])v1\.0-[0-9a-f]{24}-[0-9a-f]{120,160}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z.])amzn\.mws\.[0-9a-f-]{36}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z.])amzn1\.oa2-cs\.v1\.[0-9a-f]{64}/g,
  /(?<![0-9A-Za-z%])A{14,24}[0-9A-Za-z%+/=]{60,120}(?![0-9A-Za-z%])/g,
  // Vault's older tokens; Brave's keys; Intercom's, which are base64 of `tok:`.
  /(?<![0-9A-Za-z_.-])[sb]\.(?=[0-9A-Za-z]{0,24}[0-9])(?=[0-9A-Za-z]{0,24}[A-Z])(?=[0-9A-Za-z]{0,24}[a-z])[0-9A-Za-z]{24}(?![0-9A-Za-z])/g,
  /(?<![0-9A-Za-z])BSA(?=[0-9A-Za-z_-]{0,30}[0-9])(?=[0-9A-Za-z_-]{0,30}[a-z])[0-9A-Za-z_-]{24,32}(?![0-9A-Za-z_-])/g,
  /(?<![0-9A-Za-z])dG9r[0-9A-Za-z+/]{40,80}={0,2}/g,
  /(?<![0-9A-Za-z])aio_[0-9A-Za-z]{24,32}(?![0-9A-Za-z])/g,
  // Session cookies of blogs.
  /wordpress_(?:logged_in|sec)_[0-9a-f]{1,40}=([^\s;"']{16,300})/g,
  // A UUID that is said to be a key.
  /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?= ?(?:is|was|ist|est|es|=|<-|←|\(|[–—-])[^\n]{0,40}(?:api[ -]?key|api[ -]?token|secret key))/gi,
  /(?:heroku(?: api)?(?: key| token)?|_authToken|apikey|api_key|subscription-key)["']?\s{0,3}[:=]?\s{0,3}["']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi,
  // A UUID under the name of a token, and one that is called the token of an interface.
  /(?<![\w-])(?:x-)?(?:(?:token|secret_?id)["'`]?\s{0,3}[:=]\s{0,3}["'`]?|(?:api|access|auth|bearer|refresh|bot|secret|client|integration|hec|splunk|ingest|deploy|webhook|personal|service|admin|acl|server|account)(?:[_-]?token["'`]?\s{0,3}[:=]\s{0,3}["'`]?|[ -](?:token|key|secret)(?: \p{L}{2,8}){0,2}:? ))([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/giu,
  /authorization["']?\s?[:=]\s?["']?(?:[A-Za-z]{3,16} )?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi,
  // A variable of the environment: `SNYK_TOKEN=…`, and no `NEXT_TOKEN=…`.
  /(?<![\w-])(?!(?:SYNC|REQUEST|PAGE|NEXT|CONTINUATION|TRACE|TRACKING|CORRELATION|RESUME|IDEMPOTENCY|JOB|RUN)_)[A-Z][A-Z0-9_]{2,30}_(?:TOKEN|SECRET)=["']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g,
  // Keys of thirty-two hexadecimal digits by the words before them.
  /(?:api|admin|app|auth|access|account|search|subscription|consumer|integration|rest|server|master|ingest|license|twilio|algolia|datadog|mailgun|weather|maps)[ _-]?(?:key|token|secret|pw)(?: \p{L}{2,12}){0,3}["']?\s?[:=]?\s{0,2}["']?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f-])/giu,
  // "backup key (AES): 4534…", "imza anahtarı: 50e6…", "接口的key是f240…", "المفتاح القديم كان 9fdf…".
  /(?<![\p{L}_-])(?:backup|encryption|aes|hmac|signing|shared|symmetric|session|private|imza)[ _-]?(?:key|anahtar\p{L}{0,3})(?: ?\([A-Z0-9-]{2,10}\))?["']?\s?[:=：]\s?["']?([0-9a-f]{24,64})(?![0-9a-f-])/giu,
  /(?:密钥|密鑰|秘钥|金鑰|的key|프로필키|인증키|비밀키|シークレットキー|秘密鍵|المفتاح|مفتاح|کلید|мой ключ|klucz do api|api-schlüssel)[^\p{N}\n]{0,14}([0-9a-f]{32,64})(?![0-9a-f-])/giu,
  // Where others send their messages: `hooks.shop.example/in/6avai…`, `/incoming/YAC1…`.
  /:\/\/(?:hooks?|push|webhooks?|ingest|inbound)[.-][^\s/"']{1,80}(?:\/[a-z][a-z0-9-]{0,16}){0,4}\/((?=[0-9A-Za-z_-]{0,60}[0-9])(?=[0-9A-Za-z_-]{0,60}[a-z])[0-9A-Za-z_]{20,80})(?![0-9A-Za-z_-])/g,
  /response="([0-9a-f]{32})"/g,
  // What a program is given: `api.setToken('…')`; hooks of any server; files shared by their links; what lets in by mail.
  /(?:token|api_?key|secret|bearer)\(\s?["'`]((?=[^"'`\s]{0,80}[0-9])[0-9A-Za-z_.+/=-]{16,200})["'`]/gi,
  /(?<![0-9a-f])[0-9a-f]{32}:([0-9a-f]{32})(?![0-9a-f:])/gi,
  /\/(?:hooks?|webhooks?|ical|ics|webcal|feeds?|rss)\/(?![a-z]{1,24}(?:-[a-z0-9]{1,24}){1,8}(?![0-9A-Za-z_-]))((?=[0-9A-Za-z_-]{0,60}[0-9])(?=[0-9A-Za-z_-]{0,60}[a-z])[0-9A-Za-z_-]{20,80})(?![0-9A-Za-z_-])/g,
  /\/:[a-z]:\/[a-z]\/[^\s?"']{0,120}?\/(E[0-9A-Za-z_-]{24,80})/g,
  /AUTH (?:PLAIN|XOAUTH2|CRAM-MD5) ([0-9A-Za-z+/]{8,512}={0,2})/g,
  /334 UGFzc3dvcmQ6\s{1,3}([0-9A-Za-z+/]{6,128}={0,2})/g,
  // Google's refresh tokens; Grafana's older keys; Salesforce's sessions; wallets (BIP 32, WIF); PuTTY; Vault's unseal keys.
  /(?<![0-9A-Za-z/])(?:1\/\/0|4\/[01])[0-9A-Za-z_-]{24,200}/g,
  /(?<![0-9A-Za-z])eyJrIjoi[0-9A-Za-z+/]{40,200}={0,2}/g,
  /(?<![0-9A-Za-z])00D[0-9A-Za-z]{9,15}![0-9A-Za-z._]{40,160}/g,
  /(?<![0-9A-Za-z])[xyz]prv[0-9A-Za-z]{80,120}/g,
  /(?<![0-9A-Za-z+/=_-])(?=[^\s]{0,50}[0-9])(?=[^\s]{0,50}[a-z])[5KL][1-9A-HJ-NP-Za-km-z]{50,51}(?![0-9A-Za-z+/=_-])/g,
  /Private-Lines: [0-9]{1,3}\n((?:[0-9A-Za-z+/=]{16,64}(?:\n|$)){1,60})/g,
  /Unseal Key [0-9]{1,2}: ([0-9A-Za-z+/=]{40,64})/g,
  /[?&]?(?:Policy|SAMLResponse|SAMLRequest|assertion|client_assertion|id_token_hint|logout_token)=([A-Za-z0-9%+/_=.~-]{24,4096})/g,
  /[?&](?:sig|signature|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|X-Goog-Signature|se?cret|token|access_token|refresh_token|id_token|api_?key|key|auth|code|password|passwd|pwd|sessionid|session|sid|jwt|ticket|st|otp|sign|t|tk|invite|hash|signature|client_secret)=([A-Za-z0-9%+/_=.~-]{8,1024})/g,
];

const ASSIGNED_BEFORE = 64;
const ASSIGNED_AFTER = 540;
const ASSIGNED_VALUE = /[:=>\s"'`]{0,8}[A-Za-z0-9+/_=~.%:-]{14}/y;

/** A `:` or `=` with a value of fourteen units behind it. */
function isAssignment({ text, tokens }: Scan, token: number): boolean {
  const start = tokens.starts[token] as number;
  if (tokens.kinds[token] !== 0 || !':='.includes(text[start] as string)) return false;
  ASSIGNED_VALUE.lastIndex = start + 1;
  return ASSIGNED_VALUE.test(text);
}

/** Secrets by the name they are assigned to, and by shapes that need no name. */
export const keyedSecrets: Detector = (scan, findings) => {
  const { text } = scan;
  const assignments = windowsAround(scan, ASSIGNED_BEFORE, ASSIGNED_AFTER, (token) => isAssignment(scan, token));
  assignments.eachMatch(ASSIGNED, (match) => {
    const [whole, name, raw] = match as unknown as [string, string, string];
    const value = raw.replace(/[.]+$/, '');
    if (
      !SECRET_NAME.test(name) ||
      (HARMLESS_NAME.test(name) && !/private_key_id|access_key_id/i.test(name)) ||
      !looksRandom(value)
    )
      return;
    const start = match.index + whole.length - raw.length;
    findings.push({ start, end: start + value.length, type: 'SECRET' });
  });
  for (const shape of SHAPES) {
    eachMatch(shape, text, ({ index, 0: whole, 1: value = whole }) => {
      if (/^[a-z_]+$/.test(value) || (value.length < 16 && !/[0-9]/.test(value))) return;
      const end = index + whole.length;
      findings.push({ start: end - value.length, end, type: 'SECRET' });
    });
  }
};

/** Environments name their secrets in capitals: `JWT_SECRET=keepthisout`, whatever the value looks like. */
const ENVIRONMENT =
  /(?<![0-9A-Za-z_])(?!(?:[A-Z0-9]+_){0,4}(?:CACHE|PRIMARY|FOREIGN|PARTITION|ROUTING|SORT|IDEMPOTENCY)_KEY)(?:[A-Z][A-Z0-9]*_)+(?:SECRET|PASSWORD|PASSWD|PASS|PWD|TOKEN|APIKEY|AUTHKEY|API_KEY|KEY|SALT|CRC|HMAC)(?:=|: )["']?([^\s"'$<{][^\s"']{7,256})/g;
const NO_SECRET =
  /^(?:true|false|none|null|required|disabled|enabled|changeme|redacted|hidden|x+|\*+|[0-9]{1,9}|\.{3,}|public|default|your[_-][a-z_-]+)[,;]?$|^[*•x]{3}|\*{3}|^(?:\/|\.\/|vault:|arn:|file:|ssm:|secret:|op:|env:|https?:)|^[0-9a-f]{8}-[0-9a-f]{4}-/i;

export const environmentSecrets: Detector = (scan, findings) => {
  const { text } = scan;
  eachMatch(ENVIRONMENT, text, (match) => {
    const value = match[1] as string;
    if (NO_SECRET.test(value)) return;
    const end = match.index + match[0].length;
    const isPassword = /PASS|PWD/.test(match[0].slice(0, -value.length));
    findings.push({ start: end - value.length, end, type: isPassword ? 'PASSWORD' : 'SECRET' });
  });
  eachMatch(XML_NAMED, text, (match) => {
    const [whole, name, value] = match as unknown as [string, string, string];
    if (!SECRET_NAME.test(name) || HARMLESS_NAME.test(name) || /^(?:true|false|[0-9]{1,5}|\$\{.*|\*+)$/.test(value))
      return;
    const end = match.index + whole.length;
    findings.push({ start: end - value.length, end, type: 'SECRET' });
  });
  eachMatch(NAMED, text, (match) => {
    const [whole, name, value] = match as unknown as [string, string, string];
    if (!SECRET_NAME.test(name) || HARMLESS_NAME.test(name)) return;
    const end = match.index + whole.length - 1;
    findings.push({ start: end - value.length, end, type: 'SECRET' });
  });
  assignedPasswords(scan, findings);
};

/** One word of every beginning of {@link PAIR}. */
const LOGIN_WORDS = new WordSet(
  foldText(
    'login log credentials creds zugangsdaten zugang anmeldung accès identifiants acceso credenciales acesso accesso dostęp доступ доступы логин admin root user username benutzer usuario usuário utente utilisateur gebruiker bruker användare',
  ).split(' '),
);
const PAIR_AFTER = 120;

/** A log-in and its password on both sides of a slash: `admin / tr0utStream`, `login: shop / Pa55-word`. */
const PAIR =
  /(?<![\p{L}\p{N}])(?:wi-?fi|wlan|ssid|login|log-in|credentials|creds|zugangsdaten|zugang|anmeldung|accès|identifiants|acceso|credenciales|acesso|accesso|dostęp|доступ|доступы|логин|admin|root|user|username|benutzer|usuario|usuário|utente|utilisateur|gebruiker|bruker|användare)(?:\s?[:=])?(?:\s[\w.@-]{2,40})?\s?\/\s?([^\s/,;"']{6,64})/giu;

export const slashedPasswords: Detector = (scan, findings) => {
  const logins = windowsAround(scan, 4, PAIR_AFTER, (token) => LOGIN_WORDS.hasId(scan.tokens.ids[token] as number));
  logins.eachMatch(PAIR, (match) => {
    const value = (match[1] as string).replace(/[.!?)]+$/, '');
    if (
      !/[0-9]/.test(value) ||
      !/\p{L}/u.test(value) ||
      /^[a-z]+[0-9]{1,2}$|\.(?:html?|php|js|json|aspx?)$|^v[0-9]/.test(value)
    )
      return;
    const start = match.index + match[0].length - (match[1] as string).length;
    if (!/\s\/\s|: /.test(match[0])) return;
    findings.push({ start, end: start + value.length, type: 'PASSWORD' });
  });
};

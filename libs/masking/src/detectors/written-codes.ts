import type { Detector, Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { opensNothing } from './one-time-code.ts';

/** Machine-readable zones of passports and identity cards (ICAO 9303): lines of capitals, digits and fillers. */
const MACHINE_READABLE =
  /(?<![0-9A-Z<])(?=[0-9A-Z<]{0,40}<<)[0-9A-Z<]{28,46}(?![0-9A-Z<])(?:\n[0-9A-Z<]{28,46}(?![0-9A-Z<])){0,2}/g;

/** Russian passports: series and number with the sign for number between. */
const SERIES = /(?<![0-9])[0-9]{2} ?[0-9]{2} ?(?:No|№|N|номер|n°) ?[0-9]{6}(?![0-9])/gi;

export const machineReadableZones: Detector = ({ text }, findings) => {
  eachMatch(SERIES, text, ({ index, 0: series }) =>
    findings.push({ start: index, end: index + series.length, type: 'PASSPORT' }),
  );
  if (!text.includes('<<')) return;
  eachMatch(MACHINE_READABLE, text, ({ index, 0: zone }) => {
    if (/[0-9]/.test(zone) || /^[PIVAC][0-9A-Z<][A-Z]{3}/.test(zone))
      findings.push({ start: index, end: index + zone.length, type: 'PASSPORT' });
  });
};

/** One-time codes that stand before what they are: "519 204 is your Driftgate code". */
const CODE_FIRST =
  /(?<![0-9A-Za-z.:/-])(?:[A-Z]-)?([0-9]{3}[ -][0-9]{3}|[0-9]{4,8})(?= (?:is|ist|est|es|è|e|är|er|on|jest|je|este|είναι|это|це|to|olan|là|adalah) (?:your|the|my|ihr|dein|der|votre|le|ton|su|tu|el|il tuo|il|seu|sua|o seu|uw|je|de|din|ditt|dit|sinun|twój|váš|tvůj|az ön|codul|ваш|твой|ваш|sizin|mã|kode)(?:[^.\n]{0,40} )?(?:code|codes|pin|otp|passcode|bestätigungscode|einmalcode|código|codice|kod|kód|kode|koodi|код|κωδικός|mã))/giu;
/** Letters before the digits: "code: G-884173". */
const LETTERED_CODE = /(?<![0-9A-Za-z])[A-Z]{1,2}-[0-9]{5,8}(?![0-9A-Za-z-])/gi;
const CODE_BEFORE = /(?:code|código|codice|kod|kód|kode|koodi|код)[^\p{L}\n]{1,4}$/iu;
/** The second code of a pair: "backup codes 7rq2-m9xk and bb41-0zpw". */
const CODE_PAIR =
  /(?:recovery|backup|rescue|wiederherstellungs|secours|recuperaci[oó]n|recuperação|recupero|herstel|återställnings|gendannelses|zapasow\p{L}{0,3}|záložní|zálohov\p{L}{0,3}|резервн\p{L}{0,3})[- ]?(?:codes?|keys?|codice|códigos?|koder?|kody|kódy|коды)?[^\n.]{0,24}?([0-9A-Za-z]{4,6}[- ][0-9A-Za-z]{4,6})((?:(?:,| and| und| et| y| e| og| och| i| a| и|;|\n| )[ \n]?[0-9A-Za-z]{4,6}-[0-9A-Za-z]{4,6}){1,10})/giu;
/** Seeds of authenticators: base32 after their name. */
const SEED =
  /(?:totp|otp|2fa|mfa|authenticator|seed|secret)[^\n]{0,32}?(?<![0-9A-Za-z])([A-Z2-7]{16,64})(?![0-9A-Za-z])/gi;

/** Doors, alarms and telephones that open with it: "garage opens with 4821", "the alarm is 4821 then enter". */
const OPENING =
  /(?<!\p{L})(?:alarm|alarme|alarma|alarmanlage|gate|garage|front door|back door|side door|door|haust(?:ü|ue)r|t(?:ü|ue)r|tor|porte|portail|puerta|portón|porta|portão|portone|cancello|deur|poort|dörr|port|dør|ovi|drzwi|brama|dveře|brána|ajtó|kapu|ușa|poarta|vrata|kapija|дверь|калитка|сигнализация|двері|врата|πόρτα|kapı|safe|tresor|coffre|cofre|caja fuerte|kluis|sejf|сейф|locker|spind|casillero|padlock|schloss|cadenas|keypad|lockbox|key safe|shed|bike lock|phone|ipad|iphone|tablet|handy|téléphone|teléfono|móvil|celular|telefoon)(?: (?:is|was|code|pin|opens?|unlocks?|unlock|open|locks?|with|w\/|using|on|by|now|ist|war|geht|öffnet|auf|mit|est|s.ouvre|se coupe|se désactive|se desactiva|se apaga|desliga|si spegne|si disattiva|se marca|se pulsa|si digita|si preme|on tape|on compose|tippt man|goes off|disarms?|geht aus|gaat af|avec|es|se abre|con|é|abre|com|è|si apre|gaat|open|met|är|öppnas|med|er|åpnes|åbnes)){1,4}:? ([#*]{0,2}[A-Z]?[0-9]{4,6}[A-Z]?[#*]?)(?![0-9A-Za-z%/°€$£]|[.,:-][0-9]| ?(?:eur|usd|kr|km|kg|cm|mm|h\b|uhr|times|minutes|seconds|m\b))/giu;
/** Keys pressed one after the other, with the one that ends them. */
const PRESSED =
  /(?<!\p{L})(?:press|dial|enter|punch|type|key in|drücke?n?|tippen?|eingeben|composez|tapez|marque|marcar|pulse|pulsa|digite|digita|digitare|premi|toets|tryck|slå|trykk|tast|wpisz|stiskni|nyomd|набери|наберите|жми|нажать)(?: in)? ([0-9]{4,6}[#*]|[#*][0-9]{4,6}[#*]?)(?![0-9A-Za-z])/giu;
/** Codes by who sends them: "BankID kode 938201", "SPID codice 483920". */
const SENDER =
  /(?<![\p{L}\p{N}])(?:itsme|bank-?id|mitid|nemid|digid|spid|freja|smart-?id|mobiil-?id|mojeid|id ?austria|handy-?signatur|login\.gov|id\.me|okta|duo|authy|microsoft|google|apple|facebook|instagram|whatsapp|telegram|signal|viber|wechat|alipay|paypal|revolut|n26|monzo|wise|blik|bizum|swish|vipps|mobilepay|twint|paytm|gcash|m-?pesa|госуслуг\p{L}{0,2}|сбер\p{L}{0,4}|дія)\s(?:sms[ -]?)?(?:code|kode|kod|codice|código|koodi|kód|код|otp|pin|tan)\s(?:is |ist |es |è |er |är |on |to |je )?([0-9]{3}[ -][0-9]{3}|[0-9]{4,8})(?![0-9A-Za-z]|[.,:/-][0-9])/giu;
/** "Never share it": what messages with codes end with. */
const UNTOLD =
  /(?<![0-9A-Za-z.:/-])([0-9]{4,8})(?![0-9A-Za-z]|[.,:/-][0-9])[^\n0-9]{0,48}(?:(?:never|do not|don.t) (?:share|tell|give|disclose)|nicht weitergeben|niemals weiter|niemandem|ne (?:le |la )?(?:communiquez|partagez|divulguez)|no (?:lo |la )?(?:compartas?|comparta|reveles?)|não (?:o )?(?:compartilhe|partilhe|divulgue)|non (?:condivider|comunicar)|deel (?:deze|dit|nooit)|dela (?:inte|aldrig)|del (?:ikke|aldri)|nie (?:udostępniaj|podawaj)|nikomu|ne ossza|nu (?:o |îl )?(?:divulga|comunica)|никому|не (?:сообщайте|говорите|передавайте|повідомляйте)|kimseyle paylaşma|jangan (?:berikan|beri|bagikan)|không (?:chia sẻ|cung cấp)|勿(?:泄露|告知|转发)|请勿|教えない|알려주지|لا تشارك|किसी को न)/giu;

export const oneTimeCodes: Detector = ({ text }, findings) => {
  const push = (start: number, size: number, type: 'PASSWORD' | 'SECRET' = 'PASSWORD') =>
    findings.push({ start, end: start + size, type });
  eachMatch(CODE_FIRST, text, ({ index, 0: code }) => push(index, code.length));
  if (/-[0-9]{5}/.test(text))
    eachMatch(LETTERED_CODE, text, ({ index, 0: code }) => {
      if (CODE_BEFORE.test(text.slice(Math.max(0, index - 12), index))) push(index, code.length);
    });
  for (const pattern of [OPENING, PRESSED, UNTOLD, SENDER])
    eachMatch(pattern, text, (match) => {
      const code = match[1] as string;
      const at = match.index + match[0].indexOf(code);
      if (!/^(?:19|20)[0-9]{2}$/.test(code) && !opensNothing(text.slice(Math.max(0, at - 24), at)))
        push(at, code.length);
    });
  eachMatch(CODE_PAIR, text, (match) => {
    const rest = match[2] as string;
    const from = match.index + match[0].length - rest.length;
    for (const code of rest.matchAll(/[0-9A-Za-z]{4,6}-[0-9A-Za-z]{4,6}/g))
      if (/[0-9]/.test(code[0])) push(from + code.index, code[0].length);
    if (/[0-9]/.test(match[1] as string))
      push(match.index + match[0].indexOf(match[1] as string), (match[1] as string).length);
  });
  eachMatch(CODE_LIST, text, (match) => {
    const list = match[1] as string;
    const from = match.index + match[0].length - list.length;
    for (const code of list.matchAll(
      /(?<![0-9A-Za-z])(?=[0-9A-Za-z-]*[0-9])[0-9A-Za-z]{4,6}[- ]?[0-9A-Za-z]{4,6}(?![0-9A-Za-z])/g,
    ))
      push(from + code.index, code[0].length);
  });
  eachMatch(GROUPED_SEED, text, (match) => {
    const seed = match[1] as string;
    if (/[2-7]/.test(seed)) push(match.index + match[0].length - seed.length, seed.length, 'SECRET');
  });
  eachMatch(SEED, text, (match) => {
    const seed = match[1] as string;
    if (/[2-7]/.test(seed) && seed === seed.toUpperCase())
      push(match.index + match[0].length - seed.length, seed.length, 'SECRET');
  });
};

/** One under the other: "recovery codes⏎a1b2c-3d4e5⏎f6a7b-8c9d0". */
const CODE_LIST =
  /(?:recovery|backup|rescue|scratch|wiederherstellungs|ersatz|backup-|secours|récupération|recuperaci[oó]n|respaldo|recuperação|recupero|herstel|återställnings|gendannelses|zapasow\p{L}{0,3}|záložní|резервн\p{L}{0,3})[- ]?(?:codes?|keys?|codice|códigos?|codici|koder?|kody|kódy|коды)?[^\n]{0,40}\n((?:[ \t>*•]{0,4}(?:[0-9]{1,2}[.)] )?(?:[0-9A-Za-z]{4,6}[- ]?[0-9A-Za-z]{4,6})(?:[ \t]{1,4}[0-9A-Za-z]{4,6}-?[0-9A-Za-z]{4,6})?(?:\n|$)){2,16})/giu;

/** Seeds of authenticators in groups of four, after their name: "2FA setup key: jbsw y3dp ehpk 3pxp". */
const GROUPED_SEED =
  /(?:totp|otp|2fa|mfa|authenticator|einrichtungs|setup|manual|seed)(?:[ -]?(?:app|setup|entry|secret|seed|backup|recovery|key|schlüssel|code|clé|clave|chave|chiave|klucz|ключ)){0,3}["']?(?: is| ist| est| es)?\s?[:=]?\s{1,2}([a-z2-7]{4}(?: [a-z2-7]{4}){3,7})(?![0-9a-z])/giu;
/** Words of a wallet in a row, after their name or a colon: twelve to twenty-four (BIP 39). */
const MNEMONIC =
  /(?<![\p{L}])((?:\p{Ll}{3,12}(?:, ?| |\n|-)){11,23}\p{Ll}{3,12})(?=["'.;)\n]|$| [—–-] | (?:lol|please|pls|and|but|which|und|aber|et|mais|y|pero|e|ma|mas|i|ale|и|но)(?!\p{L}))/gu;
const MNEMONIC_NAMED =
  /seed|mnemonic|recovery|wallet|phrase|backup words|ledger|trezor|metamask|(?:12|15|18|21|24|twelve|twenty.?four|zwölf|douze|doce|dodici|doze|twaalf|двенадцать) (?:words|wörter|mots|palabras|parole|palavras|woorden|слов)|semilla|semente|wiederherstellung|récupération|recuperaci|fraz|fras[ei]|фраз|φράσ|odzysk|obnov|återst|gjenopp|gendan|palaut|helyreáll|kurtarma|восстанов|відновл|възстанов|助记词|시드|сид|мнемо/giu;
/** Words before the phrase that are in its row: "my wallet words are …". */
const SAID_OF_WORDS =
  /^(?:\p{Ll}{3,12} ){0,4}(?:(?:are|were|was|sont|sind|lauten|sono|son|são|zijn|это) |(?:phrase|words|seed)\n)/u;
/** As many words as a wallet has; none of the small words that no list of them holds. */
function wordsOfWallet(said: string): string | undefined {
  const words = said.match(/\p{Ll}+[^\p{Ll}]*/gu) ?? [];
  const count = words.length - (words.length % 3);
  const phrase = words
    .slice(0, count)
    .join('')
    .replace(/\P{L}+$/u, '');
  return count < 12 ||
    /(?<!\p{L})(?:the|and|not|was|for|are|but|has|und|der|die|das|les|des|que|pas)(?!\p{L})/u.test(phrase)
    ? undefined
    : phrase;
}
/** How far behind its name a phrase may end. */
const MNEMONIC_REACH = 320;

/** Passwords on command lines: `-p secret`, `--password=secret`, `-psecret`, `redis-cli -a secret`, `sshpass -p`. */
const COMMAND =
  /(?<![\w-])(?:mysql(?:dump|admin)?|mariadb(?:-dump)?|docker login|podman login|helm registry login|redis-cli|sshpass|psql|mongosh?|ldapsearch|htpasswd|smbclient|net use|az login|oc login|cqlsh|sqlcmd|bcp|isql|curl|wget|ftp|lftp|7z|zip|unzip|rar|openssl|keytool|vault login|gh auth|cf login|kinit|rabbitmqadmin|influx|neo4j|cypher-shell|impala-shell|beeline|mosquitto_pub|mosquitto_sub|nmcli|wpa_passphrase)(?![\w-])[^\n|;&]{0,160}?\s(?:--?(?:password|passwd|pass|passphrase|requirepass|pw|secret|token)[= ]|-(?:p|P|w|W) ?)["']?([^\s"'|;]{4,128})/g;

export const commandPasswords: Detector = ({ text }, findings) => {
  eachMatch(COMMAND, text, (match) => {
    const value = match[1] as string;
    if (
      /^[0-9]{2,5}$|^[-$<{*]|^\*+$|\*{3}|^(?:stdin|file:|env:)|:\/\//.test(value) ||
      !/[0-9!#$%&@+=_^]|[a-z][A-Z]/.test(value)
    )
      return;
    const start = match.index + match[0].length - value.length;
    findings.push({ start, end: start + value.length, type: 'PASSWORD' });
  });
};

/** Seed phrases of wallets. */
export function seedPhrases({ text }: Scan, findings: Finding[]): void {
  const ranges: { start: number; end: number }[] = [];
  eachMatch(MNEMONIC_NAMED, text, ({ index, 0: name }) => {
    const start = Math.max(index + name.length, ranges.at(-1)?.end ?? 0);
    if (index + name.length + MNEMONIC_REACH > start) ranges.push({ start, end: index + name.length + MNEMONIC_REACH });
  });
  if (ranges.length === 0) return;
  eachMatch(
    MNEMONIC,
    text,
    (match) => {
      const said = match[1] as string;
      const lead = SAID_OF_WORDS.exec(said)?.[0].length ?? 0;
      const before = text.slice(Math.max(0, match.index - 24), match.index);
      if (lead === 0 && !/["'„“«:=→>–—\n] ?$|(?: is| are| ist| est| es| é| è) $/u.test(before)) return;
      const phrase = wordsOfWallet(said.slice(lead));
      if (phrase === undefined) return;
      const start = match.index + lead;
      findings.push({ start, end: start + phrase.length, type: 'SECRET' });
    },
    ranges,
  );
}

import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { openingPasswords } from './locked-things.ts';
import { chosenness } from './loose-passwords.ts';
import { toolPasswords } from './tool-passwords.ts';
import { triedPasswords } from './tried-passwords.ts';
import { seedPhrases } from './written-codes.ts';

/** Where somebody logs in, or a word for what one logs in with stands near. */
const CONTEXT =
  /log(?:s|ged|ging)? ?(?:in|on|into)|login|logon|sign(?:s|ed)? ?in|anmeld|einlog|eingelog|inlog|ingelog|loggen|logga|logg inn|log ind|kirjaud|hallinta|prihlas|zalogow|logow|bejelentk|conect|entra(?:r|ba)?\b|entre\b|accede|acces|connex|connect|accedi|войти|зайти|вход|логин|увійти|giris|passw|kennw|parol|pwd?\b|clave|contra|senha|mdp|router|wi-?fi|wlan|sudo|\broot\b|admin|tablet|typed|typed in|eingetippt|tap[eé]|locked|lock(?:s)? out|remember me|sticker|zettel|post-?it|credential|creds|ログイン|ルート|パス|密码|로그인|비번|стикер|наклейк|certificat|zertifikat/u;
/** Upper and lower case, a digit and a sign that no name, path or version holds. */
const STRONG =
  /(?<![^\s"'„“”«»([:=「『{,はをが])(?=[^\s"'„“”«»,;]{0,40}\p{Lu})(?=[^\s"'„“”«»,;]{0,40}\p{Ll})(?=[^\s"'„“”«»,;]{0,40}[0-9])(?=[^\s"'„“”«»,;]{1,40}[!#$%*^~@&])[\p{L}\p{M}0-9!#$%*^~@&?._+-]{8,40}(?![\p{L}0-9:/=\\]|\.\p{L})/gu;
const NO_PASSWORD =
  /^\p{L}+#[0-9]+$|@[0-9]+\.|@[\w-]+\.[a-z]{2,}|\*{3}|^[#@$%&~]|%[0-9A-F]{2}|&[a-z]+;|^\p{Lu}&\p{Lu}/u;
const AROUND = 170;

/** "log in with admin / word7", "as Administrator, Word7", "default is root / calvin". */
const PAIR =
  /(?<![\p{L}\p{N}_/.-])([\p{L}\p{N}_.@-]{2,40})(?: ?\/ ?| barra | slash |, and then |, then |, dann |, puis |, luego |, poi |, |\s=\s)[{"'„“«]{0,3}([^\s"'„“”«»,;(){}]{5,40})(?=[\s"'”»,;:!?(){}.]|$)/gu;
const LOGS_IN =
  /log(?:s|ged|ging)? ?(?:in|on|into)\b|login\b|logon\b|sign(?:s|ed)? ?in\b|anmeld\p{L}*|einlog\p{L}*|inlog\p{L}*|loggen\b|logga in|logg inn|log ind|kirjaud\p{L}*|hallinta|prihlas\p{L}*|zalogow\p{L}*|zaloguj|bejelentk\p{L}*|conect\p{L}*|\bentra\p{L}{0,2}\b|accede|connex\p{L}*|connect\p{L}*|accedi\p{L}*|войти|зайти|вход\p{L}*|логин|увійти|लॉगिन|default is|defaults|credential\p{L}*|creds|keep|zugang\p{L}*|acceso|acesso|accesso|accès|rdp|ssh\b|as$/u;
const ADMIN =
  /^(?:root|admin|administrator|adm|sa|sysadmin|postgres|oracle|pi|ubuntu|guest|gast|beheer|beheerder|superuser|operator|manager|service|user|test)$/iu;
const BEFORE = 72;

/** Passwords that show themselves beside the talk of a log-in, and those told as one of a pair. */
export const logins: Detector = ({ text, folded }, findings) => {
  const push = (start: number, value: string): void => {
    findings.push({ start, end: start + value.length, type: 'PASSWORD' });
  };
  eachMatch(STRONG, text, ({ index, 0: raw }) => {
    const value = raw.replace(/[.?]+$/, '');
    if (value.length < 8 || NO_PASSWORD.test(value) || chosenness(value) < 2) return;
    if (CONTEXT.test(folded.slice(Math.max(0, index - AROUND), index + value.length + AROUND))) push(index, value);
  });
  if (!LOGS_IN.test(folded)) return;
  eachMatch(PAIR, text, (match) => {
    const [whole, who, raw] = match as unknown as [string, string, string];
    const value = raw.replace(/[.:!?]+$/, '');
    const slash = whole.includes('/') || / (?:barra|slash) /.test(whole);
    const isAdmin = ADMIN.test(who);
    if (value.length < 5 || !(slash || isAdmin) || /:\/\/|\/\//.test(whole)) return;
    const before = folded.slice(Math.max(0, match.index - BEFORE), match.index);
    if (!LOGS_IN.test(before.trimEnd())) return;
    const spaced = / \/ |, | = |barra|slash/.test(whole);
    const plain =
      isAdmin &&
      spaced &&
      slash &&
      /^[a-z]{5,}$/.test(value) &&
      /^[\s]*[,.;)\n]|^$/.test(text.slice(match.index + whole.length, match.index + whole.length + 1));
    if (!plain && chosenness(value) < (spaced ? 1 : 2)) return;
    push(match.index + whole.length - raw.length, value);
  });
};

/** What follows a network's name, a colon or quotes between: "Wi-Fi for guests: Word77". */
const NETWORK = /(?<![\p{L}])(?:wi-?fi|wlan)(?![\p{L}-])[^\n:.;«„“"]{0,32}:\s?[«„“"]?([^\s«»„“”",;]{6,40})/giu;
/** A code with the key that ends it, or with where it came from. */
const KEYED =
  /(?<![\p{L}])(?:kod|kode|code|c[oó]digo|codice|koodi|k[oó]d|код|cod|codi)\p{L}{0,3}[: ]{1,2}((?:[0-9]{3,6}|[0-9](?: [0-9]){3,5})[#*])(?![0-9A-Za-z])/giu;
const SENT =
  /(?<![\p{L}])(?:code|kod|kode|c[oó]digo|codice|koodi|k[oó]d|код|cod)\p{L}{0,3}[: ]{1,2}([0-9]{4,8}|[0-9]{3} [0-9]{3})(?= (?:from|aus|vom|von|de|du|del|dal|dall'|van|från|fra|z|ze|из|с|от|przez|por|par|per|via|via the) (?:the |my |der |dem |die |la |el |il |le |mon |mi |l'|de |het |ma )?(?:authenticat|app|sms|text|mail|e-mail|email|correo|courriel|letter|brief|whatsapp|приложени|смс))/giu;
/** `echo "…" | sudo -S`, `openssl enc -k …`. */
const PIPED =
  /echo\s{1,3}(?:-n\s)?["']?([^"'\n|]{4,64}?)["']?\s{0,2}\|\s{0,2}(?:sudo -S|openssl|docker login|gpg|cryptsetup|passwd|chpasswd)/g;
const OPENSSL = /openssl\s[^\n|;&]{0,80}?\s-(?:k|pass pass:)\s?([^\s"'|;&]{4,64})/g;

export const otherLogins: Detector = (scan, findings) => {
  const { text } = scan;
  toolPasswords(scan, findings);
  triedPasswords(scan, findings);
  openingPasswords(scan, findings);
  seedPhrases(scan, findings);
  const push = (match: RegExpExecArray, value: string): void => {
    const start = match.index + match[0].lastIndexOf(value);
    findings.push({ start, end: start + value.length, type: 'PASSWORD' } satisfies Finding);
  };
  eachMatch(NETWORK, text, (match) => {
    const value = (match[1] as string).replace(/[.:!?]+$/, '');
    if (chosenness(value) > 0 || /^\p{L}{3,}[+&#]\p{L}{3,}$/u.test(value)) push(match, value);
  });
  for (const pattern of [KEYED, SENT, PIPED, OPENSSL])
    eachMatch(pattern, text, (match) => push(match, match[1] as string));
};

import type { Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** How names of settings, columns and fields that hold a password end. */
const NAME =
  '(?:password|passwd|passwort|passphrase|passcode|passwrd|kennwort|pwd|pass|psk|authtok|bindpw|(?:snmp|ro|rw)_?community|contrase(?:ñ|n|ny)a|senha|wachtwoord|heslo|hasło|haslo|lozinka|mdp|mot_?de_?passe|salasana|l(?:ö|o)senord|adgangskode|passord|(?:s|ş)ifre|jelsz(?:ó|o)|geslo|пароль)(?:[_-]?(?:1|2|hash|plain|value|enc|b64))?';
const PLAIN = '[\\p{L}\\p{N}][\\p{L}\\p{N}._%!@#*+~^/=-]{2,95}';
const VALUE = `(?:[NLU]?"([^"\\n]{3,96})"|[NLU]?'([^'\\n]{3,96})'|(${PLAIN}))`;

/** `db.password=x`, `$env:DB_PASS = "x"`, `'password' => 'x'`, `login[password]=x`, `password => x`. */
const ASSIGNED = new RegExp(`${NAME}(?:\\]|%5D)?["'\`]?\\s{0,3}(?:=>|:=|=|%3D)\\s{0,3}${VALUE}`, 'giu');
/** `<b>Password</b>: x<br>`, `"pass_phrase": "red light house"`. */
const MARKUP = new RegExp(
  `${NAME}\\s?(?::\\s?</(?:b|strong|i|em|u|span|label)>|</(?:b|strong|i|em|u|span|label)>\\s?:)\\s{0,2}(?:<(?:code|span|b|i|tt)>)?([^\\s<>]{3,96})(?=\\s{0,2}<|\\s{0,2}\\n|$)`,
  'giu',
);
const PHRASE_MEMBER = /["']pass[_-]?phrase["']\s?:\s?["']([^"'\n]{3,96})["']/gi;
/** In a connection string a value ends with its semicolon: `Uid=sa;Password=Tiger 44;Database=shop`. */
const CONNECTION =
  /(?<=;\s?|(?:^|["'\n]))(?:password|pwd)\s?=\s?([^;"'\n={}<>$]{3,64});(?=\s?(?:[A-Z][A-Za-z ]{2,30}=|["'\n]|$))/gi;
/** `<smtpPassword>x</…>`, `<entry key="db.password">x</…>`, `<key>Password</key><string>x</…>`. */
const ELEMENT = new RegExp(
  `${NAME}(?:["']?(?:\\s[^<>\\n]{0,60})?>|</(?:key|string|name|th|td|dt)>\\s{0,8}<(?:string|value|td|dd)>)\\s{0,4}(?:<!\\[CDATA\\[)?([^<>\\n]{3,96}?)(?:\\]\\]>)?\\s{0,4}</`,
  'giu',
);
/** Name and value as two members: `"name":"DB_PASSWORD","value":"x"`, `- name: DB_PASSWORD⏎  value: x`. */
const MEMBERS = new RegExp(
  `(?:name|key|field|label|id)["']?\\s{0,2}[:=]\\s{0,2}["']?[\\w.$[\\]-]{0,48}${NAME}["']?\\s{0,2},?\\s{1,24}["']?(?:default_?)?val(?:ue)?["']?\\s{0,2}[:=]\\s{0,2}${VALUE}`,
  'giu',
);
const COMPACT_MEMBERS = new RegExp(
  `"(?:name|key|field|label|id)":"[\\w.$[\\]-]{0,48}${NAME}","(?:default_?)?val(?:ue)?":"([^"\\n]{3,96})"`,
  'giu',
);
/** The part of a form: `name="password"`, a blank line, the value. */
const FORM = new RegExp(`name="[\\w.[-]{0,32}${NAME}\\]?"[^\\n]{0,40}\\n\\s?\\n([^\\n]{3,96})(?=\\n|$)`, 'giu');

/** What stands for a password and is none. */
const PLACEHOLDER =
  /^(?:true|false|null|none|nil|undefined|yes|no|on|off|required|optional|mandatory|hidden|disabled|enabled|empty|string|str|text|varchar|char|passwor[dt]|passwd|pass|pwd|secret|token|value|redacted|filtered|masked|removed|hashed|encrypted|unset|wrong|invalid|incorrect|missing|expired|input|prompt|ask|env|file|stdin|plain(?:text)?|bcrypt|scrypt|argon2\w*|sha[0-9]*|md5|scram\S*|ok|fail(?:ed|ure)?|error|reset|changed|set|new|old|current|(?:current|new)-password|your\S*|my_?password|example|sample|placeholder|dummy|default|blank|same|self|this|user|username|form|request|req|config|settings|args|params|props|data|body|option|options|unknown|n\/a|not)$|^(?:x{3,}|\.{3,}|[*•]{3,})|\*{3}|^[0-9]{1,3}$|^[-_.=*•x]+$|^(?:vault|env|ssm|arn|file|ref|sops|awssm|op|secret):|:\/\/|^%[\w.]+%$|^[$<{%@[]|^(?:required|optional|nullable|min|max|exists|string)[|:]|[({[]$/i;
/** Fields of a program: `req.body.password`, and switches: `showPassword=`. */
const FIELD = /^[a-z_][a-zA-Z_]*(?:\.[a-z_][a-zA-Z_]*)+$/;
const SWITCH =
  /(?:show|hide|has|is|use|no|need|require|requires|reset|change|forgot|allow|check|verify|validate|min|max|toggle|with|without|com|by|sur|tres|over|under|spelling|<\/[\w.:-]{0,24})[_-]?$/i;

/** Two columns, the second of them passwords, and up to a hundred rows: `user,password⏎ann,trombone`. */
const LIST = new RegExp(
  `(?<=^|\\n)[^\\n,;|\\t]{2,32}([,;|\\t]) ?"?[\\w ]{0,16}${NAME}"? ?\\n(?:[\\s|:+-]{3,40}\\n)?((?:[^\\n,;|\\t]{1,64}\\1[^\\n,;|\\t]{3,96}(?:\\n|$)){1,100})`,
  'giu',
);

/** Passwords that a file, a form, a record or a statement assigns to a name, whatever they look like. */
export function assignedPasswords({ text }: Scan, findings: Finding[]): void {
  for (const pattern of [ASSIGNED, CONNECTION, MARKUP, PHRASE_MEMBER, ELEMENT, MEMBERS, COMPACT_MEMBERS, FORM]) {
    eachMatch(pattern, text, (match) => {
      const quoted = match[1] ?? match[2];
      const value = quoted ?? (match[3] as string).replace(/[.!]+$/, '');
      if (PLACEHOLDER.test(value) || SWITCH.test(text.slice(Math.max(0, match.index - 14), match.index))) return;
      const end = match.index + match[0].lastIndexOf(value) + value.length;
      if (quoted === undefined && (FIELD.test(value) || /[([]/.test(text[end] ?? ' '))) return;
      // "pass = 12 fail = 3": how often a test passed; the words of a sentence are none either.
      if (/^pass$/i.test(match[0].slice(0, 4)) && /^pass\s?=/i.test(match[0]) && /^[0-9.]+%?$/.test(value)) return;
      if (quoted !== undefined && value.split(' ').length > 6) return;
      findings.push({ start: end - value.length, end, type: 'PASSWORD' });
    });
  }
  eachMatch(LIST, text, (match) => {
    const rows = match[2] as string;
    const from = match.index + match[0].length - rows.length;
    for (const row of rows.matchAll(/[,;|\t]\s?"?([^\n"]{3,96}?)"?\s?(?=\n|$)/g)) {
      const value = row[1] as string;
      if (PLACEHOLDER.test(value) || value.includes(' ')) continue;
      const start = from + row.index + row[0].indexOf(value);
      findings.push({ start, end: start + value.length, type: 'PASSWORD' });
    }
  });
}

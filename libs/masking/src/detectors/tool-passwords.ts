import type { Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** One argument of a command: in quotes it may hold spaces, without them it is no option, variable or redirection. */
const ARGUMENT = `(?:"([^"\\n]{3,96})"|'([^'\\n]{3,96})'|([^\\s"'\`|;<>$*{(-][^\\s"'|;<>]{2,96}))`;
const SHORT = (commands: string, options: string): RegExp =>
  new RegExp(`(?<![\\w-])(?:${commands})(?![\\w-])[^\\n|;&]{0,160}?\\s(?:${options})${ARGUMENT}`, 'g');

/** `--password x`, `--master-user-password=x`, `-storepass x` of any command. */
const LONG = new RegExp(
  `(?<=\\s)--?[a-z-]{0,24}(?:password|passwd|passphrase|passwort|requirepass|masterauth|storepass|keypass|srcstorepass|deststorepass)[= ]\\s?${ARGUMENT}`,
  'gi',
);

/** Passwords where tools want them: commands, protocols, statements, configurations of routers; in any group, in this order. */
const TOOLS: readonly RegExp[] = [
  // Short options mean a password only to some commands; `mysql -p x` names a database, `psql -p` a port.
  SHORT('mysql(?:dump|admin|import)?|mariadb(?:-dump|-admin)?|7z[ar]?|rar|unrar', '-p'),
  SHORT(
    'docker login|podman login|helm registry login|oc login|cf login|az login|sshpass|mongo(?:sh|dump|restore|export|import)?|rdesktop|useradd|usermod|influx|ansible-vault|zip|cypher-shell|rabbitmqctl',
    '-p ?',
  ),
  SHORT('unzip|zip|sqlcmd|bcp|mosquitto_pub|mosquitto_sub|zipcloak', '-P ?'),
  SHORT('redis-cli', '(?:-a|--pass) '),
  SHORT('ldap(?:search|add|modify|delete|passwd|whoami)|cqlsh', '-[wp] ?'),
  SHORT('openssl', '(?:-passin |-passout )(?:pass:)?|-(?:k|pass) (?:pass:)?'),
  SHORT('nmcli', 'password '),
  SHORT('lftp', '-u ?[^\\s,]{1,64},'),
  SHORT('curl', '-[a-zA-Z]{1,4}u ?["\']?[^\\s:"\']{1,64}:'),
  SHORT('schtasks', '/rp '),
  SHORT('ftp -[a-z]{0,4}n[a-z]{0,4}', 'user [^\\s]{1,64} '),
  SHORT('rabbitmqctl', '(?:change_password|add_user) [^\\s]{1,48} '),
  SHORT('wpa_passphrase', '(?:"[^"\\n]{1,32}"|[^\\s"]{1,32}) '),
  SHORT('htpasswd', '-[a-zA-Z]*b[a-zA-Z]* [^\\s]{1,80} [^\\s]{1,64} '),
  SHORT('smbclient|rpcclient|net rpc|smbmap|winexe', '-U ?[^\\s%]{1,64}%'),
  SHORT('net user', '[^\\s/]{1,64} (?=[^\\s/]{3,64}(?:$|\\s))'),
  SHORT('net use', '(?:/user:[^\\s]{1,64}|[A-Za-z]: [^\\s]{1,80} (?=[^\\s/]{3,64} /user)) '),
  SHORT('xfreerdp|wfreerdp|mstsc|cmdkey|net use', '/(?:p|pass|password):'),
  /(?:sqlplus|expdp|impdp|rman|sqlldr)\s[^\n|;&]{0,80}?[\w$#]{1,32}\/(?:"([^"\n]{3,96})"|([^\s"@/]{3,96}))(?=[@\s]|$)/g,
  new RegExp(`ConvertTo-SecureString\\s{1,2}(?:-(?:String|AsPlainText|Force)\\s{1,2}){0,3}${ARGUMENT}`, 'gi'),
  new RegExp(
    `(?:IDENTIFIED\\s(?:WITH\\s[\\w']{1,40}\\s)?BY|VALUES\\sPASSWORD|WITH\\sPASSWORD|LOGIN\\sPASSWORD)\\s{1,3}${ARGUMENT}`,
    'gi',
  ),
  /jdbc:oracle:\w{2,4}:[\w$#]{1,32}\/(?:"([^"\n]{3,96})"|([^\s"@/]{3,96}))@/gi,
  // .pgpass: host:port:database:user:password.
  /(?<![^\s"'`])[\w.*-]{1,80}:(?:[0-9]{2,5}|\*):[\w*-]{1,48}:[\w*.-]{1,48}:([^\s:"'`]{3,96})(?=["'`]?(?:\s|$))/g,
  // .netrc, and what logs say of it.
  /(?<![\p{L}-])(?:machine|default)\s{1,3}[^\n]{0,80}?\s{1,12}login\s[^\s]{1,64}\s{1,12}password\s([^\s]{3,96})/gu,
  // Postfix: [relay]:port user:password.
  /\[[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}\]:[0-9]{2,5}\s{1,12}[^\s:]{1,64}:([^\s]{3,96})(?=\s|$)/g,
  // Redis, when it replies.
  /(?:^|\n)(?:[^\s]{0,24}> ?)?AUTH (?!(?:LOGIN|PLAIN|XOAUTH2|CRAM-MD5|GSSAPI|NTLM|TLS|SSL)\b)(?:\w{1,32} )?([^\s"]{3,96})(?=\n(?:[+-]|\(error\)|OK))/g,
  // Dockerfiles.
  /(?:^|\n)\s{0,8}ENV \w{0,32}(?:PASS|PASSWORD|PASSWD|PWD) "?([^\s"=$]{3,128})"?(?=\s|$)/g,
  // POP, FTP, IRC, IMAP.
  /(?:^|\n)(?:[>:*<-]{1,3} |C: )?PASS ([^\s:][^\s]{2,96})(?=\s|$)/g,
  /(?:^|\n)(?:[>*-]{1,3} |C: )?[A-Za-z]{0,3}[0-9]{1,6} LOGIN "?[^\s"]{1,80}"? "?([^\s"]{3,96})/g,
  // What a program or a script logs in with: `auth=('svc', 'x')`, `NetworkCredential]::new("svc", "x")`, `expect "assword:" … send "x\r"`.
  /(?:auth|credentials?\]?(?:::new)?)\s{0,2}[=(]{1,2}\s?(?:["'][^"'\n]{1,64}["']|\w{1,32}),\s?["']([^"'\n]{3,96})["']/gi,
  /(?:assword|assphrase)[^\n]{0,24}\n?\s{0,8}send(?: --)? ["']([^"'\n\\]{3,64})/g,
  // SNMP's users and communities, and the secrets of PPP.
  /(?:^|\s)com2sec6?\s{1,8}\S{1,40}\s{1,8}\S{1,40}\s{1,8}([^\s]{3,64})(?=\s|$)/g,
  /createUser\s\S{1,40}\s(?:MD5|SHA\S{0,4})\s"?([^\s"]{4,64})/g,
  /createUser\s\S{1,40}\s(?:MD5|SHA\S{0,4})\s\S{4,66}\s(?:DES|AES\S{0,4})\s"?([^\s"]{4,64})/g,
  /(?:chap|pap|pptp)[ -]secrets[^\n]{0,24}?\s["']?[\w.@-]{1,40}["']?\s{1,8}["']?(?:\*|[\w-]{1,24})["']?\s{1,8}["']?([^\s"']{3,64})["']?\s{1,8}\*(?=\s|$)/gi,
  // LDAP, SNMP, keepalived and others whose settings have no sign between.
  /(?:^|\n)\s{0,8}(?!(?:proxy|fastcgi|uwsgi|scgi|grpc)_)(?:bindpw|rootpw|rootbindpw|ro(?:community|user)6?|rw(?:community|user)6?|[a-z]{2,16}_(?:password|passwd|passphrase|pass|secret))[ \t]{1,8}"?([^\s"#=:]{3,128})"?(?=\s{0,3}(?:\n|$|[0-9]))/g,
  // Redis, and what Windows shows of a wireless network.
  /(?:^|\n)\s{0,8}(?:requirepass|masterauth|sentinel auth-pass \S{1,40})\s{1,8}"?([^\s"#]{3,128})/g,
  /Key Content\s{0,16}: ([^\n]{8,63})(?=\n|$)/gi,
  /WIFI:(?:[TSH]:[^;\n]{0,64};){0,3}P:([^;\n]{3,64});/gi,
  // Routers and switches.
  /(?<![\w-])(?:enable|username [\w.-]{1,48}(?: privilege [0-9]{1,2})?|line \w{3} [0-9 ]{1,5}|neighbor [\w.:]{1,40})\s(?:password|secret)(?: [05789])? ([^\s]{4,128})/g,
  /(?<![\w-])(?:snmp-server community|set snmp community|community-string|radius-server key|tacacs(?:-server)? key|server-key|key-string|pre-shared-key(?: local| remote)?(?: ascii-text)?|plain-text-password-value|wpa-psk ascii(?: [078])?|ppp (?:chap|pap) (?:password|sent-username \S{1,48} password)(?: [07])?|isakmp key)(?: [07])? "?([^\s"]{4,128})/g,
  // Hashes as systems and web servers keep them: they can be guessed at leisure.
  /(\$(?:1|2[abxy]|5|6|7|y|apr1|P|H|argon2(?:id|i|d)|scrypt|pbkdf2-sha[0-9]{1,3}|gy)\$[0-9A-Za-z./$=,+-]{12,256})(?![0-9A-Za-z])/g,
  /\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|PBKDF2[\w-]{0,8})\}([0-9A-Za-z+/=$.]{12,160})/g,
];

/** Words that go on with a sentence about an option: "the --password flag". */
const TALK =
  /^(?:flag|option|argument|arg|parameter|switch|is|was|to|and|or|in|for|on|of|with|from|prompt|file|stdin|the|a|an|not|if|when|does|field|value|instead|works?|fails?|reset|required|must|should|can|will|which|that|by|at|as|it|via|policy|oder|und|ist|parameter|flagge|ou|et|est|o|y|es|e)$/i;
const PLACEHOLDER =
  /^(?:[0-9]{1,5}|stdin|file|env|fd|prompt|password|passwd|<.*|\$(?!\w{1,16}\$).*|%\w+%|x{3,}|\*+|\.{3,}|your\S*|secret|changeme|redacted|\[.*|\{(?!S?SHA|S?MD5|CRYPT|PBKDF).*|--.*|\/(?:\S*\/)?\S*|null|none|true|false|public|private|encrypted|cleartext|hidden|md5|sha512|scram-sha-256)$|\*{3}|^[•*]+$|^(?:file|env|fd):|:\/\//i;

/** Passwords in the syntax of tools, whatever they look like. */
export function toolPasswords({ text }: Scan, findings: Finding[]): void {
  eachMatch(LONG, text, (match) => {
    const value = argumentOf(match);
    if (!TALK.test(value)) push(match, value, findings);
  });
  for (const pattern of TOOLS) eachMatch(pattern, text, (match) => push(match, argumentOf(match), findings));
}

const argumentOf = (match: RegExpExecArray): string => (match[1] ?? match[2] ?? match[3] ?? match[4]) as string;

function push(match: RegExpExecArray, value: string, findings: Finding[]): void {
  if (PLACEHOLDER.test(value)) return;
  const start = match.index + match[0].lastIndexOf(value);
  // The syntax says so: nothing that the words around look like takes it back.
  findings.push({ start, end: start + value.length, type: 'PASSWORD', certain: true });
}
